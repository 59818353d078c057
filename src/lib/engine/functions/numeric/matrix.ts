import { CellError, SimpleRangeValue } from 'hyperformula';
import { wrongNumber, wrongValue } from './failures';
import { defineFunction, type Scalar } from './numeric-function';
import { block, whole } from './parameters';

const CATEGORY = 'Math and trigonometry';
const square = block('Array', 'As many rows as columns of numbers.');
/** Larger ones would hold up all other work. */
const MOST_ROWS = 500;

function squareOf(rows: readonly (readonly Scalar[])[]): number[][] | CellError {
	if (rows.some((row) => row.length !== rows.length))
		return wrongValue('The matrix must have as many rows as columns.');
	if (rows.length > MOST_ROWS) return wrongValue(`A matrix may have ${MOST_ROWS} rows at most.`);
	if (rows.some((row) => row.some((value) => typeof value !== 'number')))
		return wrongValue('Every cell of a matrix must be a number.');
	return rows.map((row) => row.map(Number));
}

/** Brings rows into triangular form by the largest pivots, any columns beyond the square with them; gives the determinant. */
function eliminate(rows: number[][]): number {
	const size = rows.length;
	let determinant = 1;
	for (let at = 0; at < size; at++) {
		let largest = at;
		for (let row = at + 1; row < size; row++)
			if (Math.abs(rows[row]![at]!) > Math.abs(rows[largest]![at]!)) largest = row;
		if (rows[largest]![at] === 0) return 0;
		if (largest !== at) {
			[rows[at], rows[largest]] = [rows[largest]!, rows[at]!];
			determinant = -determinant;
		}
		const pivotRow = rows[at]!;
		determinant *= pivotRow[at]!;
		for (let row = at + 1; row < size; row++) {
			const target = rows[row]!;
			const factor = target[at]! / pivotRow[at]!;
			if (factor === 0) continue;
			for (let column = at; column < target.length; column++) target[column]! -= factor * pivotRow[column]!;
		}
	}
	return determinant;
}

/** Functions of square matrices. */
export const MATRIX = [
	defineFunction({
		name: 'MDETERM',
		category: CATEGORY,
		description: 'Gives the determinant of a matrix.',
		parameters: [square],
		example: '=MDETERM({1,2;3,4})',
		compute(rows) {
			const matrix = squareOf(rows);
			return matrix instanceof CellError ? matrix : eliminate(matrix);
		}
	}),
	defineFunction({
		name: 'MINVERSE',
		category: CATEGORY,
		description: 'Gives the inverse of a matrix.',
		parameters: [square],
		example: '=MINVERSE({4,-1;2,0})',
		givesBlock: true,
		compute(rows) {
			const matrix = squareOf(rows);
			if (matrix instanceof CellError) return matrix;
			const size = matrix.length;
			const joined = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))]);
			if (eliminate(joined) === 0) return wrongNumber('This matrix is singular: it has no inverse.');
			for (let at = size - 1; at >= 0; at--) {
				const pivotRow = joined[at]!;
				const pivot = pivotRow[at]!;
				for (let column = size; column < 2 * size; column++) pivotRow[column]! /= pivot;
				for (let row = 0; row < at; row++) {
					const factor = joined[row]![at]!;
					for (let column = size; column < 2 * size; column++)
						joined[row]![column]! -= factor * pivotRow[column]!;
				}
			}
			return SimpleRangeValue.onlyNumbers(joined.map((row) => row.slice(size)));
		}
	}),
	defineFunction({
		name: 'MUNIT',
		category: CATEGORY,
		description: 'Gives the matrix that leaves others as they are: 1 down its diagonal, 0 elsewhere.',
		parameters: [whole('Dimension', 'How many rows and columns; a fraction is cut off.')],
		example: '=MUNIT(3)',
		givesBlock: true,
		compute(size) {
			if (size < 1) return wrongValue('A matrix has 1 row or more.');
			if (size > MOST_ROWS) return wrongValue(`A matrix may have ${MOST_ROWS} rows at most.`);
			return SimpleRangeValue.onlyNumbers(
				Array.from({ length: size }, (_, row) =>
					Array.from({ length: size }, (_, column) => Number(row === column))
				)
			);
		}
	})
];
