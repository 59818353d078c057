import { CellError, EmptyValue, type SimpleRangeValue } from 'hyperformula';
import { notFound, outside, wrongValue } from './failures';
import type { Grid } from './grid';
import { LONGEST_KEY, type Invocation, type LookupFunction, type LookupParameter } from './lookup-function';
import { columnOf, findByHalving, findExact, findNearest, lineOf, rowOf, type Line } from './search';
import { compare, isSame, rankOf, type Scalar } from './values';

const CATEGORY = 'Lookup and reference';

const KEY: LookupParameter = {
	name: 'lookup_value',
	description: 'The value to look for; a text may have the wildcards * and ?.',
	kind: 'value'
};

const SHORT_KEY: LookupParameter = { ...KEY, longest: LONGEST_KEY };

/** A blank cell is looked for as 0. */
function keyOf(call: Invocation): Scalar {
	const key = call.value(0);
	return key === EmptyValue ? 0 : key;
}

function lookupByFirst(
	name: string,
	line: 'column' | 'row',
	description: string,
	example: string
): LookupFunction {
	const isVertical = line === 'column';
	return {
		name,
		category: CATEGORY,
		description,
		parameters: [
			SHORT_KEY,
			{
				name: 'table_array',
				description: `The table; its first ${line} is searched.`,
				kind: 'grid'
			},
			{
				name: isVertical ? 'col_index_num' : 'row_index_num',
				description: `The ${line} of the table to give a value from, counted from 1.`,
				kind: 'number'
			},
			{
				name: 'range_lookup',
				description:
					'FALSE for an exact match; TRUE or left out for the last value that is not larger, in a sorted table.',
				kind: 'flag',
				isOptional: true,
				otherwise: true
			}
		],
		example,
		answer(call) {
			const key = keyOf(call);
			const table = call.grid(1);
			const index = Math.trunc(call.number(2));
			if (index < 1) return wrongValue(`The ${line} of ${name} is counted from 1.`);
			if (index > (isVertical ? table.width : table.height)) {
				return outside(`The table of ${name} has no ${line} ${index}.`);
			}
			const searched = isVertical ? columnOf(table, 0, call.graph) : rowOf(table, 0);
			const at = call.flag(3)
				? findByHalving(searched, key, {})
				: findExact(searched, key, { hasPatterns: true });
			if (at < 0) return notFound();
			return isVertical ? table.at(at, index - 1) : table.at(index - 1, at);
		}
	};
}

const MATCH: LookupFunction = {
	name: 'MATCH',
	category: CATEGORY,
	description: 'Gives the position of a value in a row or column.',
	parameters: [
		SHORT_KEY,
		{ name: 'lookup_array', description: 'The row or column to search.', kind: 'grid' },
		{
			name: 'match_type',
			description:
				'0 for an exact match; 1 or left out for the last value that is not larger, in ascending order; -1 for the last that is not smaller, in descending order.',
			kind: 'number',
			isOptional: true,
			otherwise: 1
		}
	],
	example: '=MATCH("Beta",{"Alpha","Beta","Gamma"},0)',
	answer(call) {
		const key = keyOf(call);
		const line = lineOf(call.grid(1), call.graph);
		if (!line) return notFound();
		const type = call.number(2);
		const at =
			type === 0
				? findExact(line, key, { hasPatterns: true })
				: findByHalving(line, key, { isDescending: type < 0, hasPatterns: type < 0 });
		return at < 0 ? notFound() : at + 1;
	}
};

const MATCH_MODE: LookupParameter = {
	name: 'match_mode',
	description:
		'0 or left out for an exact match, -1 or 1 for the next smaller or larger value where there is none, 2 for wildcards.',
	kind: 'number',
	isOptional: true,
	otherwise: 0,
	isEmptyLeftOut: true
};

const SEARCH_MODE: LookupParameter = {
	name: 'search_mode',
	description:
		'1 or left out from the first, -1 from the last; 2 or -2 by halving, in ascending or descending order.',
	kind: 'number',
	isOptional: true,
	otherwise: 1,
	isEmptyLeftOut: true
};

