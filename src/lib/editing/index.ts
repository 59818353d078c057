export type * from './command';
export { isDriverContent } from './drivers';
export { Editor, type EditorEvent, type Executed } from './editor';
export { History, type HistoryLimits, type HistoryStep } from './history';
