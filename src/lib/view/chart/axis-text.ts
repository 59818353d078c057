import { formatKind, formatValue } from '$lib/workbook';

/** Texts of ticks under the number format of the cells, without decimals that are zero: `$1M` of a cell's `$1.00M`. */
export function tickTexts(ticks: readonly number[], format: string | undefined, locale: string): string[] {
	const texts = ticks.map((tick) => formatValue(tick, format, locale).text);
	return isDateFormat(format) ? texts : texts.map((text) => withoutZeroDecimals(text, locale));
}

/** Whether a number format shows dates. */
export function isDateFormat(format: string | undefined): boolean {
	return ['date', 'datetime'].includes(formatKind(format));
}

/** The format of a tick of a date axis whose ticks are this many months apart. */
export function dateTickFormat(stepMonths: number): string {
	return stepMonths % 12 === 0 ? 'yyyy' : 'mmm yyyy';
}

function withoutZeroDecimals(text: string, locale: string): string {
	const point = new Intl.NumberFormat(locale)
		.formatToParts(1.5)
		.find(({ type }) => type === 'decimal')?.value;
	const decimals = new RegExp(`(\\d)\\${point ?? '.'}(\\d*?)0+(?!\\d)`);
	return text.replace(decimals, (_, before: string, kept: string) => before + (kept && `${point}${kept}`));
}

/** Breaks a label at spaces into at most so many lines of a width; what does not fit ends in an ellipsis. */
export function wrapLabel(
	label: string,
	width: number,
	lines: number,
	measure: (text: string) => number
): string[] {
	const wrapped: string[] = [];
	let rest = label.split(' ').filter(Boolean);
	while (rest.length > 0 && wrapped.length < lines) {
		let count = 1;
		while (count < rest.length && measure(rest.slice(0, count + 1).join(' ')) <= width) count++;
		if (wrapped.length === lines - 1) count = rest.length;
		wrapped.push(shortenLabel(rest.slice(0, count).join(' '), width, measure));
		rest = rest.slice(count);
	}
	return wrapped;
}

/** The label, or as much of it as fits a width with an ellipsis. */
export function shortenLabel(label: string, width: number, measure: (text: string) => number): string {
	if (measure(label) <= width) return label;
	let length = label.length - 1;
	while (length > 1 && measure(`${label.slice(0, length).trimEnd()}…`) > width) length--;
	return `${label
		.slice(0, length)
		.trimEnd()
		.replace(/[,;:]$/, '')}…`;
}
