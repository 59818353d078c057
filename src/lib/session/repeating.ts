import type { Command } from '$lib/editing';
import type { LineAxis } from '$lib/workbook';
import type { Action } from './actions/action';
import { clearFormats, setNumberFormat } from './formatting';
import { selectedLines } from './selected-lines';
import type { Session } from './session.svelte';

/** What can be done again elsewhere. */
type Repeatable = Pick<Action, 'isAvailable' | 'run'>;

const LATEST = new WeakMap<Session, Repeatable>();
/** Sessions whose action that is under way is what is repeated, not the change that it makes. */
const AS_ACTION = new WeakSet<Session>();

/** What changes cells or lines at once, and so can be done again elsewhere; most of what ends in dots asks first. */
function isRepeatable({ id, title, group }: Action): boolean {
	if (['insert', 'delete', 'clear-contents'].includes(id)) return true;
	const changes = group === 'Insert' || group === 'Delete' || group === 'Format' || group === 'Data';
	return changes && !title.endsWith('…') && id !== 'show-formatting';
}

/** Does what an action is for, and remembers it for doing it again. */
export function runToRepeat(session: Session, action: Action): void {
	if (isRepeatable(action)) LATEST.set(session, action);
	// A switch is repeated as what it set, as in Excel: what is bold already stays bold.
	run(session, action, isRepeatable(action) && !action.isOn);
}

function run(session: Session, action: Repeatable, isAsAction: boolean): void {
	if (isAsAction) AS_ACTION.add(session);
	try {
		action.run(session);
	} finally {
		if (isAsAction) AS_ACTION.delete(session);
	}
}

/** Remembers a change, however it was asked for, where it can be made of what is selected elsewhere. */
export function rememberChange(session: Session, command: Command): void {
	const again = AS_ACTION.has(session) ? undefined : againElsewhere(command);
	if (again) LATEST.set(session, { run: again });
}

function againElsewhere(command: Command): ((session: Session) => void) | undefined {
	switch (command.do) {
		case 'set-format':
			return (session) => setNumberFormat(session, command.format);
		case 'set-look':
			return (session) =>
				session.execute({
					...command,
					sheet: session.activeSheet,
					ranges: session.selection.ranges
				});
		case 'clear-formats':
			return clearFormats;
		case 'resize-rows':
			return (session) => resize(session, 'row', command.height);
		case 'resize-columns': {
			const { width } = command;
			// Those that were fitted to what they show have a width each.
			return typeof width === 'object' && width ? undefined : (session) => resize(session, 'column', width);
		}
		default:
			return undefined;
	}
}

function resize({ shown: { sizes }, selection }: Session, axis: LineAxis, size: number | null): void {
	sizes.resize(axis, sizes.linesOf(axis, selectedLines(selection, axis)), size);
}

/** Does the latest of it again; false where there is none. */
export function repeatLatest(session: Session): boolean {
	const latest = LATEST.get(session);
	if (latest && (latest.isAvailable?.(session) ?? true)) run(session, latest, true);
	return latest !== undefined;
}
