import type { FormulaProblem } from './problem';
import type { FormulaToken } from './tokens';

/** Where the brackets after a function's name are, and what stands between their commas, as places in a list of pieces. */
export interface CallExtent {
	/** The place of the opening bracket. */
	readonly open: number;
	/** The place of the closing bracket; one past the last piece where it is missing. */
	readonly close: number;
	/** First piece and one past the last of each argument, blanks included; none where there is nothing at all. */
	readonly args: readonly (readonly [number, number])[];
}

/** Words that mean a cell in the notation R1C1. */
const REFUSED = /^r\d*c\d*$/i;

const GIVES_NAMES = /^(?:let|lambda)$/i;

/** Whether LET or LAMBDA stands at this piece, which give names that hold within their brackets only. */
export function givesNames(token: FormulaToken | undefined): boolean {
	return token?.kind === 'function' && GIVES_NAMES.test(token.text);
}

/** Whether a formula is a LAMBDA, so that a name which stands for it is called. */
export function isLambda(formula: string): boolean {
	return /^=\s*lambda\s*\(/i.test(formula);
}

/** The brackets of a call whose function's name, or whose opening bracket less one, is at this place. */
export function extentOfCall(tokens: readonly FormulaToken[], at: number): CallExtent {
	const args: [number, number][] = [];
	let depth = 0;
	let start = at + 2;
	let index = at + 1;
	for (; index < tokens.length; index++) {
		const token = tokens[index]!;
		if (token.kind !== 'operator') continue;
		if (token.text === '(' || token.text === '{') depth++;
		else if (token.text === ')' || token.text === '}') depth--;
		else if (token.text === ',' && depth === 1) {
			args.push([start, index]);
			start = index + 1;
		}
		if (depth === 0) break;
	}
	const isBlank = tokens.slice(start, index).every(({ kind }) => kind === 'blank');
	if (args.length > 0 || !isBlank) args.push([start, index]);
	return { open: at + 1, close: index, args };
}

/** The one piece between two places; undefined where there are more or none. */
export function onlyPiece(
	tokens: readonly FormulaToken[],
	[from, to]: readonly [number, number]
): FormulaToken | undefined {
	const pieces = tokens.slice(from, to).filter(({ kind }) => kind !== 'blank');
	return pieces.length === 1 ? pieces[0] : undefined;
}

/** The places at which a call of LET or LAMBDA gives names: every second argument but the last, or all but the last. */
export function namedArguments(name: string, { args }: CallExtent): readonly (readonly [number, number])[] {
	return args.slice(0, -1).filter((_, index) => !/^let$/i.test(name) || index % 2 === 0);
}

/** A parameter of LAMBDA that may be left out stands in square brackets. */
export function nameOfParameter({ text }: FormulaToken): string {
	return text.replace(/^\[(.*)\]$/s, '$1');
}

/** The same pieces, those told apart that are names which LET or LAMBDA gives, where they are given and where they hold. */
export function markLocalNames(tokens: FormulaToken[]): FormulaToken[] {
	if (!tokens.some(givesNames)) return tokens;
	const marked = [...tokens];
	const mark = (from: number, to: number, known: ReadonlySet<string>) => {
		for (let at = from; at < to; at++) {
			const token = tokens[at]!;
			const isKnown = known.has(token.text.toLowerCase());
			if (token.kind === 'name' && isKnown) marked[at] = { ...token, kind: 'local' };
			if (token.kind !== 'function') continue;
			if (isKnown) marked[at] = { ...token, isLocal: true };
			else if (givesNames(token)) at = markCall(at, known);
		}
	};
	const markCall = (at: number, outer: ReadonlySet<string>): number => {
		const { text } = tokens[at]!;
		const extent = extentOfCall(tokens, at);
		const known = new Set(outer);
		const given = namedArguments(text, extent);
		for (const [index, argument] of extent.args.entries()) {
			const [from, to] = argument;
			// The value of a name is outside of what the name is known in.
			if (given.includes(extent.args[index - 1]!) && /^let$/i.test(text)) continue;
			const piece = given.includes(argument) ? onlyPiece(tokens, argument) : undefined;
			if (/^let$/i.test(text) && given.includes(argument)) mark(...extent.args[index + 1]!, known);
			if (piece?.kind === 'name' || (piece?.kind === 'table' && /^\[\w[\w.]*\]$/.test(piece.text))) {
				marked[tokens.indexOf(piece, from)] = { ...piece, kind: 'local' };
				known.add(nameOfParameter(piece).toLowerCase());
			} else mark(from, to, known);
		}
		return extent.close;
	};
	mark(0, tokens.length, new Set());
	return marked;
}

/** What is wrong with the names that LET and LAMBDA give in a formula that is whole otherwise. */
export function problemOfLocalNames(tokens: readonly FormulaToken[]): FormulaProblem | undefined {
	for (const [at, token] of tokens.entries()) {
		if (!givesNames(token)) continue;
		const name = token.text.toUpperCase();
		const extent = extentOfCall(tokens, at);
		const { args } = extent;
		const isLet = name === 'LET';
		if (isLet ? args.length < 3 : args.length === 0) {
			const takes = isLet ? 'a name, its value and what to calculate' : 'names and what to calculate';
			return of(token, `${name} takes ${takes}; here it has ${counted(args.length)}.`);
		}
		if (isLet && args.length % 2 === 0) {
			return of(token, 'LET needs something to calculate after its last name and value.');
		}
		const seen = new Set<string>();
		for (const argument of namedArguments(name, extent)) {
			const piece = onlyPiece(tokens, argument);
			const [first] = tokens.slice(argument[0], argument[1]).filter(({ kind }) => kind !== 'blank');
			if (!first) return of(token, `${name} needs a name before each of its commas that names something.`);
			const text = piece ? nameOfParameter(piece) : first.text;
			if (piece?.kind !== 'local' || REFUSED.test(text) || (!isLet && text.includes('.'))) {
				return of(
					piece ?? first,
					`“${text}” cannot be a name in ${name}: a name is one word of letters, digits and underscores, begins with a letter and is not a cell’s address.`
				);
			}
			if (seen.has(text.toLowerCase())) return of(piece, `${name} gives the name “${text}” twice.`);
			seen.add(text.toLowerCase());
		}
		const empty = args.findIndex(([from, to]) =>
			tokens.slice(from, to).every(({ kind }) => kind === 'blank')
		);
		if (empty >= 0) return of(token, `${name} has nothing between two of its commas: give a value there.`);
	}
	return undefined;
}

function of({ start, end }: FormulaToken, message: string): FormulaProblem {
	return { message, start, end };
}

function counted(count: number): string {
	return count === 0 ? 'no arguments' : `${count} argument${count === 1 ? '' : 's'}`;
}
