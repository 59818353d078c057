import {
	CellError,
	EmptyValue,
	FunctionArgumentType,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { formatAddress, MAX_ROWS } from '$lib/workbook';
import { refuseTooLarge } from '../../array-arithmetic';
import { nothing, wrongValue } from '../lookup/failures';
import { arrayOf, scalarOf, type Given, type Scalar } from '../lookup/values';
import { isCallOf, type Call, type CallState, type Expression, type Value } from '../scope/closure';
import type { Area } from './area';
import { ReferencePlugin, WRONG_COUNT } from './reference-plugin';
import { mayRefer } from './refers';

/** Where cells stand is known without what is in them: a formula may ask for the place of its own cell. */
const PLACE = {
	parameters: [{ argumentType: FunctionArgumentType.ANY, optionalArg: true }],
	isDependentOnSheetStructureChange: true,
	doesNotNeedArgumentsToBeComputed: true,
	vectorizationForbidden: true
};

/** The functions that tell where cells stand. */
export class PlaceFunctions extends ReferencePlugin {
	static override implementedFunctions: ImplementedFunctions = {
		ROW: { method: 'row', ...PLACE },
		COLUMN: { method: 'column', ...PLACE },
		SHEET: { method: 'sheet', ...PLACE },
		SHEETS: { method: 'sheets', ...PLACE },
		AREAS: { method: 'areas', ...PLACE, parameters: [{ argumentType: FunctionArgumentType.ANY }] },
		CELL: {
			method: 'cell',
			parameters: [
				{ argumentType: FunctionArgumentType.STRING },
				{ argumentType: FunctionArgumentType.ANY, optionalArg: true }
			],
			isDependentOnSheetStructureChange: true,
			vectorizationForbidden: true
		}
	};

	/** The number of the row; of a range each where arrays are calculated with, and the first elsewhere. */
	row({ args }: Call, state: CallState): Value {
		const area = this.#areaGiven(args, state);
		if (area instanceof CellError) return area;
		// Arrays of whole columns end where the sheet does that they stand on, and so do those of whole rows.
		const isWhole = area.top === 0 && area.bottom === MAX_ROWS - 1;
		const inUse = this.dependencyGraph.getSheetHeight(area.sheet);
		const numbers = numbersOf(area.top, isWhole ? Math.max(0, inUse - 1) : area.bottom, state);
		return Array.isArray(numbers) ? arrayOf(numbers.map((number) => [number])) : numbers;
	}

	column({ args }: Call, state: CallState): Value {
		const area = this.#areaGiven(args, state);
		if (area instanceof CellError) return area;
		const inUse = this.dependencyGraph.getSheetWidth(area.sheet);
		const last = isRows(args[0]) ? Math.max(0, inUse - 1) : area.right;
		const numbers = numbersOf(area.left, last, state);
		return Array.isArray(numbers) ? arrayOf([numbers]) : numbers;
	}

	/** The number of a sheet, by a cell on it or by its name as a text. */
	sheet({ args }: Call, state: CallState): Value {
		const [argument] = args;
		if (argument && args.length === 1 && !mayRefer(argument)) {
			const name = this.evaluateAst(argument, state);
			if (name instanceof CellError) return name;
			const sheet = typeof name === 'string' ? this.dependencyGraph.sheetMapping.getSheetId(name) : undefined;
			return sheet === undefined ? nothing('There is no sheet of that name.') : sheet + 1;
		}
		const area = this.#areaGiven(args, state);
		return area instanceof CellError ? area : area.sheet + 1;
	}

	/** How many sheets there are; 1 for a reference, which never reaches over several here. */
	sheets({ args }: Call, state: CallState): Value {
		if (args.length === 0) return this.dependencyGraph.sheetMapping.numberOfSheets();
		const area = this.#areaGiven(args, state);
		return area instanceof CellError ? area : 1;
	}

	/** How many blocks a reference has. */
	areas({ args }: Call, state: CallState): Value {
		if (args.length !== 1) return WRONG_COUNT;
		const blocks = blocksOf(args[0]!);
		for (const block of blocks) {
			const area = this.areaOf(block, state);
			if (area instanceof CellError) return area;
		}
		return blocks.length;
	}

	/** Where a cell stands and what is in it. */
	cell({ args }: Call, state: CallState): Value {
		const [kind, reference, ...more] = args;
		if (!kind || more.length > 0) return WRONG_COUNT;
		const asked = this.evaluateAst(kind, state);
		if (asked instanceof CellError) return asked;
		if (!reference)
			return wrongValue(
				'CELL needs a reference here: which cell was changed last is not part of a workbook.'
			);
		const area = this.areaOf(reference, state);
		if (area instanceof CellError) return area;
		switch (typeof asked === 'string' ? asked.toLowerCase() : '') {
			case 'address':
				return this.#addressOf(area, state);
			case 'row':
				return area.top + 1;
			case 'col':
				return area.left + 1;
			case 'contents':
				return this.#contentsOf(reference, state);
			case 'type': {
				const contents = this.#contentsOf(reference, state);
				return contents === EmptyValue ? 'b' : typeof contents === 'string' ? 'l' : 'v';
			}
			default:
				return wrongValue('CELL tells "address", "row", "col", "contents" and "type" here.');
		}
	}

	/** An address as it is written from the sheet of the formula. */
	#addressOf({ sheet, top, left }: Area, { formulaAddress }: CallState): string {
		const address = formatAddress({ row: top, column: left })
			.replace(/(?=\d)/, '$')
			.replace(/^/, '$');
		if (sheet === formulaAddress.sheet) return address;
		const name = this.dependencyGraph.sheetMapping.getSheetName(sheet)!;
		return `'${name.replaceAll("'", "''")}'!${address}`;
	}

	#contentsOf(reference: Expression, state: CallState): Scalar {
		const value = this.evaluateAst(reference, state);
		const first = value instanceof SimpleRangeValue ? value.data[0]![0]! : value;
		return scalarOf(first as Exclude<Given, SimpleRangeValue>);
	}

	#areaGiven(args: Call['args'], state: CallState): Area | CellError {
		if (args.length > 1) return WRONG_COUNT;
		if (args[0]) return this.areaOf(args[0], state);
		const { sheet, row, col } = state.formulaAddress;
		return { sheet, top: row, left: col, bottom: row, right: col };
	}
}

/** The numbers of lines, counted from 1: each where arrays are calculated with, else that of the first. */
function numbersOf(first: number, last: number, { arraysFlag }: CallState): number[] | number | CellError {
	if (!arraysFlag || first === last) return first + 1;
	refuseTooLarge(last - first + 1, 1);
	return Array.from({ length: last - first + 1 }, (_, index) => first + 1 + index);
}

function isRows(expression: Expression | undefined): boolean {
	const type: string | undefined = expression?.type;
	return type === 'ROW_RANGE';
}

/** The references in a union of several; a single one otherwise. */
function blocksOf(expression: Expression): readonly Expression[] {
	if ('expression' in expression) return blocksOf(expression.expression);
	return isCallOf(expression, ENGINE_CALL.union) ? expression.args.flatMap(blocksOf) : [expression];
}
