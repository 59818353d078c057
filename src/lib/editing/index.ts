export type * from './command';
export type { ChangedPlace } from './changed-places';
export { brokenBy, type Broken } from './broken';
export { isDriverContent } from './drivers';
export { Editor, type EditorEvent, type Executed } from './editor';
export { fillFrom, fillSeries, type FillSheet } from './fill';
export {
	conditionsFilled,
	joinConditions,
	MOST_CONDITION_PIECES,
	type FilledConditions
} from './filled-conditions';
export { History, type HistoryLimits, type HistoryStep } from './history';
export type * from './presentation-commands';
export { rangesAmong } from './range-parts';
export type { FillMode, WantedSeries } from './series';
export type * from './structure-commands';
