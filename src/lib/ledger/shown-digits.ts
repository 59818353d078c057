/** Significant digits that are said of a number whose format shows no fixed digit. */
const DEFAULT_SIGNIFICANT = 3;

/**
 * The decimals of a number, in its own unit, down to the last digit that a number format shows; negative for tens,
 * hundreds and so on. Scale and percent count: `0.0%` shows three decimals, `0.0,,` shows hundred thousands. General,
 * conditional and date formats fix no digit of the number: three significant ones count, whole days for dates.
 */
export function shownDecimals(format: string | undefined, value: number): number {
	const code = (format ?? 'General').replace(/"[^"]*"|\\./g, '');
	if (/General|@|\[[<>=]/i.test(code)) return significantDecimals(value, DEFAULT_SIGNIFICANT);
	if (/[ymdhs]/i.test(code)) return 0;
	const section = code.split(';')[0]!;
	const decimals = /\.([0#?]+)/.exec(section)?.[1]?.length ?? 0;
	if (/E[+-]/i.test(section)) return significantDecimals(value, decimals + 1);
	const thousands = /[0#?](,+)(?![0#?])/.exec(section)?.[1]?.length ?? 0;
	const percents = section.split('%').length - 1;
	return decimals + 2 * percents - 3 * thousands;
}

/** The decimals down to the last of so many significant digits of a number. */
function significantDecimals(value: number, digits: number): number {
	if (value === 0 || !Number.isFinite(value)) return 0;
	return digits - 1 - Number(value.toExponential().split('e')[1]);
}
