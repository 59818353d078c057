import {
	CellError,
	EmptyValue,
	ErrorType,
	FunctionPlugin,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { wrongValue } from '../lookup/failures';
import { extentOf, gridOf, type Grid } from '../lookup/grid';
import { scalarOf, type Given as Taken, type Scalar } from '../lookup/values';
import { linesThrough, refuseEveryPlace } from '../reference/whole-lines';
import {
	Closure,
	givenValue,
	inArrays,
	isNothing,
	type Call,
	type CallState,
	type Expression,
	type Value
} from './closure';
import { closureOf } from './name-functions';
import { isStopped, scopesOf, tooMany } from './scopes';

/** More cells than this are not gone through. */
const MAX_CALLED_CELLS = 1_000_000;

type One = (...values: Value[]) => Value;

/** The cells that are gone through. */
type Cells = Pick<Grid, 'height' | 'width' | 'at'>;

const WRONG_COUNT = new CellError(ErrorType.NA, 'Wrong number of arguments.');
const EMPTY = EmptyValue as Value;

/** The functions that call a LAMBDA for each of many values. */
export class LambdaFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		MAP: { method: 'map', parameters: [] },
		SCAN: { method: 'scan', parameters: [] },
		REDUCE: { method: 'reduce', parameters: [] },
		BYROW: { method: 'byRow', parameters: [] },
		BYCOL: { method: 'byColumn', parameters: [] },
		MAKEARRAY: { method: 'makeArray', parameters: [] }
	};

	map(call: Call, state: CallState): Value {
		if (call.args.length < 2) return WRONG_COUNT;
		return this.#each(call, state, call.args.slice(0, -1), (grids, one, isEndless) => {
			if (isEndless) refuseUnlessNothing(one(...grids.map(() => EMPTY)));
			const height = Math.max(...grids.map((grid) => grid.height));
			const width = Math.max(...grids.map((grid) => grid.width));
			return filled(width, height, (row, column) => {
				const isInAll = grids.every((grid) => row < grid.height && column < grid.width);
				return isInAll
					? one(...grids.map((grid) => grid.at(row, column)))
					: new CellError(ErrorType.NA, 'The arrays that MAP goes through differ in size.');
			});
		});
	}

	scan(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, [call.args[1]!], ([grid], one, isEndless) => {
			const next = this.#follower(call, state, one);
			const values = filled(grid!.width, grid!.height, (row, column) => next(grid!.at(row, column)));
			if (isEndless) refuseUnlessNothing(next(EmptyValue));
			return values;
		});
	}

	reduce(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, [call.args[1]!], ([grid], one, isEndless) => {
			const next = this.#follower(call, state, one);
			let last = EMPTY;
			for (let row = 0; row < grid!.height; row++) {
				for (let column = 0; column < grid!.width; column++) {
					last = next(grid!.at(row, column));
					if (isStopped(last)) return last;
				}
			}
			if (isEndless && next(EmptyValue) !== last) refuseEveryPlace();
			return last;
		});
	}

	byRow(call: Call, state: CallState): Value {
		if (call.args.length !== 2) return WRONG_COUNT;
		return this.#each(call, state, [call.args[0]!], ([grid], one, isEndless) => {
			const { width, height } = grid!;
			if (isEndless) refuseUnlessNothing(one(valuesOf(1, width, () => EmptyValue)));
			return filled(1, height, (row) => one(part(grid!, row, 0, 1, width)));
		});
	}

	byColumn(call: Call, state: CallState): Value {
		if (call.args.length !== 2) return WRONG_COUNT;
		return this.#each(call, state, [call.args[0]!], ([grid], one, isEndless) => {
			const { width, height } = grid!;
			if (isEndless) refuseUnlessNothing(one(valuesOf(height, 1, () => EmptyValue)));
			return filled(width, 1, (_, column) => one(part(grid!, 0, column, height, 1)));
		});
	}

	makeArray(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, call.args.slice(0, 2), ([rows, columns], one) => {
			const [height, width] = [rows!, columns!].map((grid) => this.#countOf(grid.at(0, 0)));
			if (height instanceof CellError) return height;
			if (width instanceof CellError) return width;
			if (height! < 1 || width! < 1) return wrongValue('MAKEARRAY needs at least one row and one column.');
			if (height! * width! > MAX_CALLED_CELLS) return tooMany();
			return filled(width!, height!, (row, column) => one(row + 1, column + 1));
		});
	}

	/**
	 * Calls the LAMBDA that is the last argument as often as `go` asks for, with the grids of other arguments. They are
	 * endless where they go through whole columns or rows, of which grids hold what is in use.
	 */
	#each(
		call: Call,
		state: CallState,
		sources: readonly Expression[],
		go: (grids: readonly Cells[], one: One, isEndless: boolean) => Value
	): Value {
		const inside = inArrays(state);
		const scopes = scopesOf(this.interpreter);
		return scopes.deeper(scopes.scope, () => {
			const last = call.args.at(-1)!;
			const values = ['SCAN', 'REDUCE'].includes(call.procedureName) ? 2 : sources.length;
			const closure = closureOf(last, this.evaluateAst(last, inside), values);
			if (!(closure instanceof Closure)) return closure;
			const grids: Cells[] = [];
			for (const source of sources) {
				const value = this.evaluateAst(source, inside);
				if (value instanceof CellError) return value;
				grids.push(inUse(call, gridOf(value as Taken, this.dependencyGraph, this.config)));
			}
			if (grids.some(({ height, width }) => height * width > MAX_CALLED_CELLS)) return tooMany();
			const one: One = (...values) =>
				scopes.invoke(closure, values.map(givenValue), () => this.evaluateAst(closure.body, inside));
			return go(
				grids,
				one,
				sources.some((source) => linesThrough(source) !== undefined)
			);
		});
	}

	/** Goes on from the first argument with each further value; where nothing is given, from the first value itself. */
	#follower(call: Call, state: CallState, one: One): (value: Scalar) => Value {
		const start = call.args[0]!;
		let last = isNothing(start) ? undefined : this.evaluateAst(start, inArrays(state));
		return (value) => (last = last === undefined ? value : one(last, value));
	}

	#countOf(value: Scalar): number | CellError {
		if (value instanceof CellError) return value;
		const number = scalarOf(this.coerceScalarToNumberOrError(value));
		return typeof number === 'number' ? Math.trunc(number) : (number as CellError);
	}
}

