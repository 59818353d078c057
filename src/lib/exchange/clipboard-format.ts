import { checkFormat } from '$lib/workbook';

/** Formats that Excel names in `mso-number-format` instead of writing their code. */
const NAMED: Readonly<Record<string, string>> = {
	percent: '0.00%',
	fixed: '0.00',
	standard: '#,##0.00',
	scientific: '0.00E+00',
	text: '@',
	'short date': 'm/d/yyyy',
	'medium date': 'd-mmm-yy',
	'long date': 'd mmmm yyyy',
	'short time': 'h:mm',
	'medium time': 'h:mm AM/PM',
	'long time': 'h:mm:ss'
};

/** A format code as Excel writes it in a style: signs escaped by a backslash, quotes by their number. */
export function msoFormat(format: string): string {
	const escaped = format.replace(/[^A-Za-z0-9"\s]/g, (sign) => `\\${sign}`).replaceAll('"', '\\0022');
	return `"${escaped}"`;
}

/** The format code of an `mso-number-format`; undefined for General and for what is no format. */
export function formatOfMso(written: string): string | undefined {
	const bare = written.trim().replace(/^["'](.*)["']$/s, '$1');
	const named = NAMED[bare.toLowerCase()];
	if (named) return named;
	const code = bare
		.replace(/\\([0-9a-f]{4}) ?/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
		.replace(/\\(.)/gs, '$1');
	return usable(code);
}

/** The format code of LibreOffice's `sdnum`: after the numbers of two languages. */
export function formatOfSdnum(written: string): string | undefined {
	const code = /^[^;]*;[^;]*;(.*)$/s.exec(written)?.[1];
	return code === undefined ? undefined : usable(code);
}

/** The format code of Google Sheets’ `data-sheets-numberformat`: the pattern is its second field. */
export function formatOfSheets(written: string): string | undefined {
	const pattern = fieldOf(written, '2');
	return typeof pattern === 'string' ? usable(pattern) : undefined;
}

/** The value of Google Sheets’ `data-sheets-value`: its first field says of which kind, the others hold it. */
export function valueOfSheets(written: string): string | number | boolean | undefined {
	const kind = fieldOf(written, '1');
	const value = fieldOf(written, String(kind));
	if (kind === 2 && typeof value === 'string') return value;
	if (kind === 3 && typeof value === 'number') return value;
	if (kind === 4) return value === 1 || value === true;
	return undefined;
}

function fieldOf(json: string, field: string): unknown {
	try {
		const read: unknown = JSON.parse(json);
		return typeof read === 'object' && read !== null ? (read as Record<string, unknown>)[field] : undefined;
	} catch {
		return undefined;
	}
}

function usable(code: string): string | undefined {
	const isPlain = code === '' || /^general$/i.test(code) || /^standard$/i.test(code);
	return !isPlain && checkFormat(code).ok ? code : undefined;
}
