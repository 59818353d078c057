import type { Session } from '../session.svelte';
import { ACTION_GROUPS, type Action } from './action';
import { DATA_ACTIONS } from './data-actions';
import { DISPLAY_ACTIONS } from './display-actions';
import { CLIPBOARD_ACTIONS } from './clipboard-actions';
import { EDIT_ACTIONS } from './edit-actions';
import { ENTERING_ACTIONS } from './entering-actions';
import { FILL_ACTIONS } from './fill-actions';
import { AROUND_ACTIONS } from './around-actions';
import { FILE_ACTIONS } from './file-actions';
import { FORMAT_ACTIONS } from './format-actions';
import { FREEZE_ACTIONS } from './freeze-actions';
import { FORMULA_ACTIONS } from './formula-actions';
import { runToRepeat } from '../repeating';
import { isChord, type KeyOrigin, type KeyStroke } from './key-stroke';
import { LINE_ACTIONS } from './line-actions';
import { NAME_ACTIONS } from './name-actions';
import { SHEET_ACTIONS } from './sheet-actions';
import { STRUCTURE_ACTIONS } from './structure-actions';
import { TRACE_ACTIONS } from './trace-actions';

/** Everything that the reader can ask for, in the order of lists. */
export const ACTIONS: readonly Action[] = [
	...EDIT_ACTIONS,
	...STRUCTURE_ACTIONS,
	...CLIPBOARD_ACTIONS,
	...FILL_ACTIONS,
	...ENTERING_ACTIONS,
	...FORMAT_ACTIONS,
	...LINE_ACTIONS,
	...DATA_ACTIONS,
	...FREEZE_ACTIONS,
	...SHEET_ACTIONS,
	...FORMULA_ACTIONS,
	...NAME_ACTIONS,
	...TRACE_ACTIONS,
	...FILE_ACTIONS,
	...DISPLAY_ACTIONS,
	...AROUND_ACTIONS
].sort((a, b) => ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group));

/** The action of an id, which must be one. */
export function actionCalled(id: string): Action {
	const action = ACTIONS.find((one) => one.id === id);
	if (!action) throw new Error(`There is no action ${id}.`);
	return action;
}

/** The action that a key stroke asks for: away from the grid, of those that are for where it comes from only. */
export function actionOfKey(stroke: KeyStroke, from: KeyOrigin, onMac: boolean): Action | undefined {
	return ACTIONS.find(({ keys, isForPage, isForFields, areKeysOfBrowser }) => {
		if (areKeysOfBrowser) return false;
		if (from === 'page' && !isForPage) return false;
		if (from === 'field' && !isForFields) return false;
		return keys?.some((chord) => isChord(stroke, chord, onMac) && (from !== 'field' || chord.length > 1));
	});
}

/** Does what an action is for, where it can be done now. */
export function runAction(action: Action, session: Session): boolean {
	if (action.isAvailable && !action.isAvailable(session)) return false;
	runToRepeat(session, action);
	return true;
}
