import {
	cellAt,
	isFormula,
	MAX_ROWS,
	readTyped,
	settingsOf,
	textForEditing,
	textOfContent,
	type Place,
	type Workbook
} from '$lib/workbook';

/** A text that stands in a column: as it is, and as it is typed. */
export interface ColumnText {
	readonly text: string;
	readonly typed: string;
}

/** So far a column is looked through each way. */
const MOST_ROWS = 5_000;

/**
 * The texts that stand in the column of a cell, each once, nearest first: those of the filled cells above and below it
 * as far as the first blank one. Numbers and formulas are none.
 */
export function columnTexts(workbook: Workbook, place: Place): readonly ColumnText[] {
	const { locale } = settingsOf(workbook);
	const found = new Map<string, ColumnText>();
	for (const step of [-1, 1]) {
		for (let distance = 1; distance <= MOST_ROWS; distance += 1) {
			const row = place.row + step * distance;
			if (row < 0 || row >= MAX_ROWS) break;
			const cell = cellAt(workbook, { ...place, row });
			const content = cell?.content ?? '';
			if (content === '') break;
			if (typeof content !== 'string' || isFormula(content)) continue;
			const text = textOfContent(content);
			if (found.has(text)) continue;
			found.set(text, { text, typed: textForEditing(content, cell?.format, locale) });
		}
	}
	return [...found.values()];
}

/**
 * What a typed text may be completed to: the one text of the column that begins with it, in any case of letters. None
 * where several do, and none for what is a number, a date or a formula as it stands.
 */
export function completionFor(workbook: Workbook, place: Place, typed: string): string | undefined {
	if (typed.trim() === '' || /^['=+@-]/.test(typed)) return undefined;
	if (typeof readTyped(typed, settingsOf(workbook).locale).content !== 'string') return undefined;
	const wanted = typed.toLowerCase();
	const begun = columnTexts(workbook, place)
		.filter((entry) => entry.text === entry.typed && !entry.text.includes('\n'))
		.map(({ text }) => text)
		.filter((text) => text.slice(0, typed.length).toLowerCase() === wanted);
	const [first] = begun;
	if (first === undefined || first.length <= typed.length) return undefined;
	return begun.every((text) => text.toLowerCase() === first.toLowerCase()) ? first : undefined;
}
