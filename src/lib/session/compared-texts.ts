import { formatValue, type CellValue } from '$lib/workbook';
import type { ComparedCell } from '$lib/what-if';

/** One cell of the comparison as it is shown. */
export interface ComparedTexts {
	readonly value: string;
	/** The difference from the base in the output's own format, or empty. */
	readonly difference: string;
	/** The difference as a percentage of the base, or empty: dates have none. */
	readonly percent: string;
	readonly direction: 'up' | 'down' | 'same';
	readonly remark: string;
}

const MINUS = '−';

/** Whether a number format shows a date: its letters outside of quoted text are those of days and years. */
function isDateFormat(format: string | undefined): boolean {
	return /[dy]/i.test((format ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

function withSign(amount: number, text: string): string {
	const bare = text.replace(/^-|-(?=\D*\d)/, '');
	return `${amount < 0 ? MINUS : '+'}${bare}`;
}

function textOf(value: CellValue): string {
	return typeof value === 'string' ? value : '';
}

/** The texts of one cell of the comparison, in the number format of the output's cell and the workbook's locale. */
export function comparedTexts(cell: ComparedCell, format: string | undefined, locale: string): ComparedTexts {
	const { difference, ratio } = cell;
	const value = formatValue(cell.value, format, locale).text;
	const remark = textOf(cell.remark);
	if (difference === null || difference === 0) {
		return { value, difference: '', percent: '', direction: 'same', remark };
	}
	const direction = difference > 0 ? 'up' : 'down';
	if (isDateFormat(format)) {
		const days = Math.round(difference);
		return { value, difference: withSign(days, `${Math.abs(days)} days`), percent: '', direction, remark };
	}
	const amount = formatValue(Math.abs(difference), format, locale).text;
	const percent =
		ratio === null
			? ''
			: withSign(ratio, formatValue(Math.abs(ratio), Math.abs(ratio) < 10 ? '0.0%' : '#,##0%', locale).text);
	return { value, difference: withSign(difference, amount), percent, direction, remark };
}
