import {
	cellAt,
	doubtOf,
	isFormula,
	placeOfName,
	readTyped,
	settingsOf,
	textForEditing,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import type { CellEdit as CellChange, Command, WidenedColumns } from '$lib/editing';
import type { Result } from '$lib/workbook';
import type { CommitDeparture, EditHost, EditProblem, TextSpan } from './cell-edit.svelte';
import type { ColumnFit } from './column-fit';
import type { FigureGuard } from './figure-guard';

/** What reading typed text needs of the session. */
export interface TypingHost {
	readonly workbook: Workbook;
	readonly scenarios: { readonly active: string };
	readonly workings:
		| {
				formulaSpans(formula: string): readonly TextSpan[];
				completionFor(workbook: Workbook, place: Place, typed: string): string | undefined;
				formatOfFormula(workbook: Workbook, place: Place, formula: string): string | undefined;
				formatFromAbove(workbook: Workbook, place: Place): string | undefined;
				meantFormula(workbook: Workbook, place: Place, text: string): string;
		  }
		| undefined;
	readonly activeSheet: string;
	readonly shown: {
		readonly guard: FigureGuard;
		readonly sizes: { readonly fit: ColumnFit };
		fillTyped(place: Place, text: string): EditProblem | undefined;
	};
	execute(command: Command): Result<unknown>;
	/** What the latest act did, where that needs saying. */
	status: string;
}

/** The content that stands at a place under the scenario on show: its override where there is one. */
export function contentInScenario(workbook: Workbook, scenario: string, place: Place): Content {
	return contentsInScenario(workbook, scenario)(place);
}

/** The contents under a scenario, for many places of a workbook that does not change meanwhile. */
export function contentsInScenario(workbook: Workbook, scenario: string): (place: Place) => Content {
	const overrides = Object.entries(workbook.tables.scenario.get(scenario)?.overrides ?? {}).flatMap(
		([name, content]) => {
			const at = placeOfName(workbook, name);
			return at ? [{ at, content }] : [];
		}
	);
	return (place) => {
		const { sheet, row, column } = place;
		const override = overrides.find(({ at }) => at.row === row && at.column === column && at.sheet === sheet);
		return override ? override.content : (cellAt(workbook, place)?.content ?? null);
	};
}

/**
 * A change of a cell to what a typed text means there. Where the cell has no format, with the one that the text implies, or
 * that of the cells around for a number that implies none.
 */
export function readTypedChange(workbook: Workbook, place: Place, text: string, around?: string): CellChange {
	const { locale } = settingsOf(workbook);
	const present = cellAt(workbook, place)?.format;
	const { content, format = around } = readTyped(text, locale, present ?? around);
	const isImplied = present === undefined && format !== undefined && typeof content === 'number';
	return { ...place, content, ...(isImplied && { format }) };
}

/** The columns that must be wider for numbers that are typed into a sheet. */
export function widenedForTyped(
	{ workbook, shown }: Pick<TypingHost, 'workbook' | 'shown'>,
	cells: readonly CellChange[]
): WidenedColumns | undefined {
	const [first] = cells;
	if (!first) return undefined;
	const numbers = cells.map((edit) => {
		const cell = cellAt(workbook, edit);
		return { ...edit, value: numberOf(edit.content), cell: { ...cell, format: edit.format ?? cell?.format } };
	});
	return shown.sizes.fit.widenedFor(first.sheet, numbers);
}

function numberOf(content: Content): number | null {
	return typeof content === 'number' ? content : null;
}

/** Typing into cells, as edits of the workbook. */
export class TypedContents implements EditHost {
	#host: TypingHost;

	constructor(host: TypingHost) {
		this.#host = host;
	}

	textForEditing(place: Place): string {
		const { workbook, scenarios } = this.#host;
		const content = contentInScenario(workbook, scenarios.active, place);
		return textForEditing(content, cellAt(workbook, place)?.format, settingsOf(workbook).locale);
	}

	completionFor(place: Place, typed: string): string | undefined {
		const { workings, workbook } = this.#host;
		return workings?.completionFor(workbook, place, typed);
	}

	spansOf(text: string): readonly TextSpan[] {
		const { workings } = this.#host;
		return workings && text.startsWith('=') ? workings.formulaSpans(text) : [{ text, kind: 'content' }];
	}

	commit(place: Place, text: string, departure: CommitDeparture): EditProblem | undefined {
		const { workbook, scenarios, workings } = this.#host;
		const meant = workings?.meantFormula(workbook, place, text) ?? text;
		const typed = readTypedChange(workbook, place, meant, workings?.formatFromAbove(workbook, place));
		const isBare = isFormula(typed.content) && cellAt(workbook, place)?.format === undefined;
		const format = isBare ? workings?.formatOfFormula(workbook, place, meant) : undefined;
		const change = { ...typed, ...(format !== undefined && { format }) };
		if (this.#host.shown.guard.holdsBack(change, text, departure)) {
			return { message: 'This is a reported figure: say what is to become of what you typed.' };
		}
		const widened = widenedForTyped(this.#host, [change]);
		const done = this.#host.execute({
			do: 'set-contents',
			cells: [change],
			scenario: scenarios.active,
			act: 'type',
			...(widened && { widened })
		});
		if (!done.ok) return { message: done.error };
		const doubt = doubtOf(text, change.content, settingsOf(workbook).locale);
		if (doubt) this.#host.status = [doubt, this.#host.status].filter(Boolean).join(' ');
		return undefined;
	}

	commitEverywhere(place: Place, text: string): EditProblem | undefined {
		// What is selected on another sheet is not what the text was begun in.
		if (place.sheet !== this.#host.activeSheet) return this.commit(place, text, 'stay');
		return this.#host.shown.fillTyped(place, text);
	}
}
