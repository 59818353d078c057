import type { Session } from '../session.svelte';
import { ACTION_GROUPS, type Action } from './action';
import { EDIT_ACTIONS } from './edit-actions';
import { FILL_ACTIONS } from './fill-actions';
import { FILE_ACTIONS } from './file-actions';
import { FORMULA_ACTIONS } from './formula-actions';
import { isChord, type KeyStroke } from './key-stroke';
import { SHEET_ACTIONS } from './sheet-actions';
import { STRUCTURE_ACTIONS } from './structure-actions';

/** Everything that the reader can ask for, in the order of lists. */
export const ACTIONS: readonly Action[] = [
	...EDIT_ACTIONS,
	...STRUCTURE_ACTIONS,
	...FILL_ACTIONS,
	...SHEET_ACTIONS,
	...FORMULA_ACTIONS,
	...FILE_ACTIONS
].sort((a, b) => ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group));

/** The action of an id, which must be one. */
export function actionCalled(id: string): Action {
	const action = ACTIONS.find((one) => one.id === id);
	if (!action) throw new Error(`There is no action ${id}.`);
	return action;
}

/** The action that a key stroke asks for: of those for the whole page only, where it does not come from the grid. */
export function actionOfKey(stroke: KeyStroke, from: 'grid' | 'page', onMac: boolean): Action | undefined {
	return ACTIONS.find(
		({ keys, isForPage }) =>
			(from === 'grid' || isForPage) && keys?.some((chord) => isChord(stroke, chord, onMac))
	);
}

/** Does what an action is for, where it can be done now. */
export function runAction(action: Action, session: Session): boolean {
	if (action.isAvailable && !action.isAvailable(session)) return false;
	action.run(session);
	return true;
}
