import { parseTsv } from '$lib/exchange';
import { ok, type Range, type Result } from '$lib/workbook';
import { idOfInternal, readInternal, type CopiedBlock } from './copied-block';
import { holdsMoreThanTable } from './mixed-html';
import type { Pasted } from './pasted-edits';
import { readHtmlTable } from './pasted-html';
import type { WorkSlices } from './work-slices';

/** What is on the clipboard. */
export interface ClipboardTexts {
	readonly text: string;
	readonly html: string;
}

/** Cells that are to be pasted, and where they were copied where that was on this page. */
export interface PasteSource {
	readonly rows: readonly (readonly Pasted[])[];
	readonly own?: CopiedBlock;
	/** Merged cells of a copy from this program, counted from its first row and column. */
	readonly merges?: readonly Range[] | undefined;
}

/** What was copied on this page. */
export function ownSource(own: CopiedBlock): PasteSource {
	return { own, merges: own.merges, rows: own.rows.map((row) => row.map((cell) => ({ block: cell }))) };
}

/** What another program, or another page of this one, put on the clipboard. */
export async function readSource(
	{ text, html }: ClipboardTexts,
	slices: WorkSlices
): Promise<Result<PasteSource>> {
	// A page has more than its first table, and its text holds all of it.
	const isPage = text.trim() !== '' && holdsMoreThanTable(html);
	const table = html && !isPage ? await readHtmlTable(html, slices) : undefined;
	if (table && !table.ok) return table;
	if (table) {
		const { internal, rows } = table.value;
		const copy = internal && idOfInternal(internal) ? await readInternal(internal, slices) : undefined;
		return ok(
			copy
				? { rows: copy.rows.map((row) => row.map((cell) => ({ block: cell }))), merges: copy.merges }
				: { rows: rows.map((row) => row.map((read) => ({ read }))) }
		);
	}
	const rows = parseTsv(text);
	return rows.ok
		? ok({ rows: rows.value.map((row) => row.map((field) => ({ read: { text: field } }))) })
		: rows;
}
