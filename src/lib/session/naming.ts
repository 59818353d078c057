import type { Command } from '$lib/editing';
import { callsIn, referencesIn } from '$lib/formula';
import { formatAbsoluteReference, isFormula, nameCalled, parseRange, type Workbook } from '$lib/workbook';
import { textAt } from './finding';
import { findDestination } from './destination';
import type { Session } from './session.svelte';

/** A name of the workbook as it is listed. */
export interface NameLine {
	readonly name: string;
	readonly refersTo: string;
	/** The value of its cell, or how many cells it stands for; empty where it stands for a formula. */
	readonly value: string;
	/** Whether there is a place to go to. */
	readonly isPlace: boolean;
}

/** The names that hold a text, in themselves or in what they stand for, in the order of letters. */
export function nameLines(session: Session, query: string): NameLine[] {
	const wanted = query.trim().toLowerCase();
	return [...session.tables.name.values()]
		.filter(({ name, refersTo }) => `${name} ${refersTo}`.toLowerCase().includes(wanted))
		.map(({ name, refersTo }) => ({ name, refersTo, ...valueOf(session, name) }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function valueOf(session: Session, name: string): Pick<NameLine, 'value' | 'isPlace'> {
	const found = findDestination(session.workbook, session.activeSheet, name);
	if (!found) return { value: '', isPlace: false };
	const [{ from, to }] = found.ranges;
	const count = (to.row - from.row + 1) * (to.column - from.column + 1);
	const value =
		count === 1
			? textAt(session, { sheet: found.sheet, ...from }, 'values')
			: `${count.toLocaleString('en-US')} cells`;
	return { value, isPlace: true };
}

/** How many formulas of cells and how many other names use a name. */
export interface NameUses {
	readonly formulas: number;
	readonly names: number;
}

/** Counts what uses a name. */
export function usesOfName(workbook: Workbook, name: string): NameUses {
	const wanted = name.toLowerCase();
	const uses = (formula: string) =>
		formula.toLowerCase().includes(wanted) &&
		(referencesIn(formula).some((one) => one.kind === 'name' && one.name?.toLowerCase() === wanted) ||
			callsIn(formula).some((call) => call.name.toLowerCase() === wanted));
	let formulas = 0;
	for (const cells of workbook.cells.values())
		for (const { content } of cells.values())
			if (content !== undefined && isFormula(content) && uses(content)) formulas += 1;
	const others = [...workbook.tables.name.values()].filter(
		(other) => other.name.toLowerCase() !== wanted && uses(other.refersTo)
	);
	return { formulas, names: others.length };
}

/** What uses a name, in words that tell what deleting it would do. */
export function usesWords({ formulas, names }: NameUses): string {
	const counted = (count: number, one: string) =>
		count === 0 ? [] : [`${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`];
	const users = [...counted(formulas, 'formula'), ...counted(names, 'other name')];
	if (users.length === 0) return 'No formula uses it.';
	const verb = formulas + names === 1 ? 'uses' : 'use';
	return `${users.join(' and ')} ${verb} it: without it there will be #NAME?.`;
}

/** What a name for the selected cells stands for: `=Figures!$C$6`. */
export function selectionReference({ shown, selection }: Session): string {
	return formatAbsoluteReference(shown.name, selection.range);
}

/** Adds a name, or renames or retargets the one that was `known`. Gives why that cannot be; else nothing. */
export function saveName(
	session: Session,
	known: NameLine | undefined,
	name: string,
	refersTo: string
): string {
	if (!known) return refusalOf(session, { do: 'add-name', name, refersTo });
	const isRenamed = name !== known.name;
	const isRetargeted = refersTo !== known.refersTo;
	if (isRenamed && isRetargeted)
		return 'Save the new name first, then what it stands for: each is one step to undo.';
	if (isRenamed) return refusalOf(session, { do: 'rename-name', name: known.name, to: name });
	return isRetargeted ? refusalOf(session, { do: 'retarget-name', name, refersTo }) : '';
}

/** Deletes a name. Gives why it stays; else nothing. */
export function deleteName(session: Session, name: string): string {
	return refusalOf(session, { do: 'delete-name', name });
}

function refusalOf(session: Session, command: Command): string {
	const done = session.execute(command);
	return done.ok ? '' : done.error;
}

/** Goes to the address or name that was typed, or gives the selected cells this name. Gives why neither can be; else nothing. */
export function goToOrName(session: Session, text: string): string {
	if (session.goTo(text)) return '';
	const { workbook, activeSheet, selection } = session;
	const nowhere = 'No cell and no name is called that. Type an address such as B9.';
	if (findDestination(workbook, activeSheet, text)) return 'What is being typed must be finished first.';
	if (/[!:=]/.test(text) || parseRange(text).ok) return nowhere;
	const known = nameCalled(workbook, text);
	if (known) return `${known.name} stands for ${known.refersTo}, which is no place to go to.`;
	if (selection.ranges.length > 1) return 'A name stands for one range: select only one to name it.';
	const added = session.execute({ do: 'add-name', name: text, refersTo: selectionReference(session) });
	if (!added.ok) return added.error;
	session.status = `${text} now stands for ${selectionReference(session).slice(1)}`;
	return '';
}
