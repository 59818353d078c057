import { CellError, SimpleRangeValue } from 'hyperformula';
import { divisionByZero, notAvailable, wrongNumber, wrongReference, wrongValue } from './failures';
import { leastSquares, type Fit } from './least-squares';
import { defineFunction, type Parameter } from './numeric-function';
import { pairsOf, type Rows } from './pairs';
import { block, flag, leftOutWhereEmpty, number, optional } from './parameters';

const CATEGORY = 'Statistical';

const pairedY = block('Known_ys', 'The values that depend on the others.');
const pairedX = block('Known_xs', 'The values that they depend on, as many.');
const knownY = block('Known_ys', 'The values that depend on the others.');
const knownX = omittable(
	block(
		'Known_xs',
		'The values that they depend on: one or more columns beside, or rows. 1, 2, 3... if left out.'
	)
);
const newX = omittable(block('New_xs', 'Where to give values; at the known x if left out.'));
const constant = optional(
	leftOutWhereEmpty(flag('Const', 'FALSE where the fit goes through the origin.')),
	true
);
const statistics = optional(flag('Stats', 'TRUE for the errors and the quality of the fit as well.'), false);

/** A block that counts as left out where nothing stands between the commas. */
function omittable(parameter: Parameter<Rows>): Parameter<Rows | undefined> {
	return {
		...parameter,
		isOptional: true,
		read: (given, reading) =>
			given.length === 0 || given[0]!.value === null ? undefined : parameter.read(given, reading)
	};
}

function lineThrough(ys: Rows, xs: Rows): Fit | CellError {
	const data = pairsOf(ys, xs);
	if (data instanceof CellError) return data;
	if (data.x.length === 0 || data.x.every((value) => value === data.x[0]))
		return divisionByZero('A line needs two points or more with different x.');
	return leastSquares(data.y, [data.x], true);
}

/** Rows and columns of a block. */
interface BlockSize {
	readonly width: number;
	readonly height: number;
}

/** How many variables there are, and how their values lie. */
function layout(y: BlockSize, x: BlockSize): { count: number; areColumns: boolean } | undefined {
	if (x.width === y.width && x.height === y.height) return { count: 1, areColumns: true };
	if (y.width === 1 && x.height === y.height) return { count: x.width, areColumns: true };
	if (y.height === 1 && x.width === y.width) return { count: x.height, areColumns: false };
	return undefined;
}

function sizeOfRows(rows: Rows): BlockSize {
	return { width: rows[0]?.length ?? 0, height: rows.length };
}

function numbersOf(rows: Rows): number[] | CellError {
	const values = rows.flat();
	return values.every((value): value is number => typeof value === 'number')
		? values
		: wrongValue('Every x and y must be a number: texts and blank cells cannot be fitted.');
}

interface Problem {
	readonly y: number[];
	readonly columns: number[][];
	readonly areColumns: boolean;
}

function columnsOf(
	values: readonly number[],
	size: BlockSize,
	count: number,
	areColumns: boolean
): number[][] {
	if (count === 1) return [[...values]];
	return Array.from({ length: count }, (_, variable) =>
		values.filter((_, at) => (areColumns ? at % size.width : Math.floor(at / size.width)) === variable)
	);
}

function problemOf(ys: Rows, xs: Rows | undefined, isExponential: boolean): Problem | CellError {
	const y = numbersOf(ys);
	if (y instanceof CellError) return y;
	if (isExponential && y.some((value) => value <= 0))
		return wrongNumber('Exponential growth can be fitted to values above 0 only.');
	const logs = isExponential ? y.map(Math.log) : y;
	if (!xs) return { y: logs, columns: [y.map((_, index) => index + 1)], areColumns: true };
	const x = numbersOf(xs);
	if (x instanceof CellError) return x;
	const laid = layout(sizeOfRows(ys), sizeOfRows(xs));
	if (!laid)
		return wrongReference('The known x must lie beside the known y: as many rows, or as many columns.');
	return {
		y: logs,
		columns: columnsOf(x, sizeOfRows(xs), laid.count, laid.areColumns),
		areColumns: laid.areColumns
	};
}

/** The coefficients of a fit as LINEST lays them out: slopes from the last variable to the first, then the intercept. */
function coefficientRows(fit: Fit, hasConstant: boolean, hasStatistics: boolean, isExponential: boolean) {
	const shown = isExponential ? Math.exp : (value: number) => value;
	const unknown = notAvailable('There is nothing to give here.');
	const known = (value: number, otherwise: CellError) => (Number.isFinite(value) ? value : otherwise);
	const rows: (number | CellError)[][] = [
		[...fit.slopes.map(shown).reverse(), shown(hasConstant ? fit.intercept : 0)]
	];
	if (!hasStatistics) return SimpleRangeValue.onlyValues(rows);
	const undetermined = wrongNumber('The fit is exact: its error cannot be told.');
	const width = fit.slopes.length + 1;
	const padded = (values: (number | CellError)[]) => [
		...values,
		...Array.from({ length: width - values.length }, () => unknown)
	];
	rows.push(
		[
			...fit.slopeErrors.map((value) => known(value, undetermined)).reverse(),
			known(fit.interceptError, hasConstant ? undetermined : unknown)
		],
		padded([known(fit.determination, undetermined), known(fit.standardError, undetermined)]),
		padded([known(fit.f, undetermined), fit.freedom]),
		padded([fit.explained, fit.residual])
	);
	return SimpleRangeValue.onlyValues(rows);
}

