/**
 * What stands in a cell as the user entered it. A number or boolean is itself; a string that begins with `=` is a
 * formula, one that begins with `'` is the text after the apostrophe, any other string is that text. `null` is blank
 * (a cell can be blank and still carry a format, a unit or a note).
 */
export type Content = string | number | boolean | null;

/** Whether a content is a formula: a string that begins with `=` and has something after it. */
export function isFormula(content: Content): content is string {
	return typeof content === 'string' && content.length > 1 && content.startsWith('=');
}

/** The text that a text content means: without the leading apostrophe that keeps it from being read otherwise. */
export function textOfContent(content: string): string {
	return content.startsWith("'") ? content.slice(1) : content;
}

/** A text with the line ends that cells hold: line feeds, also where it came with carriage returns before them. */
export function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** The content that means exactly this text: with an apostrophe where the bare text would be read as a formula or loses one. */
export function contentOfText(text: string): string {
	return text.startsWith('=') || text.startsWith("'") ? `'${text}` : text;
}
