import {
	addressOfKey,
	formatRange,
	inOrder,
	isFormula,
	placeOfName,
	textOfContent,
	type Cell,
	type Place,
	type Workbook
} from '$lib/workbook';
import type { Choice } from './choices';
import { fuzzyMatch } from './fuzzy-match';
import { placeText } from './recent-places.svelte';
import type { Session } from './session.svelte';

/** A value and what it is called where it stands. */
export interface LabelledPlace {
	readonly label: string;
	/** What it is looked for by beside its label, such as what it measures. */
	readonly words: string;
	readonly place: Place;
}

/** A choice that leads to a value, and how well its label fits what was typed. */
export interface LabelledChoice {
	readonly fit: number;
	readonly choice: Choice;
}

const MOST_CHOICES = 12;

/** More cells of a sheet are not looked through for labels: the list is made while the reader types. */
const MOST_CELLS = 50_000;

/** A word has to stand in a label as it was typed, or as the first letters of its words. */
const LEAST_FIT_OF_WORD = 35;

/** What several words are worth more that stand together as they were typed. */
const FIT_OF_PHRASE = 100;

/** What was listed last, and of which version of a workbook. */
const listed = new WeakMap<
	Workbook,
	{ readonly version: number; readonly places: readonly LabelledPlace[] }
>();

/** The values that are called like what was typed, best first: figures, assumptions and rows of any sheet in view. */
export function labelledChoices(session: Session, query: string): LabelledChoice[] {
	const phrase = query.trim().toLowerCase();
	if (phrase === '') return [];
	const words = phrase.split(/\s+/).length;
	return placesNow(session)
		.flatMap((labelled) => {
			const { label } = labelled;
			const byLabel = fuzzyMatch(query, label);
			const fit = byLabel ?? fuzzyMatch(query, `${label} ${labelled.words}`);
			if (fit === undefined || fit < words * LEAST_FIT_OF_WORD) return [];
			const isPhrase = words > 1 && `${label} ${labelled.words}`.toLowerCase().includes(phrase);
			return [{ fit: (byLabel ?? fit / 2) + (isPhrase ? FIT_OF_PHRASE : 0), labelled }];
		})
		.sort((a, b) => b.fit - a.fit)
		.slice(0, MOST_CHOICES)
		.map(({ fit, labelled }) => ({ fit, choice: choiceOf(session, labelled) }));
}

function choiceOf(session: Session, { label, place }: LabelledPlace): Choice {
	const range = { from: place, to: place };
	const sheetName = session.tables.sheet.get(place.sheet)?.name ?? '';
	const where = placeText(sheetName, range);
	return {
		id: `label-${where}`,
		title: label,
		detail: `${sheetName} ${formatRange(range)}`,
		isAvailable: true,
		run: () => {
			if (session.goTo(where)) session.panes.focus('sheet');
		}
	};
}

function placesNow({ workbook, editor }: Session): readonly LabelledPlace[] {
	const version = editor?.version ?? 0;
	const before = listed.get(workbook);
	if (before?.version === version) return before.places;
	const places = labelledPlaces(workbook);
	listed.set(workbook, { version, places });
	return places;
}

/** What values are called: figures and assumptions by their records, others by the first text of their row. Each value once. */
export function labelledPlaces(workbook: Workbook): LabelledPlace[] {
	const seen = new Set<string>();
	const places = [...placesOfRecords(workbook), ...placesOfRows(workbook)];
	return places.filter(({ place: { sheet, row, column } }) => {
		const key = `${row} ${column} ${sheet}`;
		return !seen.has(key) && seen.add(key);
	});
}

function* placesOfRecords(workbook: Workbook): Iterable<LabelledPlace> {
	const { figure, assumption, sheet } = workbook.tables;
	const records = [
		...[...figure.values()].map((one) => ({ ...one, words: `${one.entity} ${one.metric} ${one.name}` })),
		...[...assumption.values()].map((one) => ({ ...one, words: one.name }))
	];
	for (const { name, label, words } of records) {
		const place = placeOfName(workbook, name);
		if (place && !sheet.get(place.sheet)?.isHidden) yield { label, words, place };
	}
}

function* placesOfRows(workbook: Workbook): Iterable<LabelledPlace> {
	for (const { id, isHidden } of inOrder(workbook.tables.sheet)) {
		if (!isHidden) yield* rowsOf(id, workbook.cells.get(id) ?? new Map<number, Cell>());
	}
}

/** The rows of a sheet whose first text has a number or a formula to its right, which it is a label of. */
function* rowsOf(sheet: string, cells: ReadonlyMap<number, Cell>): Iterable<LabelledPlace> {
	const labels = new Map<number, { readonly column: number; readonly text: string }>();
	const values = new Map<number, number>();
	for (const [row, column, content] of contentsOf(cells)) {
		const before = labels.get(row);
		if (typeof content === 'string' && !isFormula(content) && column < (before?.column ?? Infinity)) {
			labels.set(row, { column, text: textOfContent(content).trim() });
		}
	}
	for (const [row, column, content] of contentsOf(cells)) {
		const label = labels.get(row);
		const isValue = typeof content === 'number' || isFormula(content);
		if (isValue && label && column > label.column && column < (values.get(row) ?? Infinity)) {
			values.set(row, column);
		}
	}
	for (const [row, column] of values) {
		const { text: label } = labels.get(row)!;
		if (label !== '') yield { label, words: '', place: { sheet, row, column } };
	}
}

function* contentsOf(
	cells: ReadonlyMap<number, Cell>
): Iterable<readonly [row: number, column: number, content: Cell['content']]> {
	let count = 0;
	for (const [key, { content }] of cells) {
		if (++count > MOST_CELLS) return;
		const { row, column } = addressOfKey(key);
		yield [row, column, content];
	}
}
