import { parseAbsoluteReference, sheetNamed, type Sheet } from '$lib/workbook';
import type { Action } from './actions/action';
import { chordText } from './actions/key-stroke';
import { findDestination } from './destination';
import { fuzzyMatch } from './fuzzy-match';
import { labelledChoices } from './labelled-places';
import type { Session } from './session.svelte';

/** Something to choose from a list that is searched. */
export interface Choice {
	readonly id: string;
	readonly title: string;
	/** What else is said of it: its group, or where it leads. */
	readonly detail?: string;
	readonly keys?: string;
	/** Whether it can be chosen now. */
	readonly isAvailable: boolean;
	/** Whether what it switches is on. */
	readonly isOn?: boolean;
	/** Does it, once the list is closed. */
	readonly run: () => void;
}

/** Choices under a title, which is empty where they need none. */
export interface ChoiceSection {
	readonly title: string;
	readonly choices: readonly Choice[];
}

const MOST_NAMES = 12;

/** What the palette offers for what was typed: actions and places, best first, or all actions by their groups. */
export function commandChoices(
	session: Session,
	actions: readonly Action[],
	query: string,
	recent: readonly string[],
	onMac: boolean
): ChoiceSection[] {
	const choiceOf = (action: Action): Choice => actionChoice(session, action, onMac);
	if (query.trim() === '') {
		const used = recent.flatMap((id) => actions.find((action) => action.id === id) ?? []);
		const others = actions.filter((action) => !used.includes(action));
		const groups = [...new Set(others.map(({ group }) => group))];
		return [
			{ title: 'Recently used', choices: used.map(choiceOf) },
			...groups.map((title) => ({
				title,
				choices: others.filter(({ group }) => group === title).map(choiceOf)
			})),
			{ title: 'Sheets', choices: session.sheets.map((sheet) => sheetChoice(session, sheet)) }
		].filter(({ choices }) => choices.length > 0);
	}
	const fitting = actions.flatMap((action) => {
		const byTitle = fuzzyMatch(query, action.title);
		const byWords = fuzzyMatch(query, `${action.title} ${action.group} ${action.words ?? ''}`);
		const fit = byTitle ?? (byWords === undefined ? undefined : byWords / 2);
		return fit === undefined ? [] : [{ fit, choice: choiceOf(action) }];
	});
	const best = fitting.sort((a, b) => b.fit - a.fit);
	const places = placeChoices(session, query);
	const sections = [{ title: 'Commands', choices: best.map(({ choice }) => choice) }, ...places];
	// An address is meant as one, whatever commands have its letters, and so is a label that fits better than they do.
	const isPlace =
		places[0]?.title === GO_TO || (labelledChoices(session, query)[0]?.fit ?? 0) > (best[0]?.fit ?? 0);
	return (isPlace ? [...places, sections[0]!] : sections).filter(({ choices }) => choices.length > 0);
}

const GO_TO = 'Go to';

/** Places for what was typed: the one it names, sheets, labels and names like it; without any text those that were left last. */
export function placeChoices(session: Session, query: string): ChoiceSection[] {
	const wanted = query.trim();
	if (wanted === '') {
		return [
			{ title: 'Left lately', choices: session.recentPlaces.all.map((place) => placeChoice(session, place)) },
			{ title: 'Sheets', choices: session.sheets.map((sheet) => sheetChoice(session, sheet)) }
		].filter(({ choices }) => choices.length > 0);
	}
	const sheet = sheetNamed(session.workbook, wanted);
	const found = findDestination(session.workbook, session.activeSheet, wanted);
	const exact = [
		...(sheet ? [sheetChoice(session, sheet)] : []),
		...(found ? [placeChoice(session, wanted)] : [])
	];
	const sheets = session.sheets.filter((one) => one !== sheet && fuzzyMatch(wanted, one.name) !== undefined);
	return [
		{ title: GO_TO, choices: exact },
		{ title: 'Sheets', choices: sheets.map((one) => sheetChoice(session, one)) },
		{ title: 'Values by their label', choices: labelledChoices(session, wanted).map(({ choice }) => choice) },
		{ title: 'Names', choices: namesLike(session, wanted) }
	].filter(({ choices }) => choices.length > 0);
}

function namesLike(session: Session, wanted: string): Choice[] {
	return [...session.tables.name.values()]
		.flatMap(({ name, refersTo }) => {
			const fit = name.toLowerCase() === wanted.toLowerCase() ? undefined : fuzzyMatch(wanted, name);
			if (fit === undefined || !parseAbsoluteReference(refersTo).ok) return [];
			return [{ fit, choice: { ...placeChoice(session, name), detail: refersTo.slice(1) } }];
		})
		.sort((a, b) => b.fit - a.fit || (a.choice.title < b.choice.title ? -1 : 1))
		.slice(0, MOST_NAMES)
		.map(({ choice }) => choice);
}

function actionChoice(session: Session, action: Action, onMac: boolean): Choice {
	const chord = action.keys?.[0];
	return {
		id: action.id,
		title: action.title,
		detail: action.group,
		...(chord && { keys: chordText(chord, onMac) }),
		isAvailable: action.isAvailable?.(session) ?? true,
		...(action.isOn && { isOn: action.isOn(session) }),
		run: () => session.act(action.id)
	};
}

function sheetChoice(session: Session, { id, name }: Sheet): Choice {
	return {
		id: `sheet-${id}`,
		title: name,
		detail: 'Sheet',
		isAvailable: true,
		run: () => {
			if (session.goToSheet(id)) session.panes.focus('sheet');
		}
	};
}

function placeChoice(session: Session, place: string): Choice {
	return {
		id: `place-${place}`,
		title: place,
		isAvailable: true,
		run: () => {
			if (session.goTo(place)) session.panes.focus('sheet');
		}
	};
}
