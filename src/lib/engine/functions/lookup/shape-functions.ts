import { EmptyValue } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { nothing, outside, wrongNumber, wrongValue } from './failures';
import type { Grid } from './grid';
import type { Invocation, LookupFunction, LookupParameter } from './lookup-function';
import { arrayOf, type Scalar } from './values';

const CATEGORY = 'Array';
const PADDING: LookupParameter = {
	name: 'pad_with',
	description: 'What fills cells that are left over; #N/A where left out.',
	kind: 'value',
	isOptional: true,
	takesErrors: true
};

function paddingOf(call: Invocation, index: number): Scalar {
	return call.isGiven(index) ? call.value(index) : nothing('There is no value for this cell.');
}

function wrapping(name: 'WRAPROWS' | 'WRAPCOLS', what: 'row' | 'column', example: string): LookupFunction {
	const isRow = what === 'row';
	return {
		name,
		category: CATEGORY,
		description: `Breaks one row or column of values into ${what}s of so many values.`,
		parameters: [
			{ name: 'vector', description: 'One row or column of values.', kind: 'grid' },
			{ name: 'wrap_count', description: `How many values a ${what} has at most.`, kind: 'number' },
			PADDING
		],
		example,
		answer(call) {
			const grid = call.grid(0);
			if (grid.width > 1 && grid.height > 1) return wrongValue(`${name} needs one row or column of values.`);
			const count = Math.trunc(call.number(1));
			if (count < 1) return wrongNumber(`A ${what} of ${name} has 1 value or more.`);
			const all = grid.width * grid.height;
			const length = Math.min(all, count);
			const lines = Math.ceil(all / length);
			refuseTooLarge(lines, length);
			const padding = paddingOf(call, 2);
			const at = (index: number): Scalar =>
				index >= all ? padding : grid.width > 1 ? grid.at(0, index) : grid.at(index, 0);
			if (call.isOneOfMany) return at(0);
			const [height, width] = isRow ? [lines, length] : [length, lines];
			return arrayOf(
				Array.from({ length: height }, (_, row) =>
					Array.from({ length: width }, (_, column) =>
						at(isRow ? row * length + column : column * length + row)
					)
				)
			);
		}
	};
}

const EXPAND: LookupFunction = {
	name: 'EXPAND',
	category: CATEGORY,
	description: 'Makes an array larger, to so many rows and columns.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		size('rows', false),
		size('columns', true),
		PADDING
	],
	example: '=EXPAND({1,2;3,4},3,3,0)',
	answer(call) {
		const grid = call.grid(0);
		const height = call.isGiven(1) ? Math.trunc(call.number(1)) : grid.height;
		const width = call.isGiven(2) ? Math.trunc(call.number(2)) : grid.width;
		if (height < grid.height || width < grid.width)
			return wrongValue(
				'EXPAND makes arrays larger: give it as many rows and columns as there are, or more.'
			);
		if (height * width > MOST_CELLS) return wrongNumber('EXPAND gives at most a million values.');
		if (call.isOneOfMany) return grid.at(0, 0);
		const padding = paddingOf(call, 3);
		return arrayOf(
			Array.from({ length: height }, (_, row) =>
				Array.from({ length: width }, (_, column) =>
					row < grid.height && column < grid.width ? grid.at(row, column) : padding
				)
			)
		);
	}
};

/** More cells than this are not filled at once. */
const MOST_CELLS = 1_000_000;

function size(what: 'rows' | 'columns', isOptional: boolean): LookupParameter {
	return {
		name: what,
		description: `How many ${what} there are then; those of the array where left out.`,
		kind: 'number',
		isOptional,
		isEmptyLeftOut: true
	};
}

function side(what: 'rows' | 'columns'): LookupParameter {
	return {
		name: `trim_${what}`,
		description: `Which blank ${what} to leave out: 0 none, 1 those before, 2 those after, 3 or left out both.`,
		kind: 'number',
		isOptional: true,
		isEmptyLeftOut: true,
		otherwise: 3
	};
}

/** The first and last of so many lines that hold something; undefined where none does. */
function filledSpan(length: number, isFilled: (at: number) => boolean) {
	let from = 0;
	while (from < length && !isFilled(from)) from++;
	let to = length - 1;
	while (to > from && !isFilled(to)) to--;
	return from < length ? { from, to } : undefined;
}

function isFilledRow(grid: Grid, row: number): boolean {
	for (let column = 0; column < grid.filledWidth; column++)
		if (grid.at(row, column) !== EmptyValue) return true;
	return false;
}

function isFilledColumn(grid: Grid, column: number): boolean {
	for (let row = 0; row < grid.filledHeight; row++) if (grid.at(row, column) !== EmptyValue) return true;
	return false;
}

const TRIMRANGE: LookupFunction = {
	name: 'TRIMRANGE',
	category: CATEGORY,
	description: 'Gives a range without the blank rows and columns at its edges.',
	parameters: [
		{ name: 'range', description: 'The range or array.', kind: 'grid' },
		side('rows'),
		side('columns')
	],
	example: '=TRIMRANGE({1,2;3,4})',
	answer(call) {
		const grid = call.grid(0);
		const sides = [Math.trunc(call.number(1)), Math.trunc(call.number(2))];
		if (sides.some((one) => one < 0 || one > 3)) return wrongValue('What TRIMRANGE leaves out is 0 to 3.');
		const rows = filledSpan(grid.filledHeight, (row) => isFilledRow(grid, row));
		const columns = filledSpan(grid.filledWidth, (column) => isFilledColumn(grid, column));
		if (!rows || !columns) return outside('All cells of the range are blank.');
		const [top, height] = kept(rows, grid.height, sides[0]!);
		const [left, width] = kept(columns, grid.width, sides[1]!);
		return call.part(grid, top, left, height, width);
	}
};

function kept({ from, to }: { from: number; to: number }, length: number, side: number) {
	const first = side & 1 ? from : 0;
	const last = side & 2 ? to : length - 1;
	return [first, last - first + 1] as const;
}

/** The functions that give arrays another shape. */
export const SHAPE_FUNCTIONS: readonly LookupFunction[] = [
	wrapping('WRAPROWS', 'row', '=WRAPROWS({1,2,3,4,5},2,0)'),
	wrapping('WRAPCOLS', 'column', '=WRAPCOLS({1,2,3,4,5},2,0)'),
	EXPAND,
	TRIMRANGE
];