/** The position that XLOOKUP and XMATCH find; -1 where there is none. */
function positionByModes(line: Line, key: Scalar, matchMode: number, searchMode: number): number | CellError {
	const match = Math.trunc(matchMode);
	const search = Math.trunc(searchMode);
	if (![-1, 0, 1, 2].includes(match)) return wrongValue('The match mode is one of 0, -1, 1 and 2.');
	if (![-2, -1, 1, 2].includes(search)) return wrongValue('The search mode is one of 1, -1, 2 and -2.');
	if (key === EmptyValue) return positionOfBlank(line, search < 0);
	const isHalving = Math.abs(search) === 2;
	if (match === 2) {
		return isHalving
			? wrongValue('Wildcards cannot be searched by halving: take search mode 1 or -1.')
			: findExact(line, key, { hasPatterns: true, isFromEnd: search < 0 });
	}
	if (isHalving) return halved(line, key, match as -1 | 0 | 1, search < 0);
	return match === 0
		? findExact(line, key, { hasPatterns: false, isFromEnd: search < 0 })
		: findNearest(line, key, match === -1 ? -1 : 1, search < 0);
}

/** Halving with kinds in order, numbers before texts before booleans; the first of equal values, from the front or end. */
function halved(line: Line, key: Scalar, match: -1 | 0 | 1, isDescending: boolean): number {
	const direction = isDescending ? -1 : 1;
	let low = 0;
	let high = line.filledLength;
	while (low < high) {
		const middle = (low + high) >> 1;
		const value = line.at(middle);
		// Blanks and errors stand behind everything.
		const isBefore = rankOf(value) !== 0 && compare(value, key) * direction < 0;
		if (isBefore) low = middle + 1;
		else high = middle;
	}
	if (low < line.filledLength && isSame(line.at(low), key)) return lastOfRun(line, low, key, isDescending);
	if (match === 0) return -1;
	const wanted = match * direction > 0 ? low : low - 1;
	return wanted >= 0 && wanted < line.filledLength && rankOf(line.at(wanted)) !== 0 ? wanted : -1;
}

function lastOfRun(line: Line, from: number, key: Scalar, isDescending: boolean): number {
	let at = from;
	if (isDescending) while (at + 1 < line.filledLength && isSame(line.at(at + 1), key)) at++;
	return at;
}

function positionOfBlank(line: Line, isFromEnd: boolean): number {
	if (isFromEnd && line.length > line.filledLength) return line.length - 1;
	for (let step = 0; step < line.filledLength; step++) {
		const at = isFromEnd ? line.filledLength - 1 - step : step;
		if (line.at(at) === EmptyValue) return at;
	}
	return line.length > line.filledLength ? line.filledLength : -1;
}

const XMATCH: LookupFunction = {
	name: 'XMATCH',
	category: CATEGORY,
	description: 'Gives the position of a value in a row or column, searched from either end.',
	parameters: [
		{ ...KEY, description: 'The value to look for.' },
		{ name: 'lookup_array', description: 'The row or column to search.', kind: 'grid' },
		MATCH_MODE,
		SEARCH_MODE
	],
	example: '=XMATCH("B*",{"Alpha","Beta","Gamma"},2)',
	answer(call) {
		const key = call.value(0);
		const line = lineOf(call.grid(1), call.graph);
		if (!line) return wrongValue('XMATCH searches one row or one column.');
		const at = positionByModes(line, key, call.number(2), call.number(3));
		if (at instanceof CellError) return at;
		return at < 0 ? notFound() : at + 1;
	}
};

const XLOOKUP: LookupFunction = {
	name: 'XLOOKUP',
	category: CATEGORY,
	description: 'Looks for a value in one row or column and gives what stands at the same place of another.',
	parameters: [
		{ ...KEY, description: 'The value to look for.' },
		{ name: 'lookup_array', description: 'The row or column to search.', kind: 'grid' },
		{ name: 'return_array', description: 'What to give from, of the same length.', kind: 'grid' },
		{
			name: 'if_not_found',
			description: 'What to give where the value is not there; #N/A where left out.',
			kind: 'value',
			takesErrors: true,
			isOptional: true,
			isEmptyLeftOut: true
		},
		MATCH_MODE,
		SEARCH_MODE
	],
	example: '=XLOOKUP("Beta",{"Alpha","Beta"},{10,20},"none")',
	answer(call) {
		const key = call.value(0);
		const searched = call.grid(1);
		const given = call.grid(2);
		const line = lineOf(searched, call.graph);
		if (!line) return wrongValue('XLOOKUP searches one row or one column.');
		const isColumn = searched.width === 1 && (searched.height > 1 || given.height === 1);
		if (isColumn ? given.height !== searched.height : given.width !== searched.width) {
			return wrongValue('XLOOKUP needs a return_array as long as its lookup_array.');
		}
		const at = positionByModes(line, key, call.number(4), call.number(5));
		if (at instanceof CellError) return at;
		if (at < 0) return call.isGiven(3) ? call.value(3) : notFound();
		return isColumn
			? pieceOf(call, given, at, 0, 1, given.width)
			: pieceOf(call, given, 0, at, given.height, 1);
	}
};

