import { tick } from 'svelte';
import type { Session } from './session.svelte';

/**
 * Takes what is being typed, for a command that is not about it, and goes back to the sheet that it was typed for. False,
 * with the focus where it is still being typed, where it is refused.
 */
export function takeDraft(session: Session): boolean {
	const { edit } = session;
	const { place } = edit;
	if (!edit.commit()) {
		edit.takeFocus();
		return false;
	}
	if (!place) return true;
	if (place.sheet !== session.activeSheet) session.showSheet(place.sheet);
	// The field that had the focus is gone with the edit.
	void tick().then(() => {
		if (document.activeElement === document.body) session.panes.focus('sheet');
	});
	return true;
}
