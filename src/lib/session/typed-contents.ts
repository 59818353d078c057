import {
	cellAt,
	placeOfName,
	settingsOf,
	textForEditing,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import type { Command } from '$lib/editing';
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
				commitTyped(
					host: TypingHost,
					place: Place,
					text: string,
					departure: CommitDeparture
				): EditProblem | undefined;
		  }
		| undefined;
	readonly selection: { showSheet(sheet: string): void };
	readonly shown: {
		readonly guard: FigureGuard | undefined;
		readonly fit: ColumnFit | undefined;
		readonly clipboard: { letGo(): void } | undefined;
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

/** Typing into cells, as edits of the workbook. */
export class TypedContents implements EditHost {
	#host: TypingHost;

	constructor(host: TypingHost) {
		this.#host = host;
	}

	/** As in Excel, what is typed ends a copy. */
	begun(): void {
		this.#host.shown.clipboard?.letGo();
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
		const { workings } = this.#host;
		return workings
			? workings.commitTyped(this.#host, place, text, departure)
			: { message: 'The workbook is still being opened. Try again in a moment.' };
	}

	commitEverywhere(place: Place, text: string): EditProblem | undefined {
		// What is selected on another sheet, where a formula pointed at cells, is not what the text was begun in.
		this.#host.selection.showSheet(place.sheet);
		return this.#host.shown.fillTyped(place, text);
	}
}