/** The values that calls give, one a cell. */
function filled(width: number, height: number, at: (row: number, column: number) => Value): Value {
	const rows: Scalar[][] = [];
	for (let row = 0; row < height; row++) {
		const cells: Scalar[] = [];
		for (let column = 0; column < width; column++) {
			const value = at(row, column);
			if (isStopped(value)) return value;
			if (value instanceof SimpleRangeValue) {
				return wrongValue('The LAMBDA gives more than one value where each call may give one.');
			}
			const one = scalarOf(value as Exclude<Taken, SimpleRangeValue>);
			cells.push(one === EmptyValue ? 0 : one);
		}
		rows.push(cells);
	}
	return height === 1 && width === 1 ? rows[0]![0]! : SimpleRangeValue.onlyValues(rows);
}

function part(grid: Cells, top: number, left: number, height: number, width: number): Value {
	return valuesOf(height, width, (row, column) => grid.at(top + row, left + column));
}

/** What of whole columns and rows is in use. What one call of the LAMBDA gets stays whole. */
function inUse({ procedureName }: Call, grid: Grid): Cells {
	const { height, width } = extentOf(grid);
	return {
		height: procedureName === 'BYCOL' ? grid.height : height,
		width: procedureName === 'BYROW' ? grid.width : width,
		at: grid.at
	};
}

/** Ends a formula that leaves out blank cells of whole columns or rows for which its LAMBDA gives something. */
function refuseUnlessNothing(given: Value): void {
	if (given !== EMPTY && given !== '' && given !== 0 && !(given instanceof CellError)) refuseEveryPlace();
}

function valuesOf(height: number, width: number, at: (row: number, column: number) => Scalar): Value {
	const rows = Array.from({ length: height }, (_, row) =>
		Array.from({ length: width }, (_, column) => at(row, column))
	);
	return height === 1 && width === 1 ? rows[0]![0]! : SimpleRangeValue.onlyValues(rows);
}
