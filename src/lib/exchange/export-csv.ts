import {
	fail,
	formatRange,
	inOrder,
	ok,
	settingsOf,
	type Range,
	type Result,
	type Sheet
} from '$lib/workbook';
import { formatCsv, formatRecord, type CsvField, type CsvOptions } from './csv-format';
import { safeFileName, uniqueFileNames } from './file-name';
import { cellCount, clipRange, heldRange } from './held-range';
import { sheetRecords, type ExportMode, type ExportSource } from './sheet-records';
import { zipFiles } from './zip';

/** Which cells are exported. A selection is a range of one sheet; `sheet` is a sheet's id. */
export type ExportScope =
	| { readonly kind: 'sheet'; readonly sheet: string }
	| { readonly kind: 'selection'; readonly sheet: string; readonly range: Range }
	| { readonly kind: 'workbook' };

/** What is exported, as what, and how it is written. */
export interface ExportRequest {
	readonly scope: ExportScope;
	readonly mode: ExportMode;
	readonly options: CsvOptions;
}

/** A file to be saved. A text is to be encoded as UTF-8. */
export interface ExportedFile {
	readonly fileName: string;
	readonly mediaType: string;
	readonly bytes: string | Uint8Array<ArrayBuffer>;
}

/** The most cells of one sheet, blank ones counted, that are written: about 100 MB of text. */
export const MOST_EXPORTED_CELLS = 10_000_000;

const MODE_SUFFIX: Readonly<Record<ExportMode, string>> = {
	displayed: '',
	raw: ' (raw values)',
	formulas: ' (formulas)',
	evidence: ' (evidence)'
};

/**
 * The cells of a sheet or a selection as one CSV file, those of all sheets as a zip archive with one CSV file for each, in
 * their order. Fails with a sentence where a sheet is gone, or spans more than {@link MOST_EXPORTED_CELLS}.
 */
export function exportCsv(source: ExportSource, request: ExportRequest): Result<ExportedFile> {
	const parts = partsOf(source, request.scope);
	if (!parts.ok) return parts;
	const texts = parts.value.map((part) => formatCsv(recordsOf(source, part, request), request.options));
	if (request.scope.kind !== 'workbook') {
		const fileName = exportFileName(source, request);
		return ok({ fileName, mediaType: 'text/csv;charset=utf-8', bytes: texts[0]! });
	}
	const names = uniqueFileNames(
		parts.value.map(({ sheet }) => sheet.name),
		'csv'
	);
	return ok({
		fileName: exportFileName(source, request),
		mediaType: 'application/zip',
		bytes: zipFiles(names.map((name, index) => ({ name, text: texts[index]! })))
	});
}

/** The first records of what {@link exportCsv} writes, without their line ends; of all sheets, those of the first. */
export function previewExport(source: ExportSource, request: ExportRequest, count: number): Result<string[]> {
	const parts = partsOf(source, request.scope);
	if (!parts.ok) return parts;
	const [first] = parts.value;
	const lines: string[] = [];
	for (const record of first ? recordsOf(source, first, request) : []) {
		if (lines.push(formatRecord(record, request.options)) >= count) break;
	}
	return ok(lines);
}

/** The name of the file that {@link exportCsv} gives. */
export function exportFileName({ workbook }: ExportSource, { scope, mode }: ExportRequest): string {
	const { title } = settingsOf(workbook);
	const suffix = MODE_SUFFIX[mode];
	if (scope.kind === 'workbook') return `${safeFileName(`${title}${suffix}`)}.zip`;
	const sheet = workbook.tables.sheet.get(scope.sheet)?.name ?? '';
	// A colon, as between the corners of a range, is no character of a file name.
	const range = scope.kind === 'selection' ? ` ${formatRange(scope.range).replace(':', '-')}` : '';
	return `${safeFileName(`${title} - ${sheet}${range}${suffix}`)}.csv`;
}

function recordsOf(
	source: ExportSource,
	{ sheet, range }: Part,
	{ mode, options }: ExportRequest
): Iterable<readonly CsvField[]> {
	// Any locale with a decimal comma would do: formulas and dates are the same in all of them.
	return sheetRecords(source, sheet, mode, range, options.hasDecimalComma ? 'de-DE' : 'en-US');
}

/** A sheet and what of it is written: nothing where `range` is left out. */
interface Part {
	readonly sheet: Sheet;
	readonly range: Range | undefined;
}

function partsOf(source: ExportSource, scope: ExportScope): Result<Part[]> {
	const { sheet: table } = source.workbook.tables;
	const sheets = scope.kind === 'workbook' ? inOrder(table) : [table.get(scope.sheet)];
	const parts: Part[] = [];
	for (const sheet of sheets) {
		if (!sheet) return fail('The sheet to export is no longer there. Choose another one.');
		const held = heldRange(source.workbook, source.valueAt, sheet.id);
		const range = scope.kind === 'selection' ? clipRange(scope.range, held) : held;
		if (range && cellCount(range) > MOST_EXPORTED_CELLS) {
			return fail(
				`${sheet.name} spans ${formatRange(range)}, more cells than one file can take (${MOST_EXPORTED_CELLS.toLocaleString('en-US')}). Select the part that you need and export the selection.`
			);
		}
		parts.push({ sheet, range });
	}
	return ok(parts);
}
