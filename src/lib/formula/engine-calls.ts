import { intersectionsOf } from './common-cells';
import { extentOfCall, givesNames, onlyPiece, nameOfParameter, namedArguments } from './local-names';
import { readName } from './references';
import { isOperator, type FormulaToken } from './tokens';

/**
 * Functions of the engine that stand for what its parser has no rule for. Their names begin with a letter that no
 * function in a typed formula can begin with.
 */
export const ENGINE_CALL = {
	/** `ÀNAME("x")`: the value that LET or LAMBDA gave a name. */
	name: 'ÀNAME',
	/** `ÀCALL(f,1,2)`: what a LAMBDA gives. */
	call: 'ÀCALL',
	/** `ÀLATE("f",…)`: the LAMBDA that a name of the workbook stands for; the rest is what that LAMBDA reads. */
	late: 'ÀLATE',
	/** `ÀRANGE(a,b)`: the cells from one reference to another, as in `A1:INDEX(A:A,3)`. */
	range: 'ÀRANGE',
	/** `ÀUNION(a,b)`: several blocks of cells, as in `(A1:A3,C5)`. */
	union: 'ÀUNION',
	/** `ÀCOMMON(a,b)`: the cells that two references have in common, as in `Jan Sales`. */
	common: 'ÀCOMMON',
	/** OFFSET, whose own word the engine's parser keeps for itself. */
	offset: 'ÀOFFSET',
	/** `ÀREADS(formula,key,reference,…)`: a formula whose references are told when it is calculated, and what it reads. */
	reads: 'ÀREADS',
	/** `ÀGATHER(a,b)`: reads several references at once, so that a formula waits for all of them. */
	gather: 'ÀGATHER'
} as const;

/** What names of the workbook are written as for the engine, by name in lower case; those not told stand for themselves. */
export interface EngineNames {
	textOf?(name: string): string | undefined;
}

/** The pieces of a formula as the engine can read them, `write` giving the text of one that needs nothing else. */
export function withEngineCalls(
	tokens: readonly FormulaToken[],
	names: EngineNames,
	write: (token: FormulaToken) => string
): string {
	const locals = new LocalTexts(tokens, write);
	const texts = tokens.map((token, at) => {
		if (token.kind === 'local') return locals.textAt(at);
		const named = token.kind === 'name' ? names.textOf?.(readName(token.text).name.toLowerCase()) : undefined;
		return named ?? write(token);
	});
	const intersections = intersectionsOf(tokens);
	for (const [at, token] of tokens.entries()) {
		const blank = intersections.get(token);
		if (blank !== undefined) intersect(tokens, texts, blank, at, intersections);
		if (token.kind === 'function') {
			const called = token.isLocal ? locals.textAt(at) : names.textOf?.(token.text.toLowerCase());
			if (called !== undefined) callResult(tokens, texts, at, `${ENGINE_CALL.call}(${called}`);
			else if (/^offset$/i.test(token.text)) texts[at] = ENGINE_CALL.offset;
		} else if (isCallOfResult(tokens, at)) {
			const start = startOfOperand(tokens, at - 1);
			callResult(tokens, texts, at - 1, texts[at - 1]!);
			texts[start] = `${ENGINE_CALL.call}(${texts[start]!}`;
		} else if (isUnion(tokens, at)) {
			texts[at] = `${ENGINE_CALL.union}(`;
		} else if (isOperator(token, ':')) {
			const start = startOfOperand(tokens, skipBlanks(tokens, at - 1, -1));
			const end = endOfOperand(tokens, skipBlanks(tokens, at + 1, 1));
			texts[start] = `${ENGINE_CALL.range}(${texts[start]!}`;
			texts[at] = ',';
			texts[end] += ')';
		}
	}
	bracketRepeatedPercents(tokens, texts);
	return texts.join('');
}

/** Writes `a b` as a call; a range goes before it, and so does another blank to the left. */
function intersect(
	tokens: readonly FormulaToken[],
	texts: string[],
	blank: number,
	at: number,
	intersections: ReadonlyMap<FormulaToken, number>
): void {
	let start = startOfOperand(tokens, blank - 1);
	for (;;) {
		const before = skipBlanks(tokens, start - 1, -1);
		const isMore = isOperator(tokens[before], ':') || intersections.has(tokens[start]!);
		if (!isMore) break;
		const end = isOperator(tokens[before], ':') ? skipBlanks(tokens, before - 1, -1) : before;
		start = startOfOperand(tokens, end);
	}
	let end = endOfOperand(tokens, at);
	for (;;) {
		const next = skipBlanks(tokens, end + 1, 1);
		if (!isOperator(tokens[next], ':')) break;
		end = endOfOperand(tokens, skipBlanks(tokens, next + 1, 1));
	}
	texts[start] = `${ENGINE_CALL.common}(${texts[start]!}`;
	texts[blank] = ',';
	texts[end] += ')';
}

/** Writes `1%%` as `(1%)%`: the engine's parser takes one sign of percent only. */
function bracketRepeatedPercents(tokens: readonly FormulaToken[], texts: string[]): void {
	for (const [at, token] of tokens.entries()) {
		const next = skipBlanks(tokens, at + 1, 1);
		if (!isOperator(token, '%') || !isOperator(tokens[next], '%')) continue;
		let last = at;
		while (isOperator(tokens[last], '%')) last = skipBlanks(tokens, last - 1, -1);
		let start = startOfOperand(tokens, last);
		for (;;) {
			const before = skipBlanks(tokens, start - 1, -1);
			if (!isOperator(tokens[before], ':')) break;
			start = startOfOperand(tokens, skipBlanks(tokens, before - 1, -1));
		}
		texts[start] = `(${texts[start]!}`;
		texts[at] += ')';
	}
}

