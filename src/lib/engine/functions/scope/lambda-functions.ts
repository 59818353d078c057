import {
	CellError,
	EmptyValue,
	ErrorType,
	FunctionPlugin,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { MAX_ROWS } from '$lib/workbook';
import { wrongValue } from '../lookup/failures';
import { extentOf, gridOf, type Grid } from '../lookup/grid';
import { scalarOf, type Given as Taken, type Scalar } from '../lookup/values';
import { areColumns } from '../reference/lines';
import { passageThrough } from '../reference/passages';
import {
	atBlankPlace,
	linesThrough,
	numbersPlaces,
	placeNumber,
	refuseEveryPlace,
	valuesIn
} from '../reference/whole-lines';
import { linesSaid } from '../reference/written-lines';
import {
	Closure,
	givenValue,
	inArrays,
	isNothing,
	type Call,
	type CallState,
	type Expression,
	type Given,
	type Value
} from './closure';
import { closureOf } from './name-functions';
import { isStopped, scopesOf, tooMany } from './scopes';

/** More cells than this are not gone through. */
const MAX_CALLED_CELLS = 1_000_000;

type One = (...given: Given[]) => Value;

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
		return this.#each(call, state, call.args.slice(0, -1), (grids, one) => {
			const height = Math.max(...grids.map((grid) => grid.height));
			const width = Math.max(...grids.map((grid) => grid.width));
			return filled(width, height, (row, column) => {
				const isInAll = grids.every((grid) => row < grid.height && column < grid.width);
				return isInAll
					? one(...grids.map((grid) => givenValue(grid.at(row, column))))
					: new CellError(ErrorType.NA, 'The arrays that MAP goes through differ in size.');
			});
		});
	}

	scan(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, [call.args[1]!], ([grid], one) => {
			const next = this.#follower(call, state, one);
			return filled(grid!.width, grid!.height, (row, column) => next(grid!.at(row, column)));
		});
	}

	reduce(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, [call.args[1]!], ([grid], one, blank) => {
			const next = this.#follower(call, state, one);
			let last = EMPTY;
			for (let row = 0; row < grid!.height; row++) {
				for (let column = 0; column < grid!.width; column++) {
					last = next(grid!.at(row, column));
					if (isStopped(last)) return last;
				}
			}
			// A row that changes nothing changes nothing either however often it comes.
			if (blank.some((value) => next(value) !== last)) refuseEveryPlace();
			return last;
		});
	}

	byRow(call: Call, state: CallState): Value {
		if (call.args.length !== 2) return WRONG_COUNT;
		const lines = this.#lines(call, state, false);
		return this.#each(call, state, lines ? [] : [call.args[0]!], ([grid], one) =>
			lines
				? filled(1, lines.length, (row) => one(lines[row]!))
				: filled(1, grid!.height, (row) => one(givenValue(part(grid!, row, 0, 1, grid!.width))))
		);
	}

	byColumn(call: Call, state: CallState): Value {
		if (call.args.length !== 2) return WRONG_COUNT;
		const lines = this.#lines(call, state, true);
		return this.#each(call, state, lines ? [] : [call.args[0]!], ([grid], one) =>
			lines
				? filled(lines.length, 1, (_, column) => one(lines[column]!))
				: filled(grid!.width, 1, (_, column) => one(givenValue(part(grid!, 0, column, grid!.height, 1))))
		);
	}

	makeArray(call: Call, state: CallState): Value {
		if (call.args.length !== 3) return WRONG_COUNT;
		return this.#each(call, state, call.args.slice(0, 2), ([rows, columns], one) => {
			const [height, width] = [rows!, columns!].map((grid) => this.#countOf(grid.at(0, 0)));
			if (height instanceof CellError) return height;
			if (width instanceof CellError) return width;
			if (height! < 1 || width! < 1) return wrongValue('MAKEARRAY needs at least one row and one column.');
			if (height! * width! > MAX_CALLED_CELLS) return tooMany();
			return filled(width!, height!, (row, column) => one(givenValue(row + 1), givenValue(column + 1)));
		});
	}

	/** The whole columns, or whole rows, that a call goes through one by one; undefined where there are none. */
	#lines(call: Call, state: CallState, areDown: boolean): Given[] | undefined {
		const inside = inArrays(state);
		const valueOf = (expression: Expression) => this.evaluateAst(expression, inside);
		const said = linesSaid(call.args[0]!, call, scopesOf(this.interpreter), valueOf);
		if (!said || passageThrough(said)?.isDown !== areDown) return undefined;
		const all = valueOf(said);
		if (!(all instanceof SimpleRangeValue)) return undefined;
		return Array.from({ length: areDown ? all.width() : all.height() }, (_, index): Given => {
			const at = [0, index + 1].map((value) => ({ type: 'NUMBER', value }));
			const args = [said, ...(areDown ? at : at.reverse())];
			const expression = { ...call, procedureName: 'INDEX', args } as unknown as Expression;
			return { isOmitted: false, expression, value: () => valueOf(expression) };
		});
	}

	/**
	 * Calls the LAMBDA that is the last argument as often as `go` asks for, with the cells of other arguments. Of whole
	 * columns these are what is in use; what stands in each row behind them is told apart.
	 */
	#each(
		call: Call,
		state: CallState,
		sources: readonly Expression[],
		go: (grids: readonly Cells[], one: One, blank: readonly Scalar[]) => Value
	): Value {
		const inside = inArrays(state);
		const scopes = scopesOf(this.interpreter);
		return scopes.deeper(scopes.scope, () => {
			const last = call.args.at(-1)!;
			const values = ['SCAN', 'REDUCE'].includes(call.procedureName) ? 2 : Math.max(1, sources.length);
			const closure = closureOf(last, this.evaluateAst(last, inside), values);
			if (!(closure instanceof Closure)) return closure;
			const grids: Cells[] = [];
			const valueOf = (expression: Expression) => this.evaluateAst(expression, inside);
			const said = sources.map((source) => linesSaid(source, call, scopes, valueOf) ?? source);
			for (const source of said) {
				const value = valueOf(source);
				if (value instanceof CellError) return value;
				grids.push(cellsOf(call, source, gridOf(value as Taken, this.dependencyGraph, this.config)));
			}
			if (grids.some(({ height, width }) => height * width > MAX_CALLED_CELLS)) return tooMany();
			const one: One = (...given) =>
				scopes.invoke(closure, given, () => this.evaluateAst(closure.body, inside));
			return go(
				grids,
				one,
				said.flatMap((source) => this.#behind(source, inside))
			);
		});
	}

	/** The values of each row behind what is in use of whole columns; none where a source has an end. */
	#behind(source: Expression, state: CallState): Scalar[] {
		const lines = linesThrough(source);
		if (!lines || !areColumns(lines)) return [];
		if (numbersPlaces(source)) refuseEveryPlace();
		return valuesIn(this.evaluateAst(atBlankPlace(source, placeNumber(MAX_ROWS), state), state));
	}

	/** Goes on from the first argument with each further value; where nothing is given, from the first value itself. */
	#follower(call: Call, state: CallState, one: One): (value: Scalar) => Value {
		const start = call.args[0]!;
		let last = isNothing(start) ? undefined : this.evaluateAst(start, inArrays(state));
		return (value) => (last = last === undefined ? value : one(givenValue(last), givenValue(value)));
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

/** The cells that a call goes through: of whole columns REDUCE looks at those in use, and sees to the others itself. */
function cellsOf({ procedureName }: Call, source: Expression, grid: Grid): Cells {
	const lines = linesThrough(source);
	if (!lines) return grid;
	if (procedureName === 'REDUCE' && areColumns(lines))
		return { height: extentOf(grid).height, width: grid.width, at: grid.at };
	// Of a calculation with whole lines there is no more than what is in use of them.
	if (areColumns(lines) || lines !== source) refuseEveryPlace();
	return grid;
}

function valuesOf(height: number, width: number, at: (row: number, column: number) => Scalar): Value {
	const rows = Array.from({ length: height }, (_, row) =>
		Array.from({ length: width }, (_, column) => at(row, column))
	);
	return height === 1 && width === 1 ? rows[0]![0]! : SimpleRangeValue.onlyValues(rows);
}
