export {
	formatHtmlTable,
	formatTableRow,
	INTERNAL_ATTRIBUTE,
	joinTableRows,
	type CopiedCell
} from './clipboard-html';
export { readDeclarations, type Declarations } from './clipboard-look';
export { formatCsv, PLAIN_CSV, type CsvField, type CsvOptions } from './csv-format';
export { contentOfField, detectDelimiter, parseCsv, type CsvReading, type CsvTable } from './csv-read';
export { READ_LIMITS, type Delimiter, type ReadLimits } from './delimited';
export { evidenceOfFigure, type EvidenceRow, type FigureReading } from './evidence-row';
export {
	exportCsv,
	exportFileName,
	MOST_EXPORTED_CELLS,
	previewExport,
	type ExportedFile,
	type ExportRequest,
	type ExportScope
} from './export-csv';
export { safeFileName, uniqueFileNames } from './file-name';
export { guardText, unguardText } from './formula-guard';
export { readTableCell, type PastedCell, type TableCell } from './pasted-cell';
export { EVIDENCE_COLUMNS, EXPORT_MODES, type ExportMode, type ExportSource } from './sheet-records';
export { decodeText, type DecodedText } from './text-encoding';
export { formatTsv, formatTsvRow, joinTsvRows, parseTsv } from './tsv';
export { zipFiles, type ArchivedFile } from './zip';
