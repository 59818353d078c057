export { boundsText, reportedBoundsText, type FormatBound } from './bounds-text';
export {
	assumptionOfCell,
	cellState,
	figureCitedBy,
	figureOfCell,
	isOverridden,
	isTypedNumber,
	type CellState
} from './cell-state';
export { citationText, dateOfFigure, dateText, sourceText } from './citation';
export { indexLedger, type LedgerIndex } from './ledger-index';
export { qualifierWords, wordingOf } from './qualifier';
export { readFigure, restsOnReading } from './read-figure';
export { shownDecimals } from './shown-digits';
