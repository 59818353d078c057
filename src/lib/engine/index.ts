export { BareFormulaEngine, type PlacedFormula, type ValueChange } from './engine';
export { FUNCTION_DIFFERENCES, GENERAL_DIFFERENCES, type Difference } from './differences';
export { FormulaEngine } from './formula-engine';
export { SAMPLE_CELLS } from './function-examples';
export { type FunctionHelp, type FunctionParameter } from './function-help';
export { loadFunctionHelp } from './load-function-help';
export { type EngineProblem } from './model';
export { loadPart, partsBrought, partsCalled, partsOf, type PartName, type Parts } from './parts';
export { UNSUPPORTED_FUNCTIONS, type UnsupportedFunction } from './unsupported';
