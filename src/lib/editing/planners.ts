import type { Result, Workbook } from '$lib/workbook';
import type { Command } from './command';
import { planContents } from './contents';
import { planCopiedInsert } from './copied-inserts';
import { Draft } from './draft';
import { planCellDelete, planCellInsert } from './cell-shifts';
import { planFigureRestore } from './figures';
import { planFilter } from './filters';
import { planFormat } from './formats';
import {
	planFreeze,
	planGroupCollapse,
	planLineGroup,
	planLineHide,
	planLineUngroup
} from './line-visibility';
import { planLineDelete, planLineInsert } from './lines';
import { planConditionalFormats, planFormatClear, planLook, planMerge, planNote } from './looks';
import { planMove } from './moves';
import { planNameAdd, planNameChange, planNameDelete, planNameTarget } from './names';
import type { Plan } from './plan';
import { planReorder } from './reorder';
import {
	planOverride,
	planOverrideClear,
	planScenarioAdd,
	planScenarioCopy,
	planScenarioDelete,
	planScenarioTitle
} from './scenarios';
import { planSettings } from './settings';
import { planSheetCopy } from './sheet-copies';
import { planSheetColor, planSheetHide } from './sheet-tabs';
import { planSheetDelete, planSheetName } from './sheet-references';
import { planSheetAdd, planSheetMove } from './sheets';
import { planColumnWidths, planRowHeights } from './sizes';

/** Turns a command into a plan for a workbook, or refuses it with a sentence. Changes nothing. */
export function planCommand(workbook: Workbook, command: Command): Result<Plan> {
	const draft = new Draft(workbook);
	switch (command.do) {
		case 'set-contents':
			return planContents(draft, command);
		case 'move-cells':
			return planMove(draft, command);
		case 'set-format':
			return planFormat(draft, command);
		case 'resize-columns':
			return planColumnWidths(draft, command);
		case 'resize-rows':
			return planRowHeights(draft, command);
		case 'add-sheet':
			return planSheetAdd(draft, command);
		case 'rename-sheet':
			return planSheetName(draft, command);
		case 'delete-sheet':
			return planSheetDelete(draft, command);
		case 'move-sheet':
			return planSheetMove(draft, command);
		case 'restore-figure':
			return planFigureRestore(draft, command);
		case 'add-scenario':
			return planScenarioAdd(draft, command);
		case 'duplicate-scenario':
			return planScenarioCopy(draft, command);
		case 'rename-scenario':
			return planScenarioTitle(draft, command);
		case 'delete-scenario':
			return planScenarioDelete(draft, command);
		case 'set-override':
			return planOverride(draft, command);
		case 'clear-override':
			return planOverrideClear(draft, command);
		case 'rename-name':
			return planNameChange(draft, command);
		case 'retarget-name':
			return planNameTarget(draft, command);
		case 'add-name':
			return planNameAdd(draft, command);
		case 'delete-name':
			return planNameDelete(draft, command);
		case 'insert-lines':
			return planLineInsert(draft, command);
		case 'delete-lines':
			return planLineDelete(draft, command);
		case 'insert-cells':
			return planCellInsert(draft, command);
		case 'insert-copied':
			return planCopiedInsert(draft, command);
		case 'delete-cells':
			return planCellDelete(draft, command);
		case 'hide-lines':
			return planLineHide(draft, command);
		case 'group-lines':
			return planLineGroup(draft, command);
		case 'ungroup-lines':
			return planLineUngroup(draft, command);
		case 'collapse-group':
			return planGroupCollapse(draft, command);
		case 'freeze-panes':
			return planFreeze(draft, command);
		case 'reorder-rows':
			return planReorder(draft, command);
		case 'set-filter':
			return planFilter(draft, command);
		case 'duplicate-sheet':
			return planSheetCopy(draft, command);
		case 'color-sheet':
			return planSheetColor(draft, command);
		case 'hide-sheet':
			return planSheetHide(draft, command);
		case 'set-look':
			return planLook(draft, command);
		case 'clear-formats':
			return planFormatClear(draft, command);
		case 'merge-cells':
			return planMerge(draft, command);
		case 'set-note':
			return planNote(draft, command);
		case 'set-conditional-formats':
			return planConditionalFormats(draft, command);
		case 'set-settings':
			return planSettings(draft, command);
	}
}
