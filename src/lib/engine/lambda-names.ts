import { ENGINE_CALL, engineName, isLambda, tokenizeFormula, type EngineNames } from '$lib/formula';
import type { Name, Workbook } from '$lib/workbook';
import { HyperFormula } from 'hyperformula';

/** How formulas call the names of a workbook that stand for a LAMBDA. */
export interface LambdaNames {
	/** In a cell: together with all LAMBDAs that the call may lead to, so that they are calculated before it. */
	readonly inFormulas: EngineNames;
	/** In what a name refers to. A LAMBDA may lead back to itself and so must not wait for any. */
	in(record: Name): EngineNames;
}

/** The names of a workbook that stand for a LAMBDA. */
export function lambdaNames(workbook: Workbook): LambdaNames {
	const words = new Map<string, readonly string[]>();
	for (const { name, refersTo } of workbook.tables.name.values()) {
		const key = name.toLowerCase();
		if (words.has(key) || !isLambda(refersTo) || isFunction(name)) continue;
		words.set(key, wordsOf(refersTo));
	}
	if (words.size === 0) return { inFormulas: {}, in: () => ({}) };
	const texts = new Map([...words.keys()].map((name) => [name, callOf(name, reachable(name, words))]));
	const inFormulas: EngineNames = { textOf: (name) => texts.get(name) };
	const inLambda: EngineNames = { textOf: (name) => (words.has(name) ? callOf(name, []) : undefined) };
	return { inFormulas, in: ({ refersTo }) => (isLambda(refersTo) ? inLambda : inFormulas) };
}

function callOf(name: string, reads: readonly string[]): string {
	return `${ENGINE_CALL.late}(${[`"${engineName(name)}"`, ...reads.map(engineName)].join(',')})`;
}

function isFunction(name: string): boolean {
	return HyperFormula.getFunctionPlugin(name.toUpperCase()) !== undefined;
}

function wordsOf(formula: string): string[] {
	return tokenizeFormula(formula)
		.filter(({ kind, isLocal }) => (kind === 'name' || kind === 'function') && !isLocal)
		.map(({ text }) => text.toLowerCase());
}

/** A name and all that it leads to. */
function reachable(name: string, words: ReadonlyMap<string, readonly string[]>): string[] {
	const found = new Set([name]);
	for (const one of found) for (const word of words.get(one)!) if (words.has(word)) found.add(word);
	return [...found];
}