/** Whether a formula refers to cells that are told only when it is calculated. */
export function isToldLate(engineText: string): boolean {
	return /\bINDIRECT\(|À(?:OFFSET|RANGE|COMMON)\(/i.test(engineText);
}

/** Writes a call so that what is called is the first argument: the bracket after it becomes a comma, if anything follows. */
function callResult(tokens: readonly FormulaToken[], texts: string[], at: number, called: string): void {
	const { open, args } = extentOfCall(tokens, at);
	texts[at] = called;
	texts[open] = args.length > 0 ? ',' : '';
}

/** How the names that LET and LAMBDA give are written: as what they stand for, where that is a reference or constant itself. */
class LocalTexts {
	#texts = new Map<number, string>();

	constructor(tokens: readonly FormulaToken[], write: (token: FormulaToken) => string) {
		if (tokens.some(givesNames)) this.#walk(tokens, 0, tokens.length, new Map(), write);
	}

	textAt(at: number): string {
		return this.#texts.get(at)!;
	}

	#walk(
		tokens: readonly FormulaToken[],
		from: number,
		to: number,
		known: ReadonlyMap<string, string>,
		write: (token: FormulaToken) => string
	): void {
		for (let at = from; at < to; at++) {
			const token = tokens[at]!;
			const text = known.get(token.text.toLowerCase());
			if (token.kind === 'local' || token.isLocal) this.#texts.set(at, text!);
			if (!givesNames(token) || token.isLocal) continue;
			const extent = extentOfCall(tokens, at);
			const given = namedArguments(token.text, extent);
			const inside = new Map(known);
			const isLet = /^let$/i.test(token.text);
			for (const [index, argument] of extent.args.entries()) {
				if (isLet && given.includes(extent.args[index - 1]!)) continue;
				if (!given.includes(argument)) {
					this.#walk(tokens, ...argument, inside, write);
					continue;
				}
				const piece = onlyPiece(tokens, argument)!;
				const name = nameOfParameter(piece).toLowerCase();
				const key = keyOfName(name);
				const place = tokens.indexOf(piece, argument[0]);
				this.#texts.set(place, piece.text.startsWith('[') ? `"?${key}"` : `"${key}"`);
				const value = isLet ? extent.args[index + 1]! : undefined;
				if (value) this.#walk(tokens, ...value, inside, write);
				const itself = value && this.#textOfItself(tokens, value, write);
				inside.set(name, itself ?? `${ENGINE_CALL.name}("${key}")`);
			}
			at = extent.close;
		}
	}

	/** What a value is written as, where it is one reference, constant or name of LET and so can stand for its name. */
	#textOfItself(
		tokens: readonly FormulaToken[],
		value: readonly [number, number],
		write: (token: FormulaToken) => string
	): string | undefined {
		const piece = onlyPiece(tokens, value);
		if (piece?.kind === 'local') return this.#texts.get(tokens.indexOf(piece, value[0]));
		return piece && /^(?:reference|number|text|boolean)$/.test(piece.kind) ? write(piece) : undefined;
	}
}

/** The name as a text without anything that a text in a formula could not hold. */
function keyOfName(name: string): string {
	return name.replace(/[^a-z0-9_.]/g, (letter) => `~${letter.codePointAt(0)!.toString(16)}`);
}

function isCallOfResult(tokens: readonly FormulaToken[], at: number): boolean {
	return isOperator(tokens[at], '(') && isOperator(tokens[at - 1], ')');
}

/** Whether a bracket is no call and holds commas of its own. */
function isUnion(tokens: readonly FormulaToken[], at: number): boolean {
	return (
		isOperator(tokens[at], '(') &&
		tokens[at - 1]?.kind !== 'function' &&
		!isCallOfResult(tokens, at) &&
		extentOfCall(tokens, at - 1).args.length > 1
	);
}

function skipBlanks(tokens: readonly FormulaToken[], from: number, step: 1 | -1): number {
	let at = from;
	while (tokens[at]?.kind === 'blank') at += step;
	return at;
}

/** The first piece of what ends at a place: a reference, a name, brackets, a call, or a call of what a call gives. */
function startOfOperand(tokens: readonly FormulaToken[], end: number): number {
	if (isOperator(tokens[end], '}')) {
		return tokens.findLastIndex((token, at) => at < end && isOperator(token, '{'));
	}
	if (!isOperator(tokens[end], ')')) return end;
	let depth = 0;
	let at = end;
	for (; at > 0; at--) {
		if (isOperator(tokens[at], ')')) depth++;
		else if (isOperator(tokens[at], '(')) depth--;
		if (depth === 0) break;
	}
	if (tokens[at - 1]?.kind === 'function') return at - 1;
	return isCallOfResult(tokens, at) ? startOfOperand(tokens, at - 1) : at;
}

/** The last piece of what begins at a place. */
function endOfOperand(tokens: readonly FormulaToken[], start: number): number {
	const isBracket = isOperator(tokens[start], '(');
	return isBracket || tokens[start]?.kind === 'function'
		? extentOfCall(tokens, isBracket ? start - 1 : start).close
		: start;
}
