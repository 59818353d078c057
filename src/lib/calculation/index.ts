export { Calculation, type CalculationEngine } from './calculation';
export {
	functionReference,
	signatureOf,
	type FunctionEntry,
	type FunctionGroup,
	type FunctionReference,
	type OtherName,
	type WorkedDifference
} from './function-reference';
export type { Calculated, CalculationPort, Compared, Dependents, Precedents, Tried } from './port';
export { type Precedent } from './precedent';
export type { ExampleRecords, WorkedExample } from './worked-example';
// What answers are made of, for those who may not enter the rooms below.
export type { FunctionHelp, PlacedFormula, ValueChange } from '$lib/engine';
export type { Comparison } from '$lib/what-if';
