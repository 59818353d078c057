import {
	addressOfKey,
	cellAt,
	cellKey,
	fail,
	formatValue,
	inOrder,
	isFormula,
	rangeHolds,
	settingsOf,
	spansHold,
	textForEditing,
	type Place,
	type Result
} from '$lib/workbook';
import { findProblem } from '$lib/formula';
import { askForFigures } from './figures-at-stake';
import type { Session } from './session.svelte';
import { MAX_PATTERN_TEXT, textFinder, type SearchTerms, type TextFinder } from './text-finder';
import { readTypedChange } from './typed-change';
import { contentInScenario } from './typed-contents';

/** Where is looked, and in what: the texts that cells show, or what is typed in them. */
export interface SearchScope {
	readonly where: 'sheet' | 'workbook' | 'selection' | 'other-sheets';
	readonly lookIn: 'values' | 'formulas';
}

/** What was found: places in the order of reading, and how many texts were too long for a pattern. */
export interface Found {
	readonly places: readonly Place[];
	readonly tooLong: number;
}

/** Finds cells, sheet after sheet, row after row. */
export function findCells(session: Session, terms: SearchTerms, scope: SearchScope): Result<Found> {
	const finder = textFinder(terms);
	if (!finder.ok) return finder;
	const places: Place[] = [];
	let tooLong = 0;
	for (const place of placesToSearch(session, scope)) {
		const text = textAt(session, place, scope.lookIn);
		if (terms.isPattern && text.length > MAX_PATTERN_TEXT) tooLong += 1;
		if (finder.value.matches(text)) places.push(place);
	}
	return { ok: true, value: { places, tooLong } };
}

/** How much was found, in words: here, and on other sheets where those were not searched. */
export function foundWords(found: Result<Found>, elsewhere: number): string {
	if (!found.ok) return found.error;
	const { places, tooLong } = found.value;
	const here = places.length === 0 ? 'Nothing' : inCells(places.length);
	const others = elsewhere > 0 ? ` here, ${inCells(elsewhere)} on other sheets` : '';
	const left = tooLong > 0 ? `; ${tooLong} long texts were not searched by the pattern` : '';
	return `${here} found${others}${left}.`;
}

/** What a cell would hold after replacing, as it would be typed; undefined where nothing changes or nothing can. */
export function replacedText(
	session: Session,
	place: Place,
	finder: TextFinder,
	by: string
): string | undefined {
	const typed = typedAt(session, place);
	if (typed === '') return undefined;
	const replaced = finder.replaced(typed, by);
	return replaced === typed ? undefined : replaced;
}

/**
 * Replaces in cells, all in one step, but for those whose formula could be read before and could not any more. Gives what
 * was done, in words.
 */
export function replaceIn(
	session: Session,
	places: readonly Place[],
	terms: SearchTerms,
	by: string
): Result<string> {
	const finder = textFinder(terms);
	if (!finder.ok) return finder;
	let spoilt = 0;
	const cells = places.flatMap((place) => {
		const text = replacedText(session, place, finder.value, by);
		if (text === undefined) return [];
		const isSpoilt = isUnreadable(text) && !isUnreadable(typedAt(session, place));
		if (isSpoilt) spoilt += 1;
		return isSpoilt ? [] : [readTypedChange(session.workbook, place, text)];
	});
	const words = replacedWords(cells.length, spoilt);
	if (cells.length === 0) return { ok: true, value: words };
	let problem = '';
	const isWaiting = askForFigures(session, cells, 'replace', (chosen, scenario) => {
		const done = session.execute({ do: 'set-contents', cells: chosen, scenario, act: 'replace' });
		if (!done.ok) problem = done.error;
	});
	if (isWaiting) return fail('There are reported figures among these cells: say what is to become of them.');
	return problem ? fail(problem) : { ok: true, value: words };
}

function isUnreadable(text: string): boolean {
	return isFormula(text) && findProblem(text) !== undefined;
}

