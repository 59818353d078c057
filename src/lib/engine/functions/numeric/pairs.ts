import type { CellError } from 'hyperformula';
import { notAvailable } from './failures';
import type { Scalar } from './numeric-function';

/** The values of a block by row. */
export type Rows = Exclude<Scalar, CellError>[][];

/** The pairs of numbers of two blocks; pairs with anything else are left out. */
export function pairsOf(ys: Rows, xs: Rows): { y: number[]; x: number[] } | CellError {
	const allY = ys.flat();
	const allX = xs.flat();
	if (allY.length !== allX.length) return notAvailable('There must be as many x as y.');
	const y: number[] = [];
	const x: number[] = [];
	for (const [index, valueY] of allY.entries()) {
		const valueX = allX[index];
		if (typeof valueY !== 'number' || typeof valueX !== 'number') continue;
		y.push(valueY);
		x.push(valueX);
	}
	return { y, x };
}
