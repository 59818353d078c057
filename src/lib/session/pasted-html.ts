import {
	INTERNAL_ATTRIBUTE,
	READ_LIMITS,
	readDeclarations,
	readTableCell,
	type PastedCell
} from '$lib/exchange';
import { fail, MAX_COLUMNS, MAX_ROWS, ok, type Result } from '$lib/workbook';
import type { WorkSlices } from './work-slices';

/** A table from the clipboard. `internal` is what this program put there itself. */
export interface PastedTable {
	readonly rows: readonly (readonly PastedCell[])[];
	readonly internal?: string;
}

/** Characters of HTML that are parsed at once. */
const PIECE = 60_000;
const MAX_CLASSES = 2_000;

/**
 * Reads the first table of HTML that another program put on the clipboard. It is hostile until parsed: documents made here
 * run no script and load nothing, and only texts and known attributes are taken from them. Undefined where it has no table.
 */
export async function readHtmlTable(
	html: string,
	slices: WorkSlices
): Promise<Result<PastedTable> | undefined> {
	if (html.length > READ_LIMITS.characters)
		return fail('The table on the clipboard is too large to be read.');
	const start = html.search(/<table[\s>]/i);
	if (start < 0) return undefined;
	const isAlone = html.toLowerCase().lastIndexOf('<table') === start;
	const firstRow = html.slice(start).search(/<tr[\s>]/i);
	if (firstRow < 0) return undefined;
	const head = parse(html.slice(0, start + firstRow));
	const internal = head.querySelector('table')?.getAttribute(INTERNAL_ATTRIBUTE) ?? undefined;
	const reading = new TableReading(classRules(head), keepsSpaces(head));
	// Rows can be parsed by the piece where no table lies in a cell of another.
	const body = html.slice(start + firstRow);
	for (let at = 0; at < body.length;) {
		const end = isAlone ? body.indexOf('</tr>', at + PIECE) : -1;
		const next = end < 0 ? body.length : end + '</tr>'.length;
		const table = parse(`<table>${body.slice(at, next)}`).querySelector('table');
		for (const row of table?.rows ?? []) {
			if (row.closest('table') !== table) continue;
			const problem = reading.take(row);
			if (problem) return fail(problem);
			if (slices.isDue) await slices.rest(at / body.length);
		}
		at = next;
	}
	return ok({ rows: reading.rows, ...(internal !== undefined && { internal }) });
}

function parse(html: string): Document {
	return new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
}

/** Handlers of events do not run in a document made here, but the browser reports each as a breach of the page's policy. */
function withoutHandlers(html: string): string {
	const handler = /[\s/"']on[a-z]+\s*=/gi;
	if (html.search(handler) < 0) return html;
	return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(handler, ' data-off='));
}

/** Whether spaces stand as they are in the cells: LibreOffice writes them so. */
function keepsSpaces(head: Document): boolean {
	const program = head.querySelector('meta[name="generator"]')?.getAttribute('content') ?? '';
	return program.startsWith('LibreOffice');
}

/** The declarations of classes, as Excel writes its styles. */
function classRules(head: Document): Map<string, string> {
	const rules = new Map<string, string>();
	for (const style of head.querySelectorAll('style')) {
		for (const [, name, body] of (style.textContent ?? '').matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
			if (rules.size < MAX_CLASSES) rules.set(name!, body!);
		}
	}
	return rules;
}

/** Puts the cells of rows where they stand, those that reach over several rows and columns at their first. */
class TableReading {
	readonly rows: PastedCell[][] = [];
	readonly #rules: ReadonlyMap<string, string>;
	readonly #keepsSpaces: boolean;
	/** Rows that a cell from further up still takes, by column. */
	readonly #taken: number[] = [];
	#count = 0;

	constructor(rules: ReadonlyMap<string, string>, keepsSpaces: boolean) {
		this.#rules = rules;
		this.#keepsSpaces = keepsSpaces;
	}

