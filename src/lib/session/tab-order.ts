import type { Session } from './session.svelte';

/** Moves a sheet to stand before another tab; after the last one where there is none. */
export function moveTabBefore(session: Session, sheet: string, next: string | undefined): void {
	if (sheet === next) return;
	const others = session.sheets.filter(({ id }) => id !== sheet);
	const last = session.tabs.all.filter(({ id }) => id !== sheet).at(-1)?.id;
	const at = others.findIndex(({ id }) => id === (next ?? last));
	const to = next === undefined ? at + 1 : at;
	session.execute({ do: 'move-sheet', sheet, to });
}

/** Moves the sheet on show by one tab. */
export function shiftTab(session: Session, by: 1 | -1): void {
	const { activeSheet, tabs } = session;
	const at = tabs.all.findIndex(({ id }) => id === activeSheet);
	if (!tabs.all[at + by]) return;
	moveTabBefore(session, activeSheet, (by === 1 ? tabs.all[at + 2] : tabs.all[at - 1])?.id);
}
