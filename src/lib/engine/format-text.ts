import { checkFormat, fail, formatKind, formatValue, ok, type Result } from '$lib/workbook';

/**
 * A number or a text as cells show it under a number format code in a locale; fails with a sentence where the code is not
 * valid, and where a date or time before 1900 or after 9999 is asked for.
 */
export type FormatText = (value: number | string, format: string, locale: string) => Result<string>;

/** The day after the last one of the calendar. */
const END_OF_CALENDAR = 2_958_466;

const MOMENTS: readonly string[] = ['date', 'datetime', 'time'];

export const formatText: FormatText = (value, format, locale) => {
	const code = checkFormat(format);
	if (!code.ok) return code;
	if (typeof value === 'number' && (value < 0 || value >= END_OF_CALENDAR)) {
		if (MOMENTS.includes(formatKind(code.value)))
			return fail(
				'Only the numbers from 0 to 2958465, which is 31 December 9999, can be shown as a date or time.'
			);
	}
	return ok(formatValue(value, code.value, locale).text);
};
