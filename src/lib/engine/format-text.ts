import { checkFormat, fail, formatKind, formatValue, ok, type Result } from '$lib/workbook';

/**
 * A number or a text as cells show it under a number format code in a locale; fails with a sentence where the code is not
 * valid, and where a date or time before 1900 is asked for.
 */
export type FormatText = (value: number | string, format: string, locale: string) => Result<string>;

const MOMENTS: readonly string[] = ['date', 'datetime', 'time'];

export const formatText: FormatText = (value, format, locale) => {
	const code = checkFormat(format);
	if (!code.ok) return code;
	if (typeof value === 'number' && value < 0 && MOMENTS.includes(formatKind(code.value)))
		return fail('A date or time cannot be shown from a negative number.');
	return ok(formatValue(value, code.value, locale).text);
};
