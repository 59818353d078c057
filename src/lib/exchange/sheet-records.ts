import {
	cellAt,
	formatAddress,
	isCellError,
	placeOfName,
	textForEditing,
	type CellValue,
	type Place,
	type Range,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import type { CsvField } from './csv-format';
import type { EvidenceRow } from './evidence-row';

/** What a cell is written as. */
export const EXPORT_MODES = ['displayed', 'raw', 'formulas', 'evidence'] as const;
export type ExportMode = (typeof EXPORT_MODES)[number];

/** The header of an export as evidence. */
export const EVIDENCE_COLUMNS = [
	'sheet',
	'address',
	'name',
	'label',
	'value',
	'low',
	'high',
	'qualifier',
	'unit',
	'wording',
	'source',
	'date',
	'claim'
] as const;

/** A workbook and what is computed from it. */
export interface ExportSource {
	readonly workbook: Workbook;
	readonly valueAt: (place: Place) => CellValue;
	/** The cell's text as the sheet shows it, by its number format and the workbook's locale. */
	readonly displayedAt: (place: Place) => string;
	readonly evidenceOf: (place: Place) => EvidenceRow | undefined;
}

/**
 * The cells of a range of a sheet as records: one a row, or as evidence a header and one a cell that holds a value.
 * `undefined` is a range without cells. Formulas are the same in every locale; what else was typed is written in `locale`.
 */
export function sheetRecords(
	source: ExportSource,
	sheet: Sheet,
	mode: ExportMode,
	range: Range | undefined,
	locale: string
): Iterable<readonly CsvField[]> {
	if (mode === 'evidence') return evidenceRecords(source, sheet, range);
	return range ? rowRecords(source, sheet, mode, range, locale) : [];
}

function* rowRecords(
	source: ExportSource,
	sheet: Sheet,
	mode: Exclude<ExportMode, 'evidence'>,
	{ from, to }: Range,
	locale: string
): Generator<CsvField[]> {
	for (let row = from.row; row <= to.row; row++) {
		const record: CsvField[] = [];
		for (let column = from.column; column <= to.column; column++) {
			record.push(fieldOfCell(source, { sheet: sheet.id, row, column }, mode, locale));
		}
		yield record;
	}
}

function* evidenceRecords(
	source: ExportSource,
	sheet: Sheet,
	range: Range | undefined
): Generator<CsvField[]> {
	yield EVIDENCE_COLUMNS.map((text) => ({ text }));
	if (!range) return;
	const { from, to } = range;
	const names = namesOfCells(source.workbook, sheet.id);
	for (let row = from.row; row <= to.row; row++) {
		for (let column = from.column; column <= to.column; column++) {
			const place = { sheet: sheet.id, row, column };
			const value = source.valueAt(place);
			if (value === null || value === '') continue;
			const evidence = source.evidenceOf(place);
			const address = formatAddress(place);
			const unit = evidence?.unit || (cellAt(source.workbook, place)?.unit ?? '');
			yield [
				{ text: sheet.name },
				{ text: address },
				{ text: names.get(address) ?? '' },
				{ text: evidence?.label ?? '' },
				fieldOfValue(value),
				fieldOfBound(evidence?.low),
				fieldOfBound(evidence?.high),
				{ text: evidence?.qualifier ?? '' },
				{ text: unit },
				{ text: evidence?.wording ?? '' },
				{ text: evidence?.source ?? '' },
				{ text: evidence?.date ?? '' },
				{ text: evidence?.claim ?? '' }
			];
		}
	}
}

function fieldOfCell(
	{ workbook, valueAt, displayedAt }: ExportSource,
	place: Place,
	mode: Exclude<ExportMode, 'evidence'>,
	locale: string
): CsvField {
	if (mode === 'formulas') {
		const cell = cellAt(workbook, place);
		return cell ? { live: textForEditing(cell.content, cell.format, locale) } : null;
	}
	const value = valueAt(place);
	if (mode === 'raw') return fieldOfValue(value);
	const shown = displayedAt(place);
	return typeof value === 'number' ? { displayed: shown } : { text: shown };
}

function fieldOfValue(value: CellValue): CsvField {
	if (value === null || typeof value === 'number') return value;
	if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
	return { text: isCellError(value) ? value.error : value };
}

function fieldOfBound(bound: number | null | undefined): CsvField {
	return typeof bound === 'number' && Number.isFinite(bound) ? bound : null;
}

/** The names of a sheet's cells by address; the first in order where a cell has several. */
function namesOfCells(workbook: Workbook, sheet: string): Map<string, string> {
	const names = new Map<string, string>();
	for (const { name } of workbook.tables.name.values()) {
		const place = placeOfName(workbook, name);
		if (place?.sheet !== sheet) continue;
		const address = formatAddress(place);
		if (!names.has(address)) names.set(address, name);
	}
	return names;
}
