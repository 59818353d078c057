export { BareFormulaEngine, type ValueChange } from './engine';
export { FUNCTION_DIFFERENCES, GENERAL_DIFFERENCES, type Difference } from './differences';
export type { FormatText } from './format-text';
export { FormulaEngine } from './formula-engine';
export { SAMPLE_CELLS } from './function-examples';
export { type FunctionHelp, type FunctionParameter } from './function-help';
export { type EngineProblem } from './model';
export { bringsText, callsText, loadFormatText } from './text-calls';
export { UNSUPPORTED_FUNCTIONS, type UnsupportedFunction } from './unsupported';
