import { formatAddress } from '$lib/workbook';
import type { Choice } from './choices';
import type { Session } from './session.svelte';
import { placeText } from './recent-places.svelte';
import { textAt } from './finding';

export type TraceDirection = 'precedents' | 'dependents';

/** Places that the active cell reads, or that read it. */
export interface Trace {
	readonly direction: TraceDirection;
	/** The cell that they belong to, as `B6`. */
	readonly of: string;
	readonly choices: readonly Choice[];
}

/** Goes to what the active cell reads or what reads it: at once where that is one place, else by a list to choose from. */
export async function followTrace(session: Session, direction: TraceDirection): Promise<void> {
	if (!session.settleEdit()) return;
	const { activeSheet, selection, dialogs, calculating } = session;
	const place = { sheet: activeSheet, ...selection.active };
	const of = formatAddress(place);
	const choices =
		direction === 'precedents'
			? (await calculating.precedents(place))?.map(({ label, place: at, value }) => ({
					...leadTo(session, label),
					detail:
						at && value !== undefined ? textAt(session, at, 'values') : at ? 'several cells' : 'a formula',
					isAvailable: at !== null
				}))
			: (await calculating.dependents(place))?.map((at) => ({
					...leadTo(session, placeText(session.tables.sheet.get(at.sheet)!.name, { from: at, to: at })),
					detail: textAt(session, at, 'values')
				}));
	const isStill = session.activeSheet === activeSheet && formatAddress(selection.active) === of;
	if (!isStill) return;
	if (!choices) session.status = 'What formulas read is not known until the workbook is calculated.';
	else if (choices.length === 0) session.status = nothingWords(of, direction);
	else if (choices.length === 1 && choices[0]!.isAvailable) choices[0]!.run();
	else dialogs.open('trace', { direction, of, choices });
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
