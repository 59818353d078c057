import { checkFormat, formatValue, ok, type Result } from '$lib/workbook';

/** A number as cells show it under a number format code in a locale; fails with a sentence where the code is not valid. */
export type FormatText = (value: number, format: string, locale: string) => Result<string>;

export const formatText: FormatText = (value, format, locale) => {
	const code = checkFormat(format);
	return code.ok ? ok(formatValue(value, code.value, locale).text) : code;
};
