import { isOperator, type FormulaToken } from './tokens';

/** Functions whose results are cells, so that a blank beside a call of them asks for the cells in common. */
const REFERRING = /^(?:offset|indirect|index|if|choose|xlookup)$/i;

/** What stands between the references of a bracket; anything else calculates with them. */
const JOINING = new Set([',', ':', '@']);

/** A bracket, and whether it stands for cells. */
interface Bracket {
	readonly open: number;
	readonly close: number;
	readonly isCells: boolean;
}

/**
 * The pieces that begin the second of two operands with only a blank between them, each with the place of that blank:
 * the formula asks for the cells that both have in common.
 */
export function intersectionsOf(tokens: readonly FormulaToken[]): ReadonlyMap<FormulaToken, number> {
	const found = new Map<FormulaToken, number>();
	const blanks = tokens.flatMap(({ kind }, at) =>
		kind === 'blank' && tokens[at - 1]?.kind !== 'blank' ? [at] : []
	);
	if (blanks.length === 0) return found;
	const brackets = bracketsIn(tokens);
	for (const blank of blanks) {
		let at = blank;
		while (tokens[at]?.kind === 'blank') at++;
		const isBehindCells = endsCells(tokens, blank - 1, brackets);
		if (isBehindCells && beginsCells(tokens, at, brackets)) found.set(tokens[at]!, blank);
	}
	return found;
}

function endsCells(tokens: readonly FormulaToken[], at: number, brackets: readonly Bracket[]): boolean {
	return isCells(tokens[at]) || brackets.some(({ close, isCells }) => close === at && isCells);
}

function beginsCells(tokens: readonly FormulaToken[], at: number, brackets: readonly Bracket[]): boolean {
	if (tokens[at]?.kind === 'function') return REFERRING.test(tokens[at].text);
	return isCells(tokens[at]) || brackets.some(({ open, isCells }) => open === at && isCells);
}

function isCells(token: FormulaToken | undefined): boolean {
	return token?.kind === 'reference' || token?.kind === 'name' || token?.kind === 'local';
}

function bracketsIn(tokens: readonly FormulaToken[]): Bracket[] {
	const brackets: Bracket[] = [];
	const opened: { open: number; isCells: boolean }[] = [];
	for (const [at, token] of tokens.entries()) {
		if (isOperator(token, '(')) {
			const before = tokens[at - 1];
			opened.push({ open: at, isCells: before?.kind !== 'function' || REFERRING.test(before.text) });
		} else if (isOperator(token, ')')) {
			const bracket = opened.pop();
			if (bracket) brackets.push({ ...bracket, close: at });
		} else {
			const inside = opened.at(-1);
			const isCall = inside && tokens[inside.open - 1]?.kind === 'function';
			if (inside && !isCall) inside.isCells &&= isAmongCells(token);
		}
	}
	return brackets;
}

function isAmongCells(token: FormulaToken): boolean {
	if (token.kind === 'function') return REFERRING.test(token.text);
	return isCells(token) || token.kind === 'blank' || (token.kind === 'operator' && JOINING.has(token.text));
}