function coefficients(isExponential: boolean) {
	return (ys: Rows, xs: Rows | undefined, hasConstant: boolean, hasStatistics: boolean) => {
		const problem = problemOf(ys, xs, isExponential);
		if (problem instanceof CellError) return problem;
		const fit = leastSquares(problem.y, problem.columns, hasConstant);
		return coefficientRows(fit, hasConstant, hasStatistics, isExponential);
	};
}

function fittedValues(isExponential: boolean) {
	return (ys: Rows, xs: Rows | undefined, at: Rows | undefined, hasConstant: boolean) => {
		const problem = problemOf(ys, xs, isExponential);
		if (problem instanceof CellError) return problem;
		const fit = leastSquares(problem.y, problem.columns, hasConstant);
		const shown = isExponential ? Math.exp : (value: number) => value;
		const size = sizeOfRows(at ?? xs ?? ys);
		const values = at ? numbersOf(at) : problem.columns.length === 1 ? problem.columns[0]! : numbersOf(xs!);
		if (values instanceof CellError) return values;
		const count = problem.columns.length;
		if (count === 1) {
			const fitted = values.map((x) => shown(fit.valueAt([x])));
			return SimpleRangeValue.onlyNumbers(
				Array.from({ length: size.height }, (_, row) =>
					fitted.slice(row * size.width, (row + 1) * size.width)
				)
			);
		}
		if ((problem.areColumns ? size.width : size.height) !== count)
			return wrongReference(`The new x must have ${count} variables, as the known x have.`);
		const columns = columnsOf(values, size, count, problem.areColumns);
		const fitted = columns[0]!.map((_, index) => shown(fit.valueAt(columns.map((column) => column[index]!))));
		return SimpleRangeValue.onlyNumbers(problem.areColumns ? fitted.map((one) => [one]) : [fitted]);
	};
}

/** Functions of fitted lines and growth. */
export const REGRESSION = [
	defineFunction({
		name: 'SLOPE',
		category: CATEGORY,
		description: 'Gives the slope of the line that fits points best.',
		parameters: [pairedY, pairedX],
		example: '=SLOPE({2,4,6},{1,2,3})',
		compute(ys, xs) {
			const fit = lineThrough(ys, xs);
			return fit instanceof CellError ? fit : fit.slopes[0]!;
		}
	}),
	defineFunction({
		name: 'INTERCEPT',
		category: CATEGORY,
		description: 'Gives the height at 0 of the line that fits points best.',
		parameters: [pairedY, pairedX],
		example: '=INTERCEPT({3,5,7},{1,2,3})',
		compute(ys, xs) {
			const fit = lineThrough(ys, xs);
			return fit instanceof CellError ? fit : fit.intercept;
		}
	}),
	defineFunction({
		name: 'FORECAST.LINEAR',
		aliases: ['FORECAST'],
		category: CATEGORY,
		description: 'Gives the height at a new x of the line that fits points best.',
		parameters: [number('X', 'The x to give a value for.'), pairedY, pairedX],
		example: '=FORECAST.LINEAR(4,{3,5,7},{1,2,3})',
		compute(x, ys, xs) {
			const fit = lineThrough(ys, xs);
			return fit instanceof CellError ? fit : fit.valueAt([x]);
		}
	}),
	defineFunction({
		name: 'TREND',
		category: CATEGORY,
		description: 'Gives values of the linear fit, one for each new x.',
		parameters: [knownY, knownX, newX, constant],
		example: '=TREND({1,2,3},{1,2,3},{4,5})',
		givesBlock: true,
		compute: fittedValues(false)
	}),
	defineFunction({
		name: 'GROWTH',
		category: CATEGORY,
		description: 'Gives values of the exponential fit, one for each new x.',
		parameters: [knownY, knownX, newX, constant],
		example: '=GROWTH({2,4,8},{1,2,3},{4,5})',
		givesBlock: true,
		compute: fittedValues(true)
	}),
	defineFunction({
		name: 'LINEST',
		category: CATEGORY,
		description:
			'Gives the slopes of the linear fit from the last variable to the first, then its height at 0.',
		parameters: [knownY, knownX, constant, statistics],
		example: '=LINEST({3,5,7},{1,2,3})',
		givesBlock: true,
		compute: coefficients(false)
	}),
	defineFunction({
		name: 'LOGEST',
		category: CATEGORY,
		description:
			'Gives the factors of the exponential fit from the last variable to the first, then its value at 0.',
		parameters: [knownY, knownX, constant, statistics],
		example: '=LOGEST({2,4,8},{1,2,3})',
		givesBlock: true,
		compute: coefficients(true)
	})
];