/**
 * Replaces in all cells but those in rows that a filter leaves out, which stay as they stay when rows around them are
 * cleared or deleted. Gives what was done, in words.
 */
export function replaceAll(
	session: Session,
	places: readonly Place[],
	terms: SearchTerms,
	by: string
): Result<string> {
	const isLeftOut = ({ sheet, row }: Place) =>
		spansHold(session.tables.sheet.get(sheet)?.filter?.hidden ?? [], row);
	const chosen = places.filter((place) => !isLeftOut(place));
	const replaced = replaceIn(session, chosen, terms, by);
	if (!replaced.ok) return replaced;
	const left = places.length - chosen.length;
	const kept = left === 0 ? '' : ` The filter leaves ${inCells(left)} out: not changed.`;
	return { ok: true, value: `${replaced.value}${kept}` };
}

function replacedWords(count: number, spoilt: number): string {
	const left = spoilt === 0 ? '' : ` In ${inCells(spoilt)} no readable formula would be left: not changed.`;
	return `Replaced in ${inCells(count)}.${left}`;
}

function inCells(count: number): string {
	return count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`;
}

/** Shows a place that was found. */
export function showFound(session: Session, { sheet, row, column }: Place): void {
	if (session.showSheet(sheet)) session.selection.select({ row, column });
}

/** Which of the places comes next after the active cell, or before it, round and round. */
export function nextFound(session: Session, places: readonly Place[], step: 1 | -1): number {
	const order = inOrder(session.tables.sheet).map(({ id }) => id);
	const rank = ({ sheet, row, column }: Place) => [order.indexOf(sheet), cellKey({ row, column })] as const;
	const [sheet, key] = rank({ sheet: session.activeSheet, ...session.selection.active });
	const isAfter = (place: Place) => {
		const [otherSheet, otherKey] = rank(place);
		return otherSheet > sheet || (otherSheet === sheet && otherKey > key);
	};
	const isAt = (place: Place) => rank(place)[0] === sheet && rank(place)[1] === key;
	if (step === 1) {
		const next = places.findIndex(isAfter);
		return next >= 0 ? next : 0;
	}
	const before = places.findLastIndex((place) => !isAfter(place) && !isAt(place));
	return before >= 0 ? before : places.length - 1;
}

function* placesToSearch(session: Session, { where }: SearchScope): Iterable<Place> {
	const { workbook, activeSheet, selection } = session;
	const visible = inOrder(session.tables.sheet).filter(({ isHidden }) => !isHidden);
	const sheets = {
		workbook: visible,
		'other-sheets': visible.filter(({ id }) => id !== activeSheet),
		sheet: [{ id: activeSheet }],
		selection: [{ id: activeSheet }]
	}[where];
	const { ranges } = selection;
	const isNarrowed = where === 'selection' && !selection.isSingleCell;
	for (const { id } of sheets) {
		// Formulas fill cells beside their own: those hold values and no content.
		const keys = new Set(workbook.cells.get(id)?.keys());
		for (const key of session.values.keysOn(id)) keys.add(key);
		for (const key of [...keys].sort((a, b) => a - b)) {
			const address = addressOfKey(key);
			if (!isNarrowed || ranges.some((range) => rangeHolds(range, address))) yield { sheet: id, ...address };
		}
	}
}

/** What a cell shows, or what is typed in it. */
export function textAt(session: Session, place: Place, lookIn: SearchScope['lookIn']): string {
	if (lookIn === 'formulas') return typedAt(session, place);
	const { locale } = settingsOf(session.workbook);
	return formatValue(session.valueAt(place), cellAt(session.workbook, place)?.format, locale).text;
}

/** What stands in a cell as it would be typed, under the scenario on show. */
function typedAt({ workbook, scenarios }: Session, place: Place): string {
	const content = contentInScenario(workbook, scenarios.active, place);
	const format = cellAt(workbook, place)?.format;
	return isFormula(content) ? content : textForEditing(content, format, settingsOf(workbook).locale);
}
