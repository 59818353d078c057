import { readReference, writeReference, type ReferenceEnd, type ReferencePart } from './reference-text';
import { isOperator, tokenizeFormula, withoutBlanks } from './tokens';

/** A word of a formula that the caret stands behind, which may go on to be a function, a name or a sheet. */
export interface WordAtCaret {
	readonly word: string;
	readonly start: number;
	readonly end: number;
	/** Whether it is a reference as it stands, such as `LOG10` on its way to a function. */
	readonly isReference: boolean;
	/** Whether what follows the caret without a blank is a reference or a number of its own, as `A1` in `=ab|A1`. */
	readonly isBeforeOperand: boolean;
}

/** The call that the caret stands in, and which of its arguments, counted from 0. */
export interface CallAtCaret {
	readonly name: string;
	readonly argument: number;
}

const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

/** The word that ends at the caret; undefined within texts, references in full, and where no word can be. */
export function wordAtCaret(formula: string, caret: number): WordAtCaret | undefined {
	if (!formula.startsWith('=')) return undefined;
	const token = tokenizeFormula(formula.slice(0, caret)).at(-1);
	const isWord =
		token && ['name', 'unknown', 'function', 'boolean', 'local', 'reference'].includes(token.kind);
	const match = isWord ? WORD.exec(token.text) : null;
	// After a sheet's `!` only that sheet's cells can follow.
	if (!token || !match || token.text.includes('!')) return undefined;
	const start = token.start + match.index;
	const rest = /^[\p{L}\p{N}_.\\]*/u.exec(formula.slice(caret))![0];
	const end = caret + rest.length;
	return {
		word: match[0],
		start,
		end,
		isReference: token.kind === 'reference',
		isBeforeOperand: isOperand(rest, formula[end])
	};
}

/** Whether the rest of a word is a reference, a sheet or a number, by the sign that follows it. */
function isOperand(rest: string, next: string | undefined): boolean {
	if (rest === '' || next === '(') return false;
	return next === '!' || /^[\d.]+$/.test(rest) || readReference(rest) !== undefined;
}

/** The innermost call whose brackets are open at the caret. */
export function callAtCaret(formula: string, caret: number): CallAtCaret | undefined {
	if (!formula.startsWith('=')) return undefined;
	const open: ({ name: string; argument: number } | null)[] = [];
	const tokens = withoutBlanks(tokenizeFormula(formula.slice(0, caret)));
	tokens.forEach((token, index) => {
		const before = tokens[index - 1];
		if (isOperator(token, '('))
			open.push(before?.kind === 'function' ? { name: before.text, argument: 0 } : null);
		else if (isOperator(token, '{')) open.push(null);
		else if (isOperator(token, ')') || isOperator(token, '}')) open.pop();
		else if (isOperator(token, ',')) {
			const call = open.at(-1);
			if (call) call.argument += 1;
		}
	});
	return open.findLast((call) => call !== null) ?? undefined;
}

/** Whether the caret stands where a reference can be put in: behind an operator, an opening bracket or a comma. */
export function awaitsReference(formula: string, caret: number): boolean {
	if (!formula.startsWith('=')) return false;
	const tokens = withoutBlanks(tokenizeFormula(formula.slice(0, caret)));
	const last = tokens.at(-1);
	if (!last || last.isUnterminated) return false;
	if (last.kind === 'start') return true;
	return last.kind === 'operator' && !/^[)}%#]$/.test(last.text);
}

/** A text and the part of it that is selected. */
export interface TextSelection {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Turns the references that are touched by the selection to their next form, as F4 does: `A1`, `$A$1`, `A$1`, `$A1` and
 * round again. Undefined where none is.
 */
export function cycleReferences({ text, start, end }: TextSelection): TextSelection | undefined {
	if (!text.startsWith('=')) return undefined;
	let cycled = '';
	let first: number | undefined;
	let last = 0;
	for (const token of tokenizeFormula(text)) {
		const isTouched = token.kind === 'reference' && token.start <= end && token.end >= start;
		const reference = isTouched ? readReference(token.text) : undefined;
		if (!reference) {
			cycled += token.text;
			continue;
		}
		const form = nextForm(reference.first);
		first ??= cycled.length;
		cycled += writeReference({
			...reference,
			first: inForm(reference.first, form),
			...(reference.last && { last: inForm(reference.last, form) })
		});
		last = cycled.length;
	}
	if (first === undefined) return undefined;
	// A bare caret stays bare behind the reference; a selection covers what was turned.
	return { text: cycled, start: start === end ? last : first, end: last };
}

interface Form {
	readonly column: boolean;
	readonly row: boolean;
}

function nextForm({ column, row }: ReferenceEnd): Form {
	const now = { column: column?.isFixed ?? false, row: row?.isFixed ?? false };
	if (!column || !row) return { column: !now.column, row: !now.row };
	if (!now.column && !now.row) return { column: true, row: true };
	if (now.column && now.row) return { column: false, row: true };
	return now.row ? { column: true, row: false } : { column: false, row: false };
}

/** A reference with its `$` set as another one has them: `B2` as `$A1` is `$B2`. */
export function inFormOf(reference: string, like: string): string {
	const [read, model] = [readReference(reference), readReference(like)];
	if (!read || !model) return reference;
	const { column, row } = model.first;
	const form = { column: column?.isFixed ?? false, row: row?.isFixed ?? false };
	return writeReference({
		...read,
		first: inForm(read.first, form),
		...(read.last && { last: inForm(read.last, form) })
	});
}

function inForm({ prefix, column, row }: ReferenceEnd, form: Form): ReferenceEnd {
	const fixed = (part: ReferencePart, isFixed: boolean): ReferencePart => ({
		...part,
		isFixed,
		text: (isFixed ? '$' : '') + part.text.replace('$', '')
	});
	return {
		prefix,
		...(column && { column: fixed(column, form.column) }),
		...(row && { row: fixed(row, form.row) })
	};
}
