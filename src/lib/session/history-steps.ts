import type { Session } from './session.svelte';

/** A state that the workbook can be taken back or forward to: the one after a step. */
export interface HistoryLine {
	/** The step in words. */
	readonly label: string;
	/** How many steps lead there: negative ones are undone, positive ones done again, 0 is how things are. */
	readonly steps: number;
}

const START = 'Before all of these';

/** Every state that can be gone to, the latest first, those that were undone included. Tied to their changes. */
export function historyLines(session: Session): HistoryLine[] {
	// Reading this ties whoever asks to every change.
	void session.canUndo;
	const { done = [], undone = [] } = session.editor ?? {};
	return [
		...undone.map(({ label }, index) => ({ label, steps: undone.length - index })),
		...done.map(({ label }, index) => ({ label, steps: index - done.length + 1 })).reverse(),
		{ label: START, steps: -done.length }
	];
}

/** Undoes or does again so many steps, and says so. */
export function goThroughHistory(session: Session, steps: number): void {
	const count = Math.abs(steps);
	const { activeSheet } = session;
	for (let step = 0; step < count; step += 1) {
		if (steps < 0) session.undo();
		else session.redo();
	}
	if (count <= 1) return;
	const where = session.activeSheet === activeSheet ? '' : `, on the sheet “${session.shown.name}”`;
	session.status = `${steps < 0 ? 'Undone' : 'Done again'}: ${count} steps${where}`;
}
