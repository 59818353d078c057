import type { CellEdit as CellChange, Command, Executed } from '$lib/editing';
import { cellState, figureOfCell, type LedgerIndex } from '$lib/ledger';
import {
	BASE_SCENARIO,
	cellAt,
	formatValue,
	isFormula,
	settingsOf,
	type Figure,
	type Overrides,
	type Result,
	type Workbook
} from '$lib/workbook';
import type { CommitDeparture } from './cell-edit.svelte';
import type { Dialogs } from './dialogs.svelte';

/** What a text that was typed over a reported figure waits for. */
export interface OverrideRequest {
	readonly title: string;
	/** What was published, as its cell shows it. */
	readonly published: string;
	readonly typed: string;
	/** Why it cannot be made in a scenario; empty where it can. */
	readonly onlyHere: string;
	/** Takes the text in the cell itself; without asking again in this session, where `isLasting`. */
	readonly overrideHere: (isLasting: boolean) => void;
	/** Takes it in a scenario, or in a new one of this title; gives why not where that is refused. */
	readonly overrideIn: (scenario: { readonly id: string } | { readonly title: string }) => string;
}

/** A figure whose cell is to hold something else. */
export interface ReplacedFigure {
	readonly figure: Figure;
	readonly change: CellChange;
	readonly format: string | undefined;
}

/** What guarding figures needs of the session. */
export interface GuardHost {
	readonly workbook: Workbook;
	readonly ledger: LedgerIndex;
	readonly overrides: Overrides;
	readonly dialogs: Pick<Dialogs, 'open'>;
	readonly scenarios: { readonly active: string; select(id: string): void };
	readonly edit: { commit(departure?: CommitDeparture): boolean; cancel(): void };
	readonly selection: { leave(departure: Exclude<CommitDeparture, 'away'>): void };
	execute(command: Command): Result<Executed>;
}

/** Asks before what was typed takes the place of a reported figure in the base. Under a scenario that is answered already. */
export class FigureGuard {
	#host: GuardHost;
	/** Whether typing over reported figures goes through: once, or for the rest of the session. */
	#isOpen: 'once' | 'always' | undefined;

	constructor(host: GuardHost) {
		this.#host = host;
	}

	/** Whether a change waits for an answer; then a dialog has been opened for it. */
	holdsBack(change: CellChange, text: string, departure: CommitDeparture): boolean {
		const figure = this.#figureUnder(change);
		// What is typed as the page is left has nobody to answer: an override can be restored, a lost text cannot.
		if (!figure || departure === 'away' || this.#isOpen !== undefined) return false;
		this.#host.dialogs.open('override', this.#request(figure, change, text, departure));
		return true;
	}

	/** The reported figures that changes would replace; none where it was said that they may be. */
	figuresUnder(changes: readonly CellChange[]): readonly ReplacedFigure[] {
		const { workbook, scenarios } = this.#host;
		if (this.#isOpen === 'always' || scenarios.active !== BASE_SCENARIO) return [];
		return changes.flatMap((change) => {
			const cell = cellAt(workbook, change);
			const figure = cell && this.#figureUnder(change);
			return figure ? [{ figure, change, format: cell.format }] : [];
		});
	}

	/** Asks no more in this session. */
	openForGood(): void {
		this.#isOpen = 'always';
	}

	#figureUnder(change: CellChange): Figure | undefined {
		const { workbook, ledger, overrides, scenarios } = this.#host;
		if (scenarios.active !== BASE_SCENARIO) return undefined;
		const isSame = Object.is(cellAt(workbook, change)?.content ?? null, change.content);
		if (isSame || cellState(ledger, change, overrides) !== 'reported') return undefined;
		return figureOfCell(ledger, change);
	}

	#request(
		figure: Figure,
		change: CellChange,
		text: string,
		departure: Exclude<CommitDeparture, 'away'>
	): OverrideRequest {
		const host = this.#host;
		const { locale } = settingsOf(host.workbook);
		return {
			title: figure.label,
			published: formatValue(figure.published, cellAt(host.workbook, change)?.format, locale).text,
			typed: text,
			onlyHere:
				typeof change.content === 'number' || isFormula(change.content)
					? ''
					: 'A scenario takes numbers and formulas only.',
			overrideHere: (isLasting) => {
				this.#isOpen = isLasting ? 'always' : 'once';
				if (host.edit.commit(departure)) host.selection.leave(departure);
				if (!isLasting) this.#isOpen = undefined;
			},
			overrideIn: (scenario) => {
				const done = this.#overrideIn(scenario, figure, change);
				if (!done.ok) return done.error;
				host.edit.cancel();
				host.scenarios.select('id' in scenario ? scenario.id : (done.value.created ?? BASE_SCENARIO));
				return '';
			}
		};
	}

	#overrideIn(
		scenario: { readonly id: string } | { readonly title: string },
		{ name }: Figure,
		{ content }: CellChange
	): Result<Executed> {
		return 'id' in scenario
			? this.#host.execute({ do: 'set-override', scenario: scenario.id, name, content })
			: this.#host.execute({ do: 'add-scenario', title: scenario.title, overrides: { [name]: content } });
	}
}
