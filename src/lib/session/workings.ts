/** What the page needs to open, change and calculate a workbook, but not to show it: loaded after the first view answers keys. */
export { Editor } from '$lib/editing';
export {
	awaitsReference,
	callAtCaret,
	cycleReferences,
	formulaSpans,
	inFormOf,
	wordAtCaret
} from '$lib/formula';
export { CalculationClient, connectCalculation } from '$lib/workers';
export { afterChange } from './after-change';
export { ACTIONS, actionCalled, actionOfKey, runAction } from './actions';
export { MENUS } from './actions/menus';
export { problemOf, referredRanges } from './active-formula';
export { pasteAs } from './actions/clipboard-actions';
export { Clipboard } from './clipboard';
export { fillBesideNeighbour, fillSelection, fillTo, fillTyped, fillWanted } from './filling';
export { ConditionalLooks } from './conditional-looks.svelte';
export { ColumnFit } from './column-fit';
export { completionFor } from './column-texts';
export { commandChoices, placeChoices } from './choices';
export { setCollapsed, showLines } from './line-views';
export { FigureGuard } from './figure-guard';
export { Explanation } from './explanation.svelte';
export { FormulaAssist } from './formula-assist.svelte';
export { goToOrName } from './naming';
export { comparisonNotice, heldNotice, pausedNotice, scenarioNotice } from './stopped-notices';
export { commitTyped } from './typed-change';
export { TraceArrows } from './trace-arrows.svelte';
export { withFormula } from './shown-formula';
export { offerAsides, openWorkbook } from './opening';
export { redoStep, undoStep } from './undoing';
