import type { FunctionHelp, FunctionParameter } from '../../function-help';

interface ParameterTraits {
	readonly isOptional?: boolean;
	readonly isRepeated?: boolean;
}

function parameter(name: string, description: string, traits: ParameterTraits = {}): FunctionParameter {
	return { name, description, isOptional: false, isRepeated: false, ...traits };
}

const LAMBDA_OF_VALUE = parameter('lambda', 'A LAMBDA that is called for each.');

/** What LET, LAMBDA and the functions that call a LAMBDA are for and how they are written. */
export const SCOPE_FUNCTION_HELP: readonly FunctionHelp[] = [
	{
		name: 'LET',
		category: 'Logical',
		description: 'Gives names to values and calculates with them; each value is calculated once.',
		parameters: [
			parameter('name1', 'A name of your own that holds within these brackets only.'),
			parameter('value1', 'What the name stands for: a value, a reference, an array or a LAMBDA.'),
			parameter('calculation_or_name2', 'What to calculate; or one more name.'),
			parameter('value2', 'What that name stands for.', { isOptional: true, isRepeated: true }),
			parameter('calculation_or_name3', 'What to calculate; or one more name.', {
				isOptional: true,
				isRepeated: true
			})
		],
		examples: ['=LET(price,120,tax,price*0.25,price+tax)']
	},
	{
		name: 'LAMBDA',
		category: 'Logical',
		description:
			'Makes a function of your own: call it at once, name it with LET or as a name of the workbook, or hand it to MAP.',
		parameters: [
			parameter(
				'parameter_or_calculation',
				'Names of parameters, in square brackets where they may be left out; last of all what to calculate.',
				{ isRepeated: true }
			)
		],
		examples: ['=LAMBDA(x,y,x*y+1)(2,3)']
	},
	{
		name: 'ISOMITTED',
		category: 'Information',
		description: 'Tells whether a parameter of LAMBDA was left out in the call.',
		parameters: [parameter('parameter', 'The name of the parameter.')],
		examples: ['=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(5)']
	},
	{
		name: 'MAP',
		category: 'Logical',
		description: 'Calls a LAMBDA for each value of one or more arrays.',
		parameters: [
			parameter('array1', 'The values to go through.'),
			parameter('lambda_or_array2', 'A LAMBDA with one parameter for each array; or one more array.', {
				isRepeated: true
			})
		],
		examples: ['=SUM(MAP({1,2,3},LAMBDA(x,x*x)))']
	},
	{
		name: 'REDUCE',
		category: 'Logical',
		description: 'Goes through an array and carries one result from value to value.',
		parameters: [
			parameter('initial_value', 'What to begin with; left out, the first value of the array.'),
			parameter('array', 'The values to go through.'),
			parameter('lambda', 'A LAMBDA of the result so far and the next value.')
		],
		examples: ['=REDUCE(0,{1,2,3},LAMBDA(total,x,total+x*x))']
	},
	{
		name: 'SCAN',
		category: 'Logical',
		description: 'Goes through an array as REDUCE does and gives each result on the way.',
		parameters: [
			parameter('initial_value', 'What to begin with; left out, the first value of the array.'),
			parameter('array', 'The values to go through.'),
			parameter('lambda', 'A LAMBDA of the result so far and the next value.')
		],
		examples: ['=MAX(SCAN(0,{3,-5,4},LAMBDA(total,x,total+x)))']
	},
	{
		name: 'BYROW',
		category: 'Logical',
		description: 'Calls a LAMBDA for each row of an array.',
		parameters: [parameter('array', 'The rows to go through.'), LAMBDA_OF_VALUE],
		examples: ['=MAX(BYROW({1,2;3,4},LAMBDA(row,SUM(row))))']
	},
	{
		name: 'BYCOL',
		category: 'Logical',
		description: 'Calls a LAMBDA for each column of an array.',
		parameters: [parameter('array', 'The columns to go through.'), LAMBDA_OF_VALUE],
		examples: ['=MAX(BYCOL({1,2;3,4},LAMBDA(column,SUM(column))))']
	},
	{
		name: 'MAKEARRAY',
		category: 'Logical',
		description: 'Makes an array by calling a LAMBDA with each row and column number.',
		parameters: [
			parameter('rows', 'How many rows.'),
			parameter('columns', 'How many columns.'),
			parameter('lambda', 'A LAMBDA of the row number and the column number, both from 1.')
		],
		examples: ['=SUM(MAKEARRAY(3,3,LAMBDA(row,column,row*column)))']
	}
];
