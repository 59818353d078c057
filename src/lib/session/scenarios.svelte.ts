import { untrack } from 'svelte';
import {
	BASE_SCENARIO,
	inOrder,
	placeOfName,
	cellAt,
	settingsOf,
	type Result,
	type Scenario,
	type Workbook
} from '$lib/workbook';
import type { Comparison } from '$lib/what-if';
import type { Command, Executed } from '$lib/editing';
import { comparedTexts, type ComparedTexts } from './compared-texts';

/** A row of the comparison as it is shown. */
export interface ComparedLine {
	readonly name: string;
	readonly label: string;
	/** By the id of the scenario: one that was just added is compared a moment later. */
	readonly cells: ReadonlyMap<string, ComparedTexts>;
}

/** What scenarios need of the session that they belong to. */
export interface ScenarioHost {
	readonly workbook: Workbook;
	readonly tables: Workbook['tables'];
	execute(command: Command): Result<Executed>;
	/** Takes an open edit; false where it is refused. */
	settleEdit(): boolean;
	/** Called after another scenario was chosen. */
	scenarioChosen(id: string): void;
}

const COLORS = 8;

/** Which scenario is on show, and all of them side by side. Which one is active is an act of viewing, never undone. */
export class Scenarios {
	#host: ScenarioHost;
	#active = $state(BASE_SCENARIO);

	/** The latest comparison; undefined before the first. */
	comparison = $state.raw<Comparison>();

	constructor(host: ScenarioHost) {
		this.#host = host;
	}

	readonly all: readonly Scenario[] = $derived.by(() => inOrder(this.#host.tables.scenario));

	/** The id of the scenario on show: the base where the one chosen is gone. */
	readonly active: string = $derived.by(() =>
		this.#host.tables.scenario.has(this.#active) ? this.#active : BASE_SCENARIO
	);

	readonly activeTitle: string = $derived(this.titleOf(this.active));

	/** The comparison as texts, in the formats of the outputs' cells. */
	readonly lines: readonly ComparedLine[] = $derived.by(() => {
		void this.#host.tables;
		const workbook = untrack(() => this.#host.workbook);
		const { locale } = settingsOf(workbook);
		const { rows = [], scenarios = [] } = this.comparison ?? {};
		return rows.map(({ output, cells }) => {
			const place = placeOfName(workbook, output.name);
			const format = place && cellAt(workbook, place)?.format;
			return {
				name: output.name,
				label: output.label,
				cells: new Map(
					cells.map((cell, index) => [scenarios[index]!.id, comparedTexts(cell, format, locale)])
				)
			};
		});
	});

	get isBase(): boolean {
		return this.active === BASE_SCENARIO;
	}

	titleOf(id: string): string {
		return this.#host.tables.scenario.get(id)?.title ?? '';
	}

	/** A colour of the page's palette that stays with the scenario's place in the list. */
	colorOf(id: string): string {
		const at = this.all.findIndex((scenario) => scenario.id === id);
		return `var(--s${(Math.max(at, 0) % COLORS) + 1})`;
	}

	/** How many drivers a scenario changes, in words. */
	driversChanged({ overrides }: Scenario): string {
		const count = Object.keys(overrides).length;
		return count === 0 ? 'base' : count === 1 ? '1 driver' : `${count} drivers`;
	}

	/** Shows a scenario; the base where there is none of this id. */
	select(id: string): void {
		// An open edit belongs to the scenario that it was begun in.
		if (id === this.active || !this.#host.settleEdit()) return;
		this.#active = id;
		this.#host.scenarioChosen(this.active);
	}

	/** Shows the base, whatever else is going on: the scenario on show cannot be. */
	fallBack(): void {
		// An open edit belongs to the scenario that it was begun in, where it can still be taken.
		this.#host.settleEdit();
		this.#active = BASE_SCENARIO;
		this.#host.scenarioChosen(BASE_SCENARIO);
	}

	add(): Result<Executed> {
		return this.#host.execute({ do: 'add-scenario', title: this.#freeTitle('Scenario') });
	}

	duplicate(id: string): Result<Executed> {
		return this.#host.execute({
			do: 'duplicate-scenario',
			scenario: id,
			title: this.#freeTitle(`${this.titleOf(id)}, copy`)
		});
	}

	rename(id: string, title: string): Result<Executed> {
		return this.#host.execute({ do: 'rename-scenario', scenario: id, title });
	}

	remove(id: string): Result<Executed> {
		return this.#host.execute({ do: 'delete-scenario', scenario: id });
	}

	#freeTitle(wanted: string): string {
		const taken = new Set(this.all.map(({ title }) => title.toLowerCase()));
		let title = wanted;
		for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${wanted} ${number}`;
		return title;
	}
}
