import { checkFormat, formatValue, ok, type Result } from '$lib/workbook';

/** A number as cells show it under a number format code, in English; fails with a sentence where the code is not valid. */
export type FormatText = (value: number, format: string) => Result<string>;

export const formatText: FormatText = (value, format) => {
	const code = checkFormat(format);
	return code.ok ? ok(formatValue(value, code.value, 'en-US').text) : code;
};
