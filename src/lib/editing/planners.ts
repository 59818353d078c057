import type { Result, Workbook } from '$lib/workbook';
import type { Command } from './command';
import { planContents } from './contents';
import { Draft } from './draft';
import { planFigureRestore } from './figures';
import { planFormat } from './formats';
import { planMove } from './moves';
import { planNameChange, planNameTarget } from './names';
import type { Plan } from './plan';
import {
	planOverride,
	planOverrideClear,
	planScenarioAdd,
	planScenarioCopy,
	planScenarioDelete,
	planScenarioTitle
} from './scenarios';
import { planSettings } from './settings';
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
		case 'set-settings':
			return planSettings(draft, command);
	}
}
