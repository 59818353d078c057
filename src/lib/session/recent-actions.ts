const STORED = 'reckoner.recent-actions';
const MOST = 5;

/** The ids of the actions that were chosen last in this browser, latest first. */
export function recentActions(): readonly string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
		return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MOST) : [];
	} catch {
		return [];
	}
}

/** Remembers that an action was chosen. */
export function rememberAction(id: string): void {
	const ids = [id, ...recentActions().filter((known) => known !== id)].slice(0, MOST);
	try {
		localStorage.setItem(STORED, JSON.stringify(ids));
	} catch {
		// Where storage is forbidden nothing is remembered.
	}
}
