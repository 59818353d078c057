import { CellError, EmptyValue, type SimpleRangeValue } from 'hyperformula';
import { refuseTooLarge } from '../../array-arithmetic';
import { wrongValue } from './failures';
import { extentOf, filledValues, firstError, type Grid } from './grid';
import type { Invocation, LookupFunction } from './lookup-function';
import { arrayOf, compare, rankOf, type Scalar } from './values';

const CATEGORY = 'Array';

/** Values to sort rows or columns by, the one of each by its place; 1 for ascending order, -1 for descending. */
interface SortKey {
	readonly at: (index: number) => Scalar;
	readonly direction: number;
}

/** Blanks stand behind everything in either order; errors behind all values. */
function inOrder(left: Scalar, right: Scalar, direction: number): number {
	if (left === EmptyValue || right === EmptyValue) {
		return Number(left === EmptyValue) - Number(right === EmptyValue);
	}
	const kinds = (rankOf(left) || 4) - (rankOf(right) || 4);
	return (kinds || compare(left, right)) * direction;
}

/** The rows or columns of a grid by the first key, equal ones by the next. */
function sorted(
	grid: Pick<Grid, 'height' | 'width' | 'at'>,
	isByColumn: boolean,
	keys: readonly SortKey[]
): SimpleRangeValue {
	const { height, width } = grid;
	refuseTooLarge(height, width);
	const order = Array.from({ length: isByColumn ? width : height }, (_, index) => index);
	order.sort((one, other) => {
		for (const { at, direction } of keys) {
			const difference = inOrder(at(one), at(other), direction);
			if (difference !== 0) return difference;
		}
		return 0;
	});
	return arrayOf(
		isByColumn
			? Array.from({ length: height }, (_, row) => order.map((column) => grid.at(row, column)))
			: order.map((row) => Array.from({ length: width }, (_, column) => grid.at(row, column)))
	);
}

/** The whole numbers of an argument, one after the other; 1 where it is left out. */
function wholeNumbers(call: Invocation, index: number): number[] | CellError {
	if (!call.isGiven(index)) return [1];
	const numbers: number[] = [];
	for (const value of filledValues(call.grid(index))) {
		if (value instanceof CellError) return value;
		const number =
			typeof value === 'string' ? call.conversion.numberIn(value) : Number(value === EmptyValue ? 0 : value);
		if (number === undefined) return wrongValue('SORT needs numbers for what to sort by and in which order.');
		numbers.push(Math.trunc(number));
	}
	return numbers;
}

const SORT: LookupFunction = {
	name: 'SORT',
	category: CATEGORY,
	description: 'Sorts the rows or columns of an array by one of its columns or rows, or by several.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		{
			name: 'sort_index',
			description:
				'The column or row to sort by, 1 where left out; several as in {2,1}: the next counts among equals.',
			kind: 'grid',
			isOptional: true,
			isEmptyLeftOut: true
		},
		{
			name: 'sort_order',
			description:
				'1 or left out for ascending, -1 for descending order; one for each sort_index, or one for all.',
			kind: 'grid',
			isOptional: true,
			isEmptyLeftOut: true
		},
		{
			name: 'by_col',
			description: 'TRUE to sort columns; FALSE or left out for rows.',
			kind: 'flag',
			isOptional: true,
			otherwise: false,
			isEmptyLeftOut: true
		}
	],
	example: '=SORT({3;1;2})',
	answer(call) {
		const array = call.grid(0);
		const error = firstError(array);
		if (error) return error;
		const grid = { ...array, ...extentOf(array) };
		const isByColumn = call.flag(3);
		const [places, orders] = [wholeNumbers(call, 1), wholeNumbers(call, 2)];
		if (places instanceof CellError) return places;
		if (orders instanceof CellError) return orders;
		if (orders.length !== 1 && orders.length !== places.length) {
			return wrongValue('SORT needs one order for each column or row to sort by, or one for all.');
		}
		if (orders.some((order) => Math.abs(order) !== 1)) return wrongValue('The order of SORT is 1 or -1.');
		const lines = isByColumn ? grid.height : grid.width;
		if (places.some((place) => place < 1 || place > lines)) {
			return wrongValue(
				`The array of SORT has ${lines} ${isByColumn ? 'rows' : 'columns'} to sort by, counted from 1.`
			);
		}
		const keys = places.map((place, index): SortKey => ({
			at: (at) => (isByColumn ? grid.at(place - 1, at) : grid.at(at, place - 1)),
			direction: orders[index] ?? orders[0]!
		}));
		return sorted(grid, isByColumn, keys);
	}
};

const SORTBY: LookupFunction = {
	name: 'SORTBY',
	category: CATEGORY,
	description: 'Sorts the rows or columns of an array by the values beside them.',
	parameters: [
		{ name: 'array', description: 'The range or array.', kind: 'grid' },
		{ name: 'by_array', description: 'One row or column of the values to sort by.', kind: 'grid' },
		{
			name: 'sort_order',
			description: '1 or left out for ascending, -1 for descending order.',
			kind: 'number',
			isOptional: true,
			otherwise: 1,
			isEmptyLeftOut: true
		}
	],
	repeated: 2,
	example: '=SORTBY({"a";"b";"c"},{3;1;2})',
	answer(call) {
		const grid = call.grid(0);
		// Whole columns are sorted as far down as anything stands in one of them.
		let { height, width } = extentOf(grid);
		const keys: SortKey[] = [];
		let isByColumn: boolean | undefined;
		for (let index = 1; index < call.count; index += 2) {
			const by = call.grid(index);
			const isRow = by.height === 1 && by.width === grid.width && (by.width > 1 || grid.height > 1);
			if (!isRow && !(by.width === 1 && by.height === grid.height)) {
				return wrongValue('SORTBY needs as many values to sort by as its array has rows or columns.');
			}
			if (isByColumn !== undefined && isByColumn !== isRow) {
				return wrongValue('SORTBY sorts rows or columns, not both.');
			}
			isByColumn = isRow;
			const error = firstError(by);
			if (error) return error;
			const reach = extentOf(by);
			if (isRow) width = Math.max(width, reach.width);
			else height = Math.max(height, reach.height);
			const direction = index + 1 < call.count ? call.number(index + 1) : 1;
			if (direction !== 1 && direction !== -1) return wrongValue('The order of SORTBY is 1 or -1.');
			keys.push({ at: (at) => (isRow ? by.at(0, at) : by.at(at, 0)), direction });
		}
		return sorted({ height, width, at: grid.at }, isByColumn === true, keys);
	}
};

/** The functions that put rows or columns in order. */
export const SORT_FUNCTIONS: readonly LookupFunction[] = [SORT, SORTBY];
