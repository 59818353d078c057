import { tokenizeFormula, type FormulaToken } from '$lib/formula';
import { formatAddress } from '$lib/workbook';

/** Functions of the calculation alone, which nobody can type: they fill cells, and stand for signs that it cannot read. */
export const FILLS = 'ÀFILLS';
export const ARRAY_OF = 'ÀARRAY';
export const PART_OF = 'ÀPART';
export const ALL_OF = 'ÀALL';
export const ONE_OF = 'ÀONE';

/** Functions that give arrays from single values. */
const FROM_SINGLE_VALUES =
	'SEQUENCE RANDARRAY MUNIT TEXTSPLIT MODE.MULT EXPAND HSTACK VSTACK INDIRECT OFFSET LET LAMBDA MAKEARRAY'.split(
		' '
	);

/** Functions that give one value of a block that they are handed as it stands. */
const ONE_FROM_BLOCK = new Set(
	'SUM AVERAGE COUNT COUNTA MIN MAX PRODUCT MEDIAN STDEV.S STDEV.P STDEV VAR.S VAR.P VAR ROWS COLUMNS'.split(
		' '
	)
);

/** How formulas are written for the calculation: which may fill cells, and what stands for the signs `#` and `@`. */
export class FillingText {
	#mayGiveArray: RegExp;
	/** Names that stand for more than one cell, in lower case. */
	#manyCelled: ReadonlySet<string>;

	constructor(namesOfMany: readonly string[]) {
		this.#manyCelled = new Set(namesOfMany.map((name) => name.toLowerCase()));
		const words = [...FROM_SINGLE_VALUES, ...namesOfMany].map((word) => word.replaceAll('.', '\\.'));
		this.#mayGiveArray = new RegExp(`[:{#@À]|${words.join('|')}`, 'i');
	}

	/** A formula of a cell: one that may give an array is told to fill cells. */
	ofCell(formula: string): string {
		if (!this.#mayGiveArray.test(formula)) return formula;
		const tokens = tokenizeFormula(formula);
		const text = withoutSigns(tokens);
		return formula.includes('À') || this.#givesArray(tokens) ? `=${FILLS}(${text.slice(1)})` : text;
	}

	/** A formula that a name stands for: an array is kept whole. */
	ofName(formula: string): string {
		if (!this.#mayGiveArray.test(formula)) return formula;
		const tokens = tokenizeFormula(formula);
		const isReference = tokens.length === 2 && tokens[1]!.kind === 'reference';
		return isReference ? formula : `=${ARRAY_OF}(${withoutSigns(tokens).slice(1)})`;
	}

	#givesArray(tokens: readonly FormulaToken[]): boolean {
		const pieces = tokens.filter(({ kind }) => kind !== 'blank');
		/** What the brackets that are open at a piece belong to: the name of a function, or nothing. */
		const open: string[] = [];
		for (const [index, { kind, text }] of pieces.entries()) {
			const before = pieces[index - 1];
			if (kind === 'operator') {
				if (text === '{' || text === '#') return true;
				if (text === '(') open.push(before?.kind === 'function' ? before.text.toUpperCase() : '');
				if (text === ')') open.pop();
				continue;
			}
			const isBlock =
				(kind === 'reference' && text.includes(':')) ||
				(kind === 'name' && this.#manyCelled.has(text.toLowerCase()));
			if (isBlock && !(ONE_FROM_BLOCK.has(open.at(-1) ?? '') && isWholeArgument(before, pieces[index + 1]))) {
				return true;
			}
			if (kind === 'function' && FROM_SINGLE_VALUES.includes(text.toUpperCase())) return true;
		}
		return false;
	}
}

/** What a cell holds that a formula in another one fills. The same text in all of them is read but once. */
export function partOf({ row, col }: { row: number; col: number }): string {
	return `=${PART_OF}(${formatAddress({ row, column: col }).replace(/[A-Z]+/, '$$$&$$')})`;
}

/** Whether a piece stands alone between the brackets and commas of a call. */
function isWholeArgument(before: FormulaToken | undefined, after: FormulaToken | undefined): boolean {
	return /^[(,]$/.test(before?.text ?? '') && /^[),]$/.test(after?.text ?? '');
}

/** `A1#` and `@A1:A9` as calls, where they can be. */
function withoutSigns(tokens: readonly FormulaToken[]): string {
	const texts = tokens.map(({ text }) => text);
	for (const [index, { kind, text }] of tokens.entries()) {
		if (kind !== 'operator') continue;
		const before = tokens[index - 1];
		if (text === '#' && before?.kind === 'reference' && !before.text.includes(':')) {
			texts[index - 1] = `${ALL_OF}(${texts[index - 1]}`;
			texts[index] = ')';
		}
		const last = text === '@' ? endOfOperand(tokens, index + 1) : undefined;
		if (last !== undefined) {
			texts[index] = `${ONE_OF}(`;
			texts[last] += ')';
		}
	}
	return texts.join('');
}

/** The last piece of the value that begins at a piece: a reference, a name, a call or a bracket. */
function endOfOperand(tokens: readonly FormulaToken[], from: number): number | undefined {
	let at = from;
	while (tokens[at]?.kind === 'blank') at++;
	const first = tokens[at];
	// A call of the calculation alone is read as a name with a bracket behind it.
	const isCall = first?.kind === 'function' || (first?.kind === 'name' && tokens[at + 1]?.text === '(');
	if (!isCall && (first?.kind === 'reference' || first?.kind === 'name')) return at;
	if (isCall) at++;
	if (tokens[at]?.text !== '(') return undefined;
	for (let depth = 0; at < tokens.length; at++) {
		const { kind, text } = tokens[at]!;
		if (kind !== 'operator') continue;
		if (text === '(') depth++;
		if (text === ')' && --depth === 0) return at;
	}
	return undefined;
}
