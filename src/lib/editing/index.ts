export type * from './command';
export { brokenBy, type Broken } from './broken';
export { isDriverContent } from './drivers';
export { Editor, type EditorEvent, type Executed } from './editor';
export { fillFrom, fillSeries, type FillSheet } from './fill';
export { History, type HistoryLimits, type HistoryStep } from './history';
export type * from './presentation-commands';
export type { FillMode, WantedSeries } from './series';
export type * from './structure-commands';
