import { MOST_CONDITION_PIECES, rangesAmong, type PastedConditions } from '$lib/editing';
import type { Range, Workbook } from '$lib/workbook';
import type { CopiedBlock } from './copied-block';
import { PASTE_ALL, pastedMerges, type PasteWish } from './pasted-edits';

/** What follows on what a paste or a fill says where the conditional formats are left as they were. */
export function tooScattered(act: 'paste' | 'fill'): string {
	const [done, less] = act === 'paste' ? ['pasted', 'Paste'] : ['filled', 'Fill'];
	return ` Conditional formats were not ${done}: they would be in too many pieces. ${less} less at once.`;
}

/**
 * The conditional formats that copied cells take along into a range; undefined where there are none to change, and
 * `too-many` where they would be in more pieces than are pasted.
 */
export function conditionsPasted(
	workbook: Workbook,
	{ sheet: from, rows }: CopiedBlock,
	to: string,
	pasted: readonly Range[],
	{ part, operation, isTransposed }: PasteWish
): PastedConditions | 'too-many' | undefined {
	const { sheet } = workbook.tables;
	const formats = sheet.get(from)?.conditionalFormats ?? [];
	const isWhole = (part === 'all' || part === 'formats') && operation === 'none' && !isTransposed;
	if (!isWhole || (formats.length === 0 && !sheet.get(to)?.conditionalFormats)) return undefined;
	const lines = {
		rows: rows.map(([first]) => first!.row),
		columns: rows[0]!.map(({ column }) => column)
	};
	const last = { row: lines.rows.length - 1, column: lines.columns.length - 1 };
	const ranges = formats.map((format) => {
		const places = rangesAmong(format.ranges, lines.rows, lines.columns);
		const isAll = places.some(
			(place) =>
				place.from.row + place.from.column === 0 &&
				place.to.row === last.row &&
				place.to.column === last.column
		);
		return isAll ? pasted : pasted.flatMap((range) => pastedMerges(rows, places, range, PASTE_ALL));
	});
	const pieces = ranges.reduce((sum, each) => sum + each.length, 0);
	return pieces > MOST_CONDITION_PIECES ? 'too-many' : { from, to, within: pasted, ranges };
}
