export { BareFormulaEngine, type ValueChange } from './engine';
export type { FormatText } from './format-text';
export { FormulaEngine } from './formula-engine';
export { type FunctionHelp, type FunctionParameter } from './function-help';
export { type EngineProblem } from './model';
export { bringsText, callsText, loadFormatText } from './text-calls';
export { UNSUPPORTED_FUNCTIONS, type UnsupportedFunction } from './unsupported';
