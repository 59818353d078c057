export { readingWords } from './about-reading';
export * from './address';
export * from './content';
export {
	MAX_CELLS,
	MAX_DOCUMENT_LENGTH,
	MAX_RECORDS,
	parseCell,
	parseRecord,
	parseWorkbook
} from './document';
export * from './evaluate';
export { dateOrderOf, isDateSign, type DateOrder } from './date-order';
export { changeDecimals, decimalsShown } from './format-decimals';
export { loadLanguages } from './languages';
export * from './limits';
export * from './line-spans';
export { calendarLists, notationOf } from './locale';
export { SCHEMA } from './migrations';
export * from './names';
export { checkFormat, formatKind, formatValue, type FormatKind, type FormattedValue } from './number-format';
export * from './patch';
export * from './presentation';
export { MAX_SIZE_PIXELS } from './record-schemas';
export * from './records';
export * from './result';
export { joinDocument, serializeWorkbook, writeCell, writeRecord, type DocumentLines } from './serialize';
export { datePartsOf, MAX_DATE_SERIAL, serialOfDate, serialOfTime } from './serial-date';
export * from './sheet-name';
export { doubtOf } from './typed-doubt';
export { readTyped, textForEditing, type TypedInput } from './typed-input';
export * from './value';
export * from './workbook';
