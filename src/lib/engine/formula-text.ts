import {
	engineName,
	hasLinesOutsideCalls,
	isCalledName,
	isLambda,
	isToldLate,
	normalizeForEngine,
	rewriteReferences,
	tokenizeFormula,
	withSheetsQuoted,
	type EngineNames,
	type FormulaProblem
} from '$lib/formula';
import { nameCalled, parseAbsoluteReference, type Name, type Result, type Workbook } from '$lib/workbook';
import { FillingText } from './filling-text';
import { lambdaNames, type LambdaNames } from './lambda-names';

/** How the formulas of a workbook are written for the calculation. */
export class FormulaText {
	#workbook: Workbook;
	/** In lower case. */
	#sheetNames: ReadonlySet<string>;
	#lambdas: LambdaNames;
	#filling: FillingText;
	/** What stands for names whose references are told only when they are calculated, by name in lower case. */
	#calculated = new Map<string, string | undefined>();

	constructor(workbook: Workbook, sheetNames: ReadonlySet<string>) {
		this.#workbook = workbook;
		this.#sheetNames = sheetNames;
		this.#lambdas = lambdaNames(workbook);
		this.#filling = new FillingText(namesOfMany(workbook));
	}

	/** A formula with nothing in it that the calculation cannot read. */
	read(formula: string): Result<string, FormulaProblem> {
		return this.#read(formula, this.#lambdas.inFormulas);
	}

	/** The same of what a name refers to. */
	readName(name: Name): Result<string, FormulaProblem> {
		return this.#read(name.refersTo, this.#lambdas.in(name));
	}

	/** A formula that was read, as a cell holds it. */
	ofCell(formula: string): string {
		return this.#filling.ofCell(formula);
	}

	/** A formula that was read, as what a name refers to. */
	ofName(formula: string): string {
		return this.#filling.ofName(formula);
	}

	/** Whether formulas hold what a name refers to in its place, since its references are told when they are calculated. */
	isCalculated(name: string): boolean {
		return this.#calculatedName(name.toLowerCase()) !== undefined;
	}

	/**
	 * References to sheets that are not there are lost beforehand: the calculation fails when it meets one twice. No sheet's
	 * name has a colon: what goes through several sheets is told as such.
	 */
	#read(formula: string, lambdas: EngineNames): Result<string, FormulaProblem> {
		const mapSheet = (name: string) =>
			name === '' || name.includes(':') || this.#sheetNames.has(name.toLowerCase()) ? name : null;
		const isSheet = (name: string) => this.#sheetNames.has(name.toLowerCase());
		const called = this.#withCallsJoined(withSheetsQuoted(formula, isSheet));
		return normalizeForEngine(called.includes('!') ? rewriteReferences(called, { mapSheet }) : called, {
			textOf: (name) => lambdas.textOf?.(name) ?? this.#calculatedName(name)
		});
	}

	/** `SUM (A1)` is a call as `SUM(A1)` is, where no name of the workbook is meant. */
	#withCallsJoined(formula: string): string {
		if (!/[\w.]\s+\(/.test(formula)) return formula;
		const tokens = tokenizeFormula(formula);
		let isGap = false;
		let joined = '';
		for (const [at, { kind, text }] of tokens.entries()) {
			if (kind !== 'blank') isGap = isCalledName(tokens, at) && this.#isCalled(text);
			if (kind !== 'blank' || !isGap) joined += text;
		}
		return joined;
	}

	#isCalled(word: string): boolean {
		const name = nameCalled(this.#workbook, word);
		return !name || isLambda(name.refersTo);
	}

	#calculatedName(name: string): string | undefined {
		if (!this.#calculated.has(name)) {
			// A name that names itself stands for nothing.
			this.#calculated.set(name, undefined);
			const record = nameCalled(this.#workbook, name);
			const formula = record && this.read(record.refersTo);
			const isWritten = (text: string) => isToldLate(text) || hasLinesOutsideCalls(text);
			if (formula?.ok && isWritten(formula.value)) this.#calculated.set(name, `(${formula.value.slice(1)})`);
		}
		return this.#calculated.get(name);
	}
}

/** The names that stand for anything but one cell, as the calculation knows them. */
function namesOfMany(workbook: Workbook): string[] {
	const names: string[] = [];
	for (const { name, refersTo } of workbook.tables.name.values()) {
		const reference = parseAbsoluteReference(refersTo);
		const isOne =
			reference.ok &&
			reference.value.from.row === reference.value.to.row &&
			reference.value.from.column === reference.value.to.column;
		if (!isOne) names.push(engineName(name));
	}
	return names;
}
