import { evidenceOfFigure, exportCsv, exportFileName, previewExport } from '$lib/exchange';
import type { MadeFile } from './save-file';
import type { EvidenceRow, ExportMode, ExportRequest, ExportSource } from '$lib/exchange';
import {
	cellState,
	citationText,
	dateOfFigure,
	figureOfCell,
	readFigure,
	type LedgerIndex
} from '$lib/ledger';
import {
	cellAt,
	formatValue,
	settingsOf,
	type CellValue,
	type Overrides,
	type Place,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';

/** What exports need of the session. */
export interface ExportHost {
	readonly workbook: Workbook;
	readonly ledger: LedgerIndex;
	readonly overrides: Overrides;
	readonly activeSheet: string;
	readonly selection: { readonly range: Range };
	valueAt(place: Place): CellValue;
}

/** What is to be exported, in the words of the reader: which cells, as what, and how the file is written. */
export interface ExportWish {
	readonly what: 'sheet' | 'selection' | 'workbook';
	readonly mode: ExportMode;
	readonly options: ExportRequest['options'];
}

/** The evidence behind a cell: its figure where it is shown as published, else its unit alone. */
function evidenceOf({ ledger, overrides }: ExportHost, place: Place): EvidenceRow | undefined {
	const { tables } = ledger.workbook;
	const figure = figureOfCell(ledger, place);
	if (figure && cellState(ledger, place, overrides) === 'reported') {
		const source = tables.source.get(figure.source);
		const { low, high } = readFigure(figure, settingsOf(ledger.workbook).aboutReading);
		const citation = citationText(figure, source);
		return evidenceOfFigure(figure, { low, high, citation, date: dateOfFigure(figure, source) });
	}
	const unit = cellAt(ledger.workbook, place)?.unit;
	const none = {
		label: '',
		low: null,
		high: null,
		qualifier: '',
		wording: '',
		source: '',
		date: '',
		claim: ''
	};
	return unit ? { ...none, unit } : undefined;
}

function sourceOf(host: ExportHost): ExportSource {
	const { workbook } = host;
	const { locale } = settingsOf(workbook);
	return {
		workbook,
		valueAt: (place) => host.valueAt(place),
		displayedAt: (place) => formatValue(host.valueAt(place), cellAt(workbook, place)?.format, locale).text,
		evidenceOf: (place) => evidenceOf(host, place)
	};
}

function requestOf(
	{ activeSheet: sheet, selection }: ExportHost,
	{ what, mode, options }: ExportWish
): ExportRequest {
	const scopes = {
		sheet: { kind: 'sheet', sheet },
		selection: { kind: 'selection', sheet, range: selection.range },
		workbook: { kind: 'workbook' }
	} as const;
	return { scope: scopes[what], mode, options };
}

/** The name of the file and its first lines; of several files, those of the first. */
export interface ExportPreview {
	readonly fileName: string;
	readonly lines: readonly string[];
}

/** Makes what the export dialog shows and saves. Refusals are sentences for the user. */
export interface ExportMaker {
	preview(wish: ExportWish, lineCount: number): Result<ExportPreview>;
	make(wish: ExportWish): Result<MadeFile>;
}

/** Makes the files that the export dialog offers. */
export function exportMaker(host: ExportHost): ExportMaker {
	return {
		preview(wish, lineCount) {
			const source = sourceOf(host);
			const request = requestOf(host, wish);
			const lines = previewExport(source, request, lineCount);
			return lines.ok
				? { ok: true, value: { fileName: exportFileName(source, request), lines: lines.value } }
				: lines;
		},
		make: (wish) => exportCsv(sourceOf(host), requestOf(host, wish))
	};
}
