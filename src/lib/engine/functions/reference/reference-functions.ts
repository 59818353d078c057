import { CellError, SimpleRangeValue, type ImplementedFunctions } from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { isFormula, type Content } from '$lib/workbook';
import { nothing, wrongValue } from '../lookup/failures';
import { arrayOf, scalarOf, type Given, type Scalar } from '../lookup/values';
import { textOf, type Call, type CallState, type Expression, type Value } from '../scope/closure';
import { keyOfArea, type Area } from './area';
import { ReferencePlugin, WRONG_COUNT } from './reference-plugin';
import { mayRefer } from './refers';
import { keyOfCell, type ContentContext, type ToldContext } from './told-reads';

type Single = Exclude<Given, SimpleRangeValue>;

/** Ends a calculation that needs cells which it has not been told to wait for. */
class NotWaitedFor extends Error {}

/** The formula that is being calculated: the references that it waits for, and those that it turned out to read. */
interface Reading {
	readonly waitedFor: ReadonlyMap<string, Expression>;
	readonly found: Set<string>;
}

const NOT_HERE = 'References that are calculated cannot be used here: write the formula into a cell.';

/** What is typed into a cell may change where its value stays, so that nothing tells when to look again. */
const TYPED = { parameters: [], isVolatile: true, doesNotNeedArgumentsToBeComputed: true };

/** OFFSET, INDIRECT, ranges whose ends are calculated and what references have in common; and what tells of the cells that are referred to. */
export class ReferenceFunctions extends ReferencePlugin {
	static override implementedFunctions: ImplementedFunctions = {
		[ENGINE_CALL.reads]: { method: 'reads', parameters: [] },
		[ENGINE_CALL.offset]: { method: 'offset', parameters: [] },
		[ENGINE_CALL.range]: { method: 'range', parameters: [] },
		[ENGINE_CALL.common]: { method: 'common', parameters: [] },
		[ENGINE_CALL.gather]: { method: 'gather', parameters: [] },
		[ENGINE_CALL.union]: { method: 'union', parameters: [] },
		INDIRECT: { method: 'indirect', parameters: [] },
		ISREF: { method: 'isReference', parameters: [], doesNotNeedArgumentsToBeComputed: true },
		FORMULATEXT: { method: 'formulaText', ...TYPED },
		ISFORMULA: { method: 'isFormulaIn', ...TYPED }
	};

	#reading: Reading | undefined;

	/** Calculates a formula and keeps what it read, so that the next calculation waits for that. */
	reads(call: Call, state: CallState): Value {
		const [formula, ...told] = call.args;
		const waitedFor = new Map<string, Expression>();
		for (let index = 0; index + 1 < told.length; index += 2)
			waitedFor.set(textOf(told[index]!), told[index + 1]!);
		const found = new Set<string>();
		this.#reading = { waitedFor, found };
		try {
			return this.evaluateAst(formula!, state);
		} catch (thrown) {
			if (thrown instanceof NotWaitedFor) return wrongValue(NOT_HERE);
			throw thrown;
		} finally {
			this.#reading = undefined;
			const { toldReads } = this.config.context as ToldContext;
			toldReads.set(keyOfCell(state.formulaAddress), [...found].sort());
		}
	}

	offset(call: Call, state: CallState): Value {
		return this.#read(this.offsetArea(call, state), state);
	}

	range(call: Call, state: CallState): Value {
		return this.#read(this.rangeArea(call, state), state);
	}

	common(call: Call, state: CallState): Value {
		return this.#read(this.commonArea(call, state), state);
	}

	indirect(call: Call, state: CallState): Value {
		return this.#read(this.indirectArea(call, state), state);
	}

	/** Tells of several references before the first of them is read: each that is told alone costs a build. */
	gather(call: Call, state: CallState): Value {
		if (!this.#reading) return wrongValue(NOT_HERE);
		const { found, waitedFor } = this.#reading;
		let isMissing = false;
		for (const reference of call.args) {
			const area = this.areaOf(reference, state);
			if (area instanceof CellError) continue;
			const key = keyOfArea(area);
			found.add(key);
			isMissing ||= !waitedFor.has(key);
		}
		if (isMissing) throw new NotWaitedFor();
		return true;
	}

	/** All values of several references, one below the other: what summaries and orders take is the same in any shape. */
	union(call: Call, state: CallState): Value {
		const values: Scalar[] = [];
		for (const block of call.args) {
			const area = this.areaOf(block, state);
			if (area instanceof CellError) return area;
			const value = this.evaluateAst(block, state) as Given;
			const rows = value instanceof SimpleRangeValue ? value.data : [[value]];
			for (const row of rows) for (const one of row) values.push(scalarOf(one as Single));
		}
		return arrayOf(values.map((value) => [value]));
	}

	isReference(call: Call, state: CallState): Value {
		const [argument] = call.args;
		if (!argument || call.args.length > 1) return WRONG_COUNT;
		if (!mayRefer(argument)) return false;
		return !calls(argument) || !(this.areaOf(argument, state) instanceof CellError);
	}

	formulaText(call: Call, state: CallState): Value {
		const content = this.#contentGiven(call, state);
		if (content instanceof CellError) return content;
		return isFormula(content) ? content : nothing('There is no formula in the cell.');
	}

	isFormulaIn(call: Call, state: CallState): Value {
		const content = this.#contentGiven(call, state);
		return content instanceof CellError ? content : isFormula(content);
	}

	/** What was typed into the first cell that a call is given. */
	#contentGiven({ args }: Call, state: CallState): Content | CellError {
		if (args.length !== 1) return WRONG_COUNT;
		const area = this.areaOf(args[0]!, state);
		if (area instanceof CellError) return area;
		const sheetName = this.dependencyGraph.sheetMapping.getSheetName(area.sheet);
		return sheetName === undefined
			? null
			: (this.config.context as ContentContext).contentOf(sheetName, area.top, area.left);
	}

	#read(area: Area | CellError, state: CallState): Value {
		if (area instanceof CellError) return area;
		if (!this.#reading) return wrongValue(NOT_HERE);
		const key = keyOfArea(area);
		this.#reading.found.add(key);
		const reference = this.#reading.waitedFor.get(key);
		if (!reference) throw new NotWaitedFor();
		return this.evaluateAst(reference, state);
	}
}

function calls(expression: Expression): boolean {
	return 'expression' in expression ? calls(expression.expression) : 'procedureName' in expression;
}
