import { tokenize, tokenTypes } from '@borgar/fx';
import { markLocalNames } from './local-names';

/** What a piece of a formula is. `local` is a name that LET or LAMBDA gives; `unknown` is text that no formula can hold. */
export type TokenKind =
	| 'start'
	| 'function'
	| 'operator'
	| 'reference'
	| 'name'
	| 'local'
	| 'table'
	| 'number'
	| 'text'
	| 'boolean'
	| 'error'
	| 'blank'
	| 'unknown';

/** A piece of a formula. `start` and `end` count UTF-16 units of the formula's text, end excluded. */
export interface FormulaToken {
	readonly kind: TokenKind;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Whether a text lacks its closing quotation mark. */
	readonly isUnterminated?: boolean;
	/** Whether the function that is called is one that LET or LAMBDA gave this name. */
	readonly isLocal?: boolean;
}

const KINDS: Readonly<Record<string, TokenKind>> = {
	[tokenTypes.FX_PREFIX]: 'start',
	[tokenTypes.FUNCTION]: 'function',
	[tokenTypes.OPERATOR]: 'operator',
	[tokenTypes.REF_RANGE]: 'reference',
	[tokenTypes.REF_BEAM]: 'reference',
	[tokenTypes.REF_TERNARY]: 'reference',
	[tokenTypes.REF_NAMED]: 'name',
	[tokenTypes.REF_STRUCT]: 'table',
	[tokenTypes.NUMBER]: 'number',
	[tokenTypes.STRING]: 'text',
	[tokenTypes.BOOLEAN]: 'boolean',
	[tokenTypes.ERROR]: 'error',
	[tokenTypes.WHITESPACE]: 'blank',
	[tokenTypes.NEWLINE]: 'blank'
};

/**
 * The pieces of a formula, in order and without gaps: their texts joined are the formula. A range written in parts
 * (`A1 : B2`, `Sheet1!A1:Sheet1!B2`) and a lost reference with its sheet (`Sheet1!#REF!`) are one piece.
 */
export function tokenizeFormula(formula: string): FormulaToken[] {
	const tokens: FormulaToken[] = [];
	let start = 0;
	for (const { type, value, unterminated } of tokenize(formula, { negativeNumbers: false })) {
		const end = start + value.length;
		tokens.push({
			kind: KINDS[type] ?? 'unknown',
			text: value,
			start,
			end,
			...(unterminated ? { isUnterminated: true } : {})
		});
		start = end;
	}
	return markLocalNames(joinRanges(joinLostReferences(tokens)));
}

/** Whether a name is called: `SUM (A1)` is as `SUM(A1)`, and so is a name that no function may have. */
export function isCalledName(tokens: readonly FormulaToken[], at: number): boolean {
	if (tokens[at]?.kind !== 'name') return false;
	const behind = tokens.slice(at + 1).find(({ kind }) => kind !== 'blank');
	return isOperator(behind, '(');
}

/** The pieces that say something. */
export function withoutBlanks(tokens: readonly FormulaToken[]): FormulaToken[] {
	return tokens
		.map((token, at): FormulaToken => (isCalledName(tokens, at) ? { ...token, kind: 'function' } : token))
		.filter(({ kind }) => kind !== 'blank');
}

/** Whether a piece is this operator. */
export function isOperator(token: FormulaToken | undefined, operator: string): boolean {
	return token?.kind === 'operator' && token.text === operator;
}

function join(kind: TokenKind, parts: readonly FormulaToken[]): FormulaToken {
	return {
		kind,
		text: parts.map(({ text }) => text).join(''),
		start: parts[0]!.start,
		end: parts.at(-1)!.end
	};
}

/** `Sheet1`, `!`, `#REF!` into one error: the tokenizer knows a sheet only before a place. */
function joinLostReferences(tokens: readonly FormulaToken[]): FormulaToken[] {
	const joined: FormulaToken[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const parts = tokens.slice(index, index + 3);
		const [sheet, mark, lost] = parts;
		if (
			sheet?.kind === 'unknown' &&
			isOperator(mark, '!') &&
			lost?.kind === 'error' &&
			lost.text.toUpperCase() === '#REF!'
		) {
			joined.push(join('error', parts));
			index += 2;
		} else joined.push(sheet!);
	}
	return joined;
}

const ONE_CELL = /^(.*!)?\$?[A-Za-z]{1,3}\$?[0-9]+$/s;

/** Two single cells with a colon between them, on one sheet, into one range. */
function joinRanges(tokens: readonly FormulaToken[]): FormulaToken[] {
	const joined: FormulaToken[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const parts = rangeInParts(tokens, index);
		if (parts) {
			joined.push(join('reference', parts));
			index += parts.length - 1;
		} else joined.push(tokens[index]!);
	}
	return joined;
}

function rangeInParts(tokens: readonly FormulaToken[], first: number): FormulaToken[] | undefined {
	const sheet = tokens[first]!.kind === 'reference' ? ONE_CELL.exec(tokens[first]!.text) : null;
	if (!sheet || isColonBefore(tokens, first)) return undefined;
	let at = skipBlanks(tokens, first + 1);
	if (!isOperator(tokens[at], ':')) return undefined;
	at = skipBlanks(tokens, at + 1);
	const other = tokens[at]?.kind === 'reference' ? ONE_CELL.exec(tokens[at]!.text) : null;
	const isOneSheet = other && (!other[1] || other[1].toLowerCase() === sheet[1]?.toLowerCase());
	return isOneSheet && !isOperator(tokens[skipBlanks(tokens, at + 1)], ':')
		? tokens.slice(first, at + 1)
		: undefined;
}

function skipBlanks(tokens: readonly FormulaToken[], from: number): number {
	let at = from;
	while (tokens[at]?.kind === 'blank') at++;
	return at;
}

function isColonBefore(tokens: readonly FormulaToken[], index: number): boolean {
	let at = index - 1;
	while (tokens[at]?.kind === 'blank') at--;
	return isOperator(tokens[at], ':');
}
