import type { FunctionHelp } from '../../function-help';

function parameter(name: string, description: string, isOptional = false) {
	return { name, description, isOptional, isRepeated: false };
}

/** What these functions are for and how they are written. */
export const REFERENCE_FUNCTION_HELP: readonly FunctionHelp[] = [
	{
		name: 'OFFSET',
		category: 'Lookup and reference',
		description: 'Refers to cells so many rows and columns away from others.',
		parameters: [
			parameter('reference', 'The cell or range to start from.'),
			parameter('rows', 'How many rows down; up where it is negative.'),
			parameter('columns', 'How many columns to the right; to the left where it is negative.'),
			parameter('height', 'How many rows to take; otherwise as many as the reference has.', true),
			parameter('width', 'How many columns to take; otherwise as many as the reference has.', true)
		],
		examples: ['=ROWS(OFFSET(A2,1,1,3,2))']
	},
	{
		name: 'INDIRECT',
		category: 'Lookup and reference',
		description: 'Refers to the cells that a text spells: an address, a range or a name.',
		parameters: [
			parameter('reference_text', 'The reference as a text, such as "B4" or "Sheet2!A1:A9".'),
			parameter('is_a1', 'FALSE where the text is in the notation R1C1.', true)
		],
		examples: ['=SUM(INDIRECT("B"&1))']
	},
	{
		name: 'ISREF',
		category: 'Information',
		description: 'Tells whether something is a cell, a range or a name of one.',
		parameters: [parameter('value', 'What to test.')],
		examples: ['=ISREF(B1)']
	},
	{
		name: 'AREAS',
		category: 'Lookup and reference',
		description: 'Counts the blocks of cells that a reference has.',
		parameters: [parameter('reference', 'The reference; several blocks stand in parentheses of their own.')],
		examples: ['=AREAS((A1:B2,C3))']
	},
	{
		name: 'CELL',
		category: 'Information',
		description: 'Tells where a cell stands and what is in it.',
		parameters: [
			parameter(
				'info_type',
				'"address", "row", "col", "contents" or "type" (b blank, l text, v anything else).'
			),
			parameter('reference', 'The cell; of a range the first.', true)
		],
		examples: ['=CELL("address",B3)']
	},
	{
		name: 'FORMULATEXT',
		category: 'Lookup and reference',
		description: 'Gives the formula of a cell as it was typed.',
		parameters: [parameter('reference', 'The cell whose formula is wanted.')],
		examples: ['=FORMULATEXT(A1)']
	},
	{
		name: 'ISFORMULA',
		category: 'Information',
		description: 'Tells whether a formula stands in a cell.',
		parameters: [parameter('reference', 'The cell to look into.')],
		examples: ['=ISFORMULA(A1)']
	}
];
