export {
	awaitsReference,
	callAtCaret,
	cycleReferences,
	inFormOf,
	wordAtCaret,
	type CallAtCaret,
	type TextSelection,
	type WordAtCaret
} from './at-caret';
export { ENGINE_CALL, isToldLate, type EngineNames } from './engine-calls';
export { closeBrackets } from './close-brackets';
export { callsIn, type FunctionCall } from './calls';
export {
	mappingInTurn,
	mappingOfDelete,
	mappingOfInsert,
	mappingOfMove,
	mappingOfNameRename,
	mappingOfSheetDelete,
	mappingOfSheetRename,
	type Lines,
	type ReferenceExtent,
	type ReferenceMapping
} from './mapping';
export { hasLinesOutsideCalls } from './line-references';
export { isLambda } from './local-names';
export { meantCells, type MeantCells } from './meant-cells';
export { problemOfName } from './name-problem';
export { engineName, normalizeForEngine, SMALLEST_NUMBER, withoutFileMark } from './normalize';
export { findProblem, type FormulaProblem } from './problem';
export { referenceOfToken, referencesIn, type FormulaReference } from './references';
export { rewriteReferences, shiftCopied, shiftReferences, transposeReferences } from './rewrite';
export { formulaSpans, type FormulaSpan } from './spans';
export { withSheetsQuoted } from './sheets-quoted';
export { isCalledName, tokenizeFormula, withoutBlanks, type FormulaToken, type TokenKind } from './tokens';
export { parseFormula, type FormulaTree } from './tree';
