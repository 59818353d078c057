import type { Action } from './actions/action';
import type { Session } from './session.svelte';

/** What changes cells or lines at once, and so can be done again elsewhere; most of what ends in dots asks first. */
function isRepeatable({ id, title, group }: Action): boolean {
	if (['insert', 'delete', 'clear-contents'].includes(id)) return true;
	const changes = group === 'Insert' || group === 'Delete' || group === 'Format' || group === 'Data';
	return changes && !title.endsWith('…') && id !== 'show-formatting';
}

const LATEST = new WeakMap<Session, Action>();

/** Remembers what was done, for doing it again. */
export function rememberForRepeating(session: Session, action: Action): void {
	if (isRepeatable(action)) LATEST.set(session, action);
}

/** The action that can be done again; undefined where there is none. */
export function latestAction(session: Session): Action | undefined {
	return LATEST.get(session);
}
