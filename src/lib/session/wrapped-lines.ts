/** How many lines a text takes at a width: words go on below, and one that is wider than a line is broken. */
export function wrappedLines(text: string, width: number, widthOf: (text: string) => number): number {
	let lines = 0;
	for (const paragraph of text.split('\n')) lines += linesOfParagraph(paragraph, width, widthOf);
	return lines;
}

function linesOfParagraph(paragraph: string, width: number, widthOf: (text: string) => number): number {
	let lines = 1;
	let used = 0;
	// A blank at the end of a line takes no room there; a hyphen ends a word as a blank does.
	for (const [word] of paragraph.matchAll(/[^\s-]*(?:-+|\s+|$)/g)) {
		if (word === '') continue;
		const wide = widthOf(word.trimEnd());
		if (used > 0 && used + wide > width) {
			lines += 1;
			used = 0;
		}
		if (wide > width) {
			const broken = Math.ceil(wide / width);
			lines += broken - 1;
			used -= (broken - 1) * width;
		}
		used += widthOf(word);
	}
	return lines;
}

const FONT_SIZE = 13;
/** Where nothing can be measured, as on the server. */
const GUESSED_LETTER_WIDTH = 6.6;
const MAX_MEASURED = 20_000;
const measured = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text in a cell, in CSS pixels. */
export function widthOfText(text: string, isBold: boolean): number {
	if (typeof document === 'undefined') return text.length * GUESSED_LETTER_WIDTH;
	const key = `${isBold ? 'b' : ''}|${text}`;
	let width = measured.get(key);
	if (width === undefined) {
		context ??= document.createElement('canvas').getContext('2d');
		if (!context) return text.length * GUESSED_LETTER_WIDTH;
		context.font = `${isBold ? 700 : 400} ${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
		width = context.measureText(text).width;
		if (measured.size >= MAX_MEASURED) measured.clear();
		measured.set(key, width);
	}
	return width;
}
