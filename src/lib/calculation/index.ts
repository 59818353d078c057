export { Calculation, type CalculationEngine } from './calculation';
export type { Calculated, CalculationPort, Compared, Dependents, Precedents } from './port';
export { type Precedent } from './precedent';
// What answers are made of, for those who may not enter the rooms below.
export type { FunctionHelp, ValueChange } from '$lib/engine';
export type { Comparison } from '$lib/what-if';
