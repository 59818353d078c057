import { ENGINE_CALL } from '$lib/formula';
import { formatAddress, MAX_COLUMNS, MAX_ROWS, nameCalled, type Place, type Workbook } from '$lib/workbook';
import {
	DetailedCellError,
	type HyperFormula,
	type RawCellContent,
	type SimpleCellAddress
} from 'hyperformula';
import { PlaceMap } from './places';
import { areaOfKey, keyOfCell, type ToldContext } from './functions/reference';

interface ToldFormula {
	readonly sheetName: string;
	readonly row: number;
	readonly col: number;
	/** The formula without what it reads. */
	readonly body: string;
	/** What it reads, as it was handed over last. */
	told: string;
	/** Whether it was begun anew after it had been found in a loop. */
	isRetried: boolean;
}

/** Nothing read that is told late. */
const NOTHING_TOLD = '';

/** After so many builds, formulas that still read something else each time are taken for a loop. */
const MAX_BUILDS = 50;

/**
 * The formulas whose references are told only when they are calculated. A build hands over what each of them read in the
 * build before, so that it waits for that and is found in loops like any other, until a build tells nothing new.
 */
export class ToldFormulas {
	readonly context: ToldContext;
	#formulas = new PlaceMap<ToldFormula>();
	#builds = 0;

	/** `write` gives a formula as a cell holds it. */
	constructor(
		workbook: Workbook,
		readonly write: (text: string) => string
	) {
		this.context = { toldReads: new Map(), refersTo: (name) => nameCalled(workbook, name)?.refersTo };
	}

	/** Whether such a formula stands in a cell. */
	has(place: Place): boolean {
		return this.#formulas.has(place);
	}

	/** Whether a formula reads something else than it waits for since cells changed, so that only a new build is right. */
	isOutdated(graph: HyperFormula): boolean {
		for (const [, formula] of this.#formulas) {
			const read = this.context.toldReads.get(keyIn(graph, formula));
			if ((read && toldBy(read, graph) !== formula.told) || isInLoop(graph, formula)) return true;
		}
		return false;
	}

	/** Takes in a formula, and gives what to hand over for it. */
	add(sheetName: string, place: Place, engineText: string): string {
		const body = engineText.slice(1);
		const { row, column } = place;
		const formula = { sheetName, row, col: column, body, told: NOTHING_TOLD, isRetried: false };
		this.#formulas.set(place, formula);
		return this.write(handedOver(formula));
	}

	/** Changes contents to what a build has told; gives those changes. */
	learn(
		contents: Record<string, RawCellContent[][]>,
		graph: HyperFormula
	): { at: SimpleCellAddress; content: string }[] {
		this.#builds++;
		const news: { at: SimpleCellAddress; content: string }[] = [];
		const change = (formula: ToldFormula, told: string, lost?: string) => {
			formula.told = told;
			const content = lost ?? this.write(handedOver(formula));
			contents[formula.sheetName]![formula.row]![formula.col] = content;
			news.push({ at: addressIn(graph, formula), content });
		};
		for (const [, formula] of this.#formulas) {
			const read = this.context.toldReads.get(keyIn(graph, formula));
			const told = read ? toldBy(read, graph) : formula.told;
			if (told === formula.told) continue;
			change(formula, told, this.#builds > MAX_BUILDS ? '=#CYCLE!' : undefined);
		}
		if (news.length > 0) return news;
		// A loop may go through what a formula read only as long as others had no value yet.
		for (const [, formula] of this.#formulas) {
			if (formula.isRetried || formula.told === NOTHING_TOLD || !isInLoop(graph, formula)) continue;
			formula.isRetried = true;
			this.context.toldReads.delete(keyIn(graph, formula));
			change(formula, NOTHING_TOLD);
		}
		return news;
	}
}

function handedOver({ body, told }: ToldFormula): string {
	return `=${ENGINE_CALL.reads}(${body}${told})`;
}

function addressIn(graph: HyperFormula, { sheetName, row, col }: ToldFormula) {
	return { sheet: graph.getSheetId(sheetName)!, row, col };
}

function keyIn(graph: HyperFormula, formula: ToldFormula): string {
	return keyOfCell(addressIn(graph, formula));
}

function isInLoop(graph: HyperFormula, formula: ToldFormula): boolean {
	const value = graph.getCellValue(addressIn(graph, formula));
	return value instanceof DetailedCellError && value.value === '#CYCLE!';
}

function toldBy(areas: readonly string[], graph: HyperFormula): string {
	return areas.map((key) => `,"${key}",${referenceTo(key, graph)}`).join('');
}

function referenceTo(key: string, graph: HyperFormula): string {
	const { sheet, top, left, bottom, right } = areaOfKey(key);
	const prefix = `'${graph.getSheetName(sheet)!.replaceAll("'", "''")}'!`;
	if (bottom - top === MAX_ROWS - 1) return `${prefix}${letters(left)}:${letters(right)}`;
	if (right - left === MAX_COLUMNS - 1) return `${prefix}${top + 1}:${bottom + 1}`;
	const first = formatAddress({ row: top, column: left });
	const last = formatAddress({ row: bottom, column: right });
	return prefix + (first === last ? first : `${first}:${last}`);
}

function letters(column: number): string {
	return formatAddress({ row: 0, column }).replace(/\d+$/, '');
}
