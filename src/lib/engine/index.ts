export { FormulaEngine, type ValueChange } from './engine';
export { type FunctionHelp, type FunctionParameter } from './function-help';
export { type EngineProblem } from './model';
