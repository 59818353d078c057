import { isCellError, type CellLook, type CellValue } from '$lib/workbook';
import { msoFormat } from './clipboard-format';
import { cssOfLook } from './clipboard-look';

/** A cell as other programs are to get it. */
export interface CopiedCell {
	/** As it is shown. */
	readonly text: string;
	readonly value: CellValue;
	readonly format?: string;
	readonly look?: CellLook;
}

/** The attribute that holds what only this program reads: cells with their formulas. */
export const INTERNAL_ATTRIBUTE = 'data-reckoner';

/**
 * A table for the clipboard, each cell with its text as shown and beside it the number in full and the number format, as
 * Excel (`x:num`, `mso-number-format`), LibreOffice (`sdval`, `sdnum`) and Google Sheets (`data-sheets-value`) read them.
 * `internal` is a text that comes back with it.
 */
export function formatHtmlTable(rows: readonly (readonly CopiedCell[])[], internal: string): string {
	return joinTableRows(rows.map(formatTableRow), internal);
}

/** A table of rows that are written already. */
export function joinTableRows(rows: readonly string[], internal: string): string {
	return [
		'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
		'<meta name="generator" content="Reckoner"></head><body>',
		`<table border="0" cellspacing="0" cellpadding="0" ${INTERNAL_ATTRIBUTE}="${escape(internal)}"><tbody>`,
		...rows,
		'</tbody></table></body></html>'
	].join('\n');
}

/** A row of such a table. */
export function formatTableRow(row: readonly CopiedCell[]): string {
	return `<tr>${row.map(cellElement).join('')}</tr>`;
}

function cellElement({ text, value, format, look }: CopiedCell): string {
	const attributes: string[] = [];
	const style = look ? cssOfLook(look) : [];
	// LibreOffice takes a number only where its format is beside it, and looks only as attributes and elements.
	if (typeof value !== 'boolean' && (format !== undefined || typeof value === 'number')) {
		attributes.push(`sdnum="1033;1033;${escape(format ?? '')}"`);
	}
	if (look?.fill) attributes.push(`bgcolor="${look.fill}"`);
	if (typeof value === 'number') {
		const sheets = JSON.stringify({ 1: 3, 3: value });
		attributes.push(`x:num="${value}"`, `sdval="${value}"`, `data-sheets-value="${escape(sheets)}"`);
		if (!look?.align) style.push('text-align:right');
	} else if (typeof value === 'boolean') {
		const sheets = JSON.stringify({ 1: 4, 4: value ? 1 : 0 });
		attributes.push(`sdval="${Number(value)}" sdnum="1033;0;BOOLEAN" data-sheets-value="${escape(sheets)}"`);
	} else if (typeof value === 'string') {
		// A text that looks like a number stays a text.
		attributes.push(`data-sheets-value="${escape(JSON.stringify({ 1: 2, 2: value }))}"`, 'x:str');
	}
	if (format !== undefined) {
		const sheets = JSON.stringify({ 1: 2, 2: format, 3: 1 });
		attributes.push(`data-sheets-numberformat="${escape(sheets)}"`);
		style.push(`mso-number-format:${msoFormat(format)}`);
	} else if (typeof value === 'string' && !isCellError(value) && /^[\s\d(+.$€£¥-]/.test(value)) {
		style.push('mso-number-format:"\\@"');
	}
	if (style.length > 0) attributes.push(`style="${escape(style.join(';'))}"`);
	const shown = escape(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">');
	return `<td${attributes.map((attribute) => ` ${attribute}`).join('')}>${lettered(shown, look)}</td>`;
}

function lettered(shown: string, look: CellLook | undefined): string {
	const letters = [
		look?.isBold && 'b',
		look?.isItalic && 'i',
		look?.isUnderlined && 'u',
		look?.isStruck && 's'
	];
	return letters.reduce<string>((inner, name) => (name ? `<${name}>${inner}</${name}>` : inner), shown);
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
