/** A linear fit: y = intercept + Σ slope · x, with what is said of its errors. */
export interface Fit {
	readonly slopes: readonly number[];
	readonly intercept: number;
	readonly slopeErrors: readonly number[];
	readonly interceptError: number;
	/** The share of the spread that the fit explains. */
	readonly determination: number;
	readonly standardError: number;
	readonly f: number;
	readonly freedom: number;
	readonly explained: number;
	readonly residual: number;
	/** The fitted value at these x, from the centre of the data outward, which loses the fewest digits. */
	valueAt(xs: readonly number[]): number;
}

/** A column whose part that earlier ones do not explain is below this share of itself is left out, with slope 0. */
const COLLINEAR = 1e-13;

/**
 * Least squares by Householder reflections on centred columns. `columns` hold one variable each, all as long as `y`; without
 * a constant nothing is centred and the intercept is 0.
 */
export function leastSquares(
	y: readonly number[],
	columns: readonly (readonly number[])[],
	hasConstant: boolean
): Fit {
	const count = y.length;
	const means = columns.map((column) => (hasConstant ? mean(column) : 0));
	const meanOfY = hasConstant ? mean(y) : 0;
	const target = y.map((value) => value - meanOfY);
	const work = columns.map((column, index) => column.map((value) => value - means[index]!));
	const used: number[] = [];
	const upper: number[][] = [];
	for (const [index, column] of work.entries()) {
		const whole = norm(columns[index]!, 0);
		const row = used.length;
		const length = row < count ? norm(column, row) : 0;
		if (length <= COLLINEAR * whole) continue;
		reflect(column, row, [...work.slice(index + 1), target], length);
		upper.push(column);
		used.push(index);
	}
	const solved = backSubstitute(upper, target);
	const inverse = upper.map((_, at) => backSubstitute(upper, unit(at, upper.length)));
	const slopes = columns.map(() => 0);
	for (const [at, index] of used.entries()) slopes[index] = solved[at]!;
	const freedom = count - used.length - (hasConstant ? 1 : 0);
	const residual = freedom > 0 ? norm(target, used.length) ** 2 : 0;
	const explained = target.slice(0, used.length).reduce((sum, value) => sum + value * value, 0);
	const variance = residual / freedom;
	const slopeErrors = columns.map(() => 0);
	for (const [at, index] of used.entries()) {
		const squares = inverse.reduce((sum, column) => sum + column[at]! ** 2, 0);
		slopeErrors[index] = Math.sqrt(variance * squares);
	}
	const leverage = inverse.reduce(
		(sum, column) => sum + used.reduce((dot, index, at) => dot + column[at]! * means[index]!, 0) ** 2,
		0
	);
	return {
		slopes,
		intercept: slopes.reduce((value, slope, index) => value - slope * means[index]!, meanOfY),
		slopeErrors,
		interceptError: hasConstant ? Math.sqrt(variance * (1 / count + leverage)) : NaN,
		determination: explained / (explained + residual),
		standardError: Math.sqrt(variance),
		f: explained / used.length / variance,
		freedom,
		explained,
		residual,
		valueAt: (xs) =>
			slopes.reduce((value, slope, index) => value + slope * (xs[index]! - means[index]!), meanOfY)
	};
}

/** The mean, corrected by the mean of what is left. */
export function mean(values: readonly number[]): number {
	const first = values.reduce((sum, value) => sum + value, 0) / values.length;
	return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

/** Turns a column so that nothing is left below a row, and the others with it. */
function reflect(column: number[], row: number, others: readonly number[][], length: number): void {
	const head = column[row]! > 0 ? -length : length;
	const mirror = column.slice(row);
	mirror[0]! -= head;
	const square = mirror.reduce((sum, value) => sum + value * value, 0);
	for (const other of others) {
		const dot = mirror.reduce((sum, value, at) => sum + value * other[row + at]!, 0);
		const factor = (2 * dot) / square;
		for (const [at, value] of mirror.entries()) other[row + at]! -= factor * value;
	}
	column[row] = head;
	column.fill(0, row + 1);
}

/** Solves for the triangle whose columns these are. */
function backSubstitute(upper: readonly (readonly number[])[], target: readonly number[]): number[] {
	const solved = target.slice(0, upper.length);
	for (let at = upper.length - 1; at >= 0; at--) {
		solved[at]! /= upper[at]![at]!;
		for (let above = 0; above < at; above++) solved[above]! -= solved[at]! * upper[at]![above]!;
	}
	return solved;
}

function unit(at: number, length: number): number[] {
	return Array.from({ length }, (_, index) => (index === at ? 1 : 0));
}

function norm(values: readonly number[], from: number): number {
	let largest = 0;
	for (let at = from; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at]!));
	if (largest === 0) return 0;
	let sum = 0;
	for (let at = from; at < values.length; at++) sum += (values[at]! / largest) ** 2;
	return largest * Math.sqrt(sum);
}
