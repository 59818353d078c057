/**
 * A text that other programs run as a formula, by its first character, behind any number of apostrophes. Those count too,
 * so that taking one off again always gives back the text that was guarded, also where it began with one of its own.
 */
const GUARDABLE = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * A negative or signed number as a number format shows it: `-30.0%`, `-$1.2M`, `-1.5E+06`. Anything that could go on as
 * an expression is none, so that a number format cannot smuggle in a formula.
 */
const SIGNED_NUMBER = /^[+-][^=+\-*/^&|!@()"'\t\r\n\d]*\d(?:[eE][+-]\d|[^=+\-*/^&|!@()"'\t\r\n])*$/;

/** The text with an apostrophe before it where a program would run it as a formula. */
export function guardText(text: string): string {
	return GUARDABLE.test(text) ? `'${text}` : text;
}

/** What a number's format shows of it, guarded unless it reads as a number. */
export function guardDisplayedNumber(text: string): string {
	return SIGNED_NUMBER.test(text) ? text : guardText(text);
}

/** The text without the apostrophe that {@link guardText} put before it; any other text as it is. */
export function unguardText(text: string): string {
	return GUARDED.test(text) ? text.slice(1) : text;
}
