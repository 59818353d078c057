export { engineName, isUsableName, normalizeForEngine } from './normalize';
export { findProblem, type FormulaProblem } from './problem';
export { referencesIn, type FormulaReference } from './references';
export { tokenizeFormula, type FormulaToken, type TokenKind } from './tokens';
export { parseFormula, type FormulaTree } from './tree';