function pieceOf(
	call: Invocation,
	grid: Grid,
	top: number,
	left: number,
	height: number,
	width: number
): Scalar | SimpleRangeValue {
	return height === 1 && width === 1 ? grid.at(top, left) : call.part(grid, top, left, height, width);
}

const LOOKUP: LookupFunction = {
	name: 'LOOKUP',
	category: CATEGORY,
	description:
		'Looks for the last value that is not larger in a sorted row or column, and gives what stands at the same place of another.',
	parameters: [
		KEY,
		{
			name: 'lookup_vector',
			description: 'The sorted row or column; of an array, its first row or column, whichever is longer.',
			kind: 'grid'
		},
		{
			name: 'result_vector',
			description: 'What to give from; where left out, the last row or column of the array.',
			kind: 'grid',
			isOptional: true
		}
	],
	example: '=LOOKUP(2.5,{1,2,3},{"one","two","three"})',
	answer(call) {
		const key = keyOf(call);
		const searched = call.grid(1);
		const isRow = searched.width > searched.height;
		const line = isRow ? rowOf(searched, 0) : columnOf(searched, 0, call.graph);
		const at = findByHalving(line, key, {});
		if (at < 0) return notFound();
		if (!call.isGiven(2)) {
			return isRow ? searched.at(searched.height - 1, at) : searched.at(at, searched.width - 1);
		}
		const result = lineOf(call.grid(2), call.graph);
		if (!result) return notFound();
		return at < result.length ? result.at(at) : outside('LOOKUP has a shorter result than lookup vector.');
	}
};

const INDEX: LookupFunction = {
	name: 'INDEX',
	category: CATEGORY,
	description: 'Gives the value at a row and column of a range, or a whole row or column of it.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		{
			name: 'row_num',
			description: 'The row, counted from 1; 0 for the whole column. The position in a single row.',
			kind: 'number'
		},
		{
			name: 'column_num',
			description: 'The column, counted from 1; 0 for the whole row.',
			kind: 'number',
			isOptional: true
		}
	],
	example: '=INDEX({10,20;30,40},2,1)',
	answer(call) {
		const grid = call.grid(0);
		let row = Math.trunc(call.number(1));
		let column = call.isGiven(2) ? Math.trunc(call.number(2)) : undefined;
		if (column === undefined) {
			if (grid.height === 1) [row, column] = [1, row];
			else column = grid.width === 1 ? 1 : 0;
		}
		if (row < 0 || column < 0) return wrongValue('INDEX counts rows and columns from 1; 0 stands for all.');
		if (row > grid.height) return outside(`The range of INDEX has no row ${row}.`);
		if (column > grid.width) return outside(`The range of INDEX has no column ${column}.`);
		const height = row === 0 ? grid.height : 1;
		const width = column === 0 ? grid.width : 1;
		return pieceOf(call, grid, Math.max(0, row - 1), Math.max(0, column - 1), height, width);
	}
};

/** The functions that look values up. */
export const LOOKUP_FUNCTIONS: readonly LookupFunction[] = [
	lookupByFirst(
		'VLOOKUP',
		'column',
		'Looks for a value in the first column of a table and gives the value of another column in that row.',
		'=VLOOKUP(2,{1,"one";2,"two"},2,FALSE)'
	),
	lookupByFirst(
		'HLOOKUP',
		'row',
		'Looks for a value in the first row of a table and gives the value of another row in that column.',
		'=HLOOKUP(2,{1,2;"one","two"},2,FALSE)'
	),
	MATCH,
	XMATCH,
	XLOOKUP,
	LOOKUP,
	INDEX
];
