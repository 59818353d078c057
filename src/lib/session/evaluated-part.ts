import type { PlacedFormula } from '$lib/engine';
import { formulaSpans } from '$lib/formula';
import {
	fail,
	isCellError,
	MAX_FORMULA_LENGTH,
	ok,
	type CellValue,
	type Place,
	type Result
} from '$lib/workbook';

/** Tries formulas where they do not stand. */
export type TryFormulas = (
	formulas: readonly PlacedFormula[]
) => Promise<readonly CellValue[] | 'stopped' | null>;

const NO_EXPRESSION = 'This part is no expression by itself: select a whole one to see its value.';

/** What a part of a cell's formula gives, as a formula writes it: `12`, `"text"`, `{1;2}`, `#N/A`. */
export async function evaluatedPart(
	tryFormulas: TryFormulas,
	{ sheet, row, column }: Place,
	part: string
): Promise<Result<string>> {
	if (closesBeforeItOpens(part)) return fail(NO_EXPRESSION);
	const tried = await tryFormulas([{ sheet, row, column, formula: `=ARRAYTOTEXT((${part}),1)` }]);
	if (tried === null) return fail('What a part gives is not known until the workbook is calculated.');
	if (tried === 'stopped') return fail('The part takes too long to be calculated by itself.');
	const [value = null] = tried;
	if (isCellError(value)) {
		// A name that holds within the formula only is not known by itself.
		if (value.error === '#NAME?') return fail(value.message);
		return value.error === '#ERROR!' ? fail(NO_EXPRESSION) : ok(value.error);
	}
	const written = withZeros(typeof value === 'string' ? value : String(value ?? ''));
	// A single value needs no braces.
	const single = /^\{([^;,"{}]+|"(?:[^"]|"")*")\}$/.exec(written);
	const text = single ? single[1]! : written;
	return text.length > MAX_FORMULA_LENGTH ? fail('What the part gives is too long for a formula.') : ok(text);
}

/** An array as a formula takes it: a blank cell counts as 0. */
function withZeros(array: string): string {
	return array.replace(/("(?:[^"]|"")*")|([{;,])(?=[;,}])/g, (piece, text?: string) =>
		text === undefined ? `${piece}0` : text
	);
}

/** The value as it stands behind what precedes the part: one whose sign is gone keeps apart from the operand before it. */
export function joinedValue(before: string, part: string, value: string): string {
	const isSigned = /^\s*[-+]/.test(part) && !/^[-+]/.test(value);
	return isSigned && /[\p{L}\p{N}_.)%"'#}]\s*$/u.test(before) ? `+${value}` : value;
}

/** Whether a part of a formula begins or ends within one of its pieces, as `A1` in `AA1` does. */
export function cutsPiece(
	spans: readonly { readonly text: string; readonly kind: string }[],
	start: number,
	end: number
): boolean {
	let at = 0;
	for (const { text, kind } of spans) {
		const last = at + text.length;
		if (kind !== 'content' && [start, end].some((edge) => edge > at && edge < last)) return true;
		at = last;
	}
	return false;
}

/** Whether a part such as `2)*(3` has a parenthesis that closes one from before it. */
function closesBeforeItOpens(part: string): boolean {
	let depth = 0;
	for (const { text, kind } of formulaSpans(`=${part}`)) {
		if (kind !== 'operator') continue;
		if (text === '(') depth++;
		else if (text === ')' && --depth < 0) return true;
	}
	return false;
}
