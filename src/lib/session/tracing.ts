import type { Precedent } from '$lib/calculation';
import { formatAddress, type Place } from '$lib/workbook';
import type { Choice } from './choices';
import type { Session } from './session.svelte';
import { placeText } from './recent-places.svelte';
import { textAt } from './finding';

const MOST_LISTED = 200;

export type TraceDirection = 'precedents' | 'dependents';

/** Places that the active cell reads, or that read it. */
export interface Trace {
	readonly direction: TraceDirection;
	/** The cell that they belong to, as `B6`. */
	readonly of: string;
	readonly choices: readonly Choice[];
	/** How many there are; those beyond the first two hundred are not among the choices. */
	readonly total: number;
}

/** Goes to what the active cell reads or what reads it: at once where that is one place, else by a list to choose from. */
export async function followTrace(session: Session, direction: TraceDirection): Promise<void> {
	if (!session.settleEdit()) return;
	const { activeSheet, selection, dialogs, calculating } = session;
	const place = { sheet: activeSheet, ...selection.active };
	const of = formatAddress(place);
	const found =
		direction === 'precedents'
			? (await calculating.precedents(place))?.map((one) => () => precedentChoice(session, one))
			: (await calculating.dependents(place))?.map((at) => () => dependentChoice(session, at));
	// Whoever has gone on meanwhile, to another cell, to typing or to a dialog, is left there.
	const isStill = session.activeSheet === activeSheet && formatAddress(selection.active) === of;
	if (!isStill || session.edit.isOpen || dialogs.name) return;
	if (!found) {
		session.status = 'What formulas read is not known until the workbook is calculated.';
		return;
	}
	const choices = found.slice(0, MOST_LISTED).map((make) => make());
	const only = choices.length === 1 ? choices[0] : undefined;
	if (choices.length === 0) session.status = nothingWords(of, direction);
	else if (only?.isAvailable) only.run();
	else dialogs.open('trace', { direction, of, choices, total: found.length });
}

function precedentChoice(session: Session, { label, place, value }: Precedent): Choice {
	const detail = !place
		? 'no cells'
		: value === undefined
			? 'several cells'
			: textAt(session, place, 'values');
	return { ...leadTo(session, label), detail, isAvailable: place !== null };
}

function dependentChoice(session: Session, place: Place): Choice {
	const sheetName = session.tables.sheet.get(place.sheet)?.name ?? '';
	return {
		...leadTo(session, placeText(sheetName, { from: place, to: place })),
		detail: textAt(session, place, 'values')
	};
}

function nothingWords(of: string, direction: TraceDirection): string {
	return direction === 'precedents' ? `${of} reads no other cell` : `No formula reads ${of}`;
}

function leadTo(session: Session, label: string): Choice {
	const from = session.activeSheet;
	return {
		id: `trace-${label}`,
		title: label,
		isAvailable: true,
		run: () => {
			if (session.activeSheet !== from || !session.goTo(label)) return;
			session.status = `${label}: F5 and Enter lead back`;
			session.panes.focus('sheet');
		}
	};
}
