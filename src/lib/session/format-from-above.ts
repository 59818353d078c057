import { cellAt, formatKind, type Place, type Workbook } from '$lib/workbook';

const LOOKED_AT = 5;
const NEEDED = 3;

/**
 * The number format that a number typed into a cell without one goes on with: the one that at least three of the five
 * cells above have, as Excel extends a list. A format for texts is none.
 */
export function formatFromAbove(workbook: Workbook, { sheet, row, column }: Place): string | undefined {
	const counts = new Map<string, number>();
	for (let above = row - 1; above >= Math.max(row - LOOKED_AT, 0); above -= 1) {
		const format = cellAt(workbook, { sheet, row: above, column })?.format;
		if (format === undefined || formatKind(format) === 'text') continue;
		const count = (counts.get(format) ?? 0) + 1;
		if (count === NEEDED) return format;
		counts.set(format, count);
	}
	return undefined;
}