	/** Takes a row; gives what is wrong where the table is too large. */
	take(row: HTMLTableRowElement): string | undefined {
		const cells: PastedCell[] = [];
		let column = 0;
		const passTaken = () => {
			while ((this.#taken[column] ?? 0) > 0) {
				this.#taken[column]! -= 1;
				cells[column++] = { text: '' };
			}
		};
		for (const cell of row.cells) {
			passTaken();
			const width = Math.min(cell.colSpan, MAX_COLUMNS - column);
			const height = Math.min(cell.rowSpan, MAX_ROWS);
			for (let offset = 0; offset < width; offset++) {
				cells[column + offset] = offset === 0 ? this.#read(cell) : { text: '' };
				this.#taken[column + offset] = height - 1;
			}
			column += Math.max(width, 1);
			if (column >= MAX_COLUMNS)
				return `The table on the clipboard has more columns than a sheet (${MAX_COLUMNS}).`;
		}
		passTaken();
		this.rows.push(cells);
		this.#count += cells.length;
		if (this.rows.length > MAX_ROWS || this.#count > READ_LIMITS.cells) {
			return 'The table on the clipboard has more cells than can be pasted at once.';
		}
		return undefined;
	}

	#read(cell: HTMLTableCellElement): PastedCell {
		const own = readDeclarations(cell.getAttribute('style') ?? '');
		const classed = [...cell.classList].flatMap((name) => [...readDeclarations(this.#rules.get(name) ?? '')]);
		const css = new Map([...classed, ...own]);
		const legacy = cell.getAttribute('bgcolor');
		if (legacy && !css.has('background')) css.set('background', legacy);
		return readTableCell({
			text: textOf(cell, this.#keepsSpaces),
			css,
			attribute: (name) => cell.getAttribute(name),
			letters: lettersOf(cell)
		});
	}
}

/**
 * The text of a cell with its line breaks, but for one at its end, which shows nothing. All other white space counts as
 * one space, unless spaces stand as they are.
 */
function textOf(cell: Element, keepsSpaces: boolean): string {
	let text = '';
	const white = keepsSpaces ? /[\t\r\n\f]+/g : /[ \t\r\n\f]+/g;
	const walk = (node: Node) => {
		if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(white, ' ');
		else if (node.nodeName === 'BR') text += '\n';
		else if (node.nodeName !== 'STYLE' && node.nodeName !== 'SCRIPT') {
			const isBlock = /^(?:P|DIV|LI|TR|H[1-6])$/.test(node.nodeName);
			if (isBlock && text.trim() !== '') text += '\n';
			// The cells of a table within the cell are words of its text.
			if (/^T[DH]$/.test(node.nodeName)) text += ' ';
			for (const child of node.childNodes) walk(child);
		}
	};
	for (const child of cell.childNodes) walk(child);
	const lines = text.replace(/\n *$/, '').replaceAll('\u00a0', ' ');
	return keepsSpaces ? lines : lines.replace(/ *\n */g, '\n').replace(/^ +| +$/g, '');
}

/** What the elements round the whole text of a cell make of its letters, as LibreOffice writes it. */
function lettersOf(
	cell: Element
): { isBold?: boolean; isItalic?: boolean; isUnderlined?: boolean; isStruck?: boolean } | undefined {
	const letters: { isBold?: boolean; isItalic?: boolean; isUnderlined?: boolean; isStruck?: boolean } = {};
	for (let inner = cell; inner.children.length === 1 && inner.textContent === cell.textContent;) {
		inner = inner.children[0]!;
		if (inner.textContent !== cell.textContent) break;
		if (inner.nodeName === 'B' || inner.nodeName === 'STRONG') letters.isBold = true;
		else if (inner.nodeName === 'I' || inner.nodeName === 'EM') letters.isItalic = true;
		else if (inner.nodeName === 'U') letters.isUnderlined = true;
		else if (inner.nodeName === 'S' || inner.nodeName === 'STRIKE') letters.isStruck = true;
	}
	return Object.keys(letters).length > 0 ? letters : undefined;
}
