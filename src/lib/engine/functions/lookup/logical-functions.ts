import { CellError, EmptyValue } from 'hyperformula';
import { nothing, wrongValue } from './failures';
import { filledValues } from './grid';
import type { Invocation, LookupFunction } from './lookup-function';
import { booleanIn } from './plugin';

const NUMBER_BY_KIND: Readonly<Record<string, number>> = {
	NULL: 1,
	DIV_BY_ZERO: 2,
	VALUE: 3,
	REF: 4,
	NAME: 5,
	NUM: 6,
	NA: 7,
	SPILL: 9,
	CALC: 14
};

/** Everything that is true or false among the arguments: texts and blanks in cells and arrays are neither. */
function truths(name: string, call: Invocation): boolean[] | CellError {
	const found: boolean[] = [];
	for (let index = 0; index < call.count; index++) {
		const isReference = call.isReference(index);
		const grid = call.grid(index);
		const isWritten = !isReference && !call.isArray(index);
		for (const value of filledValues(grid)) {
			if (value instanceof CellError) return value;
			if (typeof value === 'boolean') found.push(value);
			else if (typeof value === 'number') found.push(value !== 0);
			else if (isWritten) {
				const read = value === EmptyValue ? false : booleanIn(value);
				if (read === undefined) return wrongValue(`A text stands where ${name} needs TRUE or FALSE.`);
				found.push(read);
			}
		}
	}
	return found.length === 0
		? wrongValue(`Nothing among the arguments of ${name} is TRUE, FALSE or a number.`)
		: found;
}

function logical(
	name: string,
	description: string,
	join: (values: readonly boolean[]) => boolean
): LookupFunction {
	return {
		name,
		category: 'Logical',
		description,
		parameters: [{ name: 'logical', description: 'A condition, or a range of conditions.', kind: 'grid' }],
		repeated: 1,
		example: `=${name}(1>0,2>3)`,
		answer(call) {
			const values = truths(name, call);
			return values instanceof CellError ? values : join(values);
		}
	};
}

/** The functions that test values and tell kinds apart. */
export const LOGICAL_FUNCTIONS: readonly LookupFunction[] = [
	logical('AND', 'Tells whether all conditions are true.', (values) => values.every(Boolean)),
	logical('OR', 'Tells whether at least one condition is true.', (values) => values.some(Boolean)),
	logical(
		'XOR',
		'Tells whether the number of true conditions is odd.',
		(values) => values.filter(Boolean).length % 2 === 1
	),
	{
		name: 'ERROR.TYPE',
		category: 'Information',
		description: 'Gives the number of an error; #N/A for a value that is no error.',
		parameters: [{ name: 'error_val', description: 'The error.', kind: 'value', takesErrors: true }],
		example: '=ERROR.TYPE(1/0)',
		answer(call) {
			const value = call.value(0);
			const number = value instanceof CellError ? NUMBER_BY_KIND[value.type] : undefined;
			return number ?? nothing('ERROR.TYPE numbers errors only, and this is none of those that it knows.');
		}
	},
	{
		name: 'TYPE',
		category: 'Information',
		description:
			'Gives the kind of a value: 1 for a number or blank, 2 for a text, 4 for TRUE and FALSE, 16 for an error, 64 for an array.',
		parameters: [{ name: 'value', description: 'The value.', kind: 'grid', takesErrors: true }],
		example: '=TYPE("text")',
		answer(call) {
			const grid = call.grid(0);
			if (grid.height > 1 || grid.width > 1) return 64;
			const value = grid.at(0, 0);
			if (value instanceof CellError) return 16;
			return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1;
		}
	}
];
