import { parseTsv } from '$lib/exchange';
import { ok, type Address, type Range, type Result } from '$lib/workbook';
import { idOfInternal, readInternal, type CopiedBlock } from './copied-block';
import { holdsMoreThanTable } from './mixed-html';
import type { Pasted, PasteWish } from './pasted-edits';
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

/** Where a paste goes: what was selected as it was asked for, however long it takes to read what is pasted. */
export interface PasteGoal {
	readonly sheet: string;
	readonly ranges: readonly Range[];
	readonly active: Address;
}

/** What only cells that were copied on this page have, by the part of them that is pasted. */
const NEEDS_OWN: Readonly<Partial<Record<PasteWish['part'], string>>> = {
	links: 'a place that can be linked to',
	widths: 'columns whose widths can be pasted'
};

/** Why a part of cells cannot be pasted that do not lie where they were copied; undefined where it can. */
export function refusalOf(part: PasteWish['part'], isOwn: boolean): string | undefined {
	if (!NEEDS_OWN[part]) return undefined;
	return isOwn
		? 'The copy has ended, and the cells may lie elsewhere by now. Copy the cells again.'
		: `Only cells that were copied here have ${NEEDS_OWN[part]}.`;
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
