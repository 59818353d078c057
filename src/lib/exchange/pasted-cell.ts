import { errorOfText, type CellLook } from '$lib/workbook';
import { formatOfMso, formatOfSdnum, formatOfSheets, valueOfSheets } from './clipboard-format';
import { lookOfCss, type Declarations } from './clipboard-look';

/** A cell as another program put it on the clipboard. */
export interface PastedCell {
	/** What it shows, to be read as if it were typed, unless there is a value. */
	readonly text: string;
	/** What it holds, in full. */
	readonly value?: string | number | boolean;
	readonly format?: string;
	readonly look?: CellLook;
}

/** A cell of a table as it stands in HTML. */
export interface TableCell {
	readonly text: string;
	attribute(name: string): string | null;
	/** Its declarations of style, those of its class and its own. */
	readonly css: Declarations;
	/** Whether its letters are all bold, italic, underlined or struck by an element round them. */
	readonly letters?: Pick<CellLook, 'isBold' | 'isItalic' | 'isUnderlined' | 'isStruck'>;
}

/** Reads a cell with the number in full where the program wrote one. */
export function readTableCell({ text, attribute, css, letters }: TableCell): PastedCell {
	const format =
		attributed(attribute, 'data-sheets-numberformat', formatOfSheets) ??
		attributed(attribute, 'sdnum', formatOfSdnum) ??
		(css.has('mso-number-format') ? formatOfMso(css.get('mso-number-format')!) : undefined);
	const value =
		attributed(attribute, 'data-sheets-value', valueOfSheets) ??
		libreOfficeValue(text, attribute) ??
		attributed(attribute, 'x:num', numberIn) ??
		(attribute('x:str') !== null ? attribute('x:str') || text : undefined) ??
		(format === '@' && text !== '' ? text : undefined);
	const fromCss = lookOfCss(css);
	const look = fromCss || letters ? { ...fromCss, ...letters } : undefined;
	const { align, ...others } = look ?? {};
	// Programs write out how numbers are aligned anyway.
	const isUsual = align === 'right' && (typeof value === 'number' || /^[\s(+-]*[\d$€£¥.]/.test(text));
	const rest = isUsual || align === undefined ? others : look!;
	return {
		text,
		...(value !== undefined && { value }),
		...(format !== undefined && { format }),
		...(Object.keys(rest).length > 0 && { look: rest })
	};
}

function attributed<T>(
	attribute: TableCell['attribute'],
	name: string,
	read: (written: string) => T | undefined
): T | undefined {
	const written = attribute(name);
	return written === null || written === '' ? undefined : read(written);
}

/** The number in full, or the truth. LibreOffice writes 0 beside an error, which stands for nothing. */
function libreOfficeValue(text: string, attribute: TableCell['attribute']): number | boolean | undefined {
	const value = errorOfText(text) ? undefined : attributed(attribute, 'sdval', numberIn);
	return value !== undefined && attribute('sdnum')?.endsWith(';BOOLEAN') ? value !== 0 : value;
}

function numberIn(written: string): number | undefined {
	return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written.trim()) && Number.isFinite(Number(written))
		? Number(written)
		: undefined;
}
