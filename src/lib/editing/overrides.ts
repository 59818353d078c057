import { BASE_SCENARIO, fail, ok, type Content, type Result, type Scenario } from '$lib/workbook';
import type { Draft } from './draft';
import { isDriverContent } from './drivers';

/** The overrides of one scenario while a command changes them. */
export class OverrideDraft {
	readonly #draft: Draft;
	readonly #scenario: Scenario;
	readonly #contents: Map<string, Content>;
	readonly #touched = new Set<string>();

	private constructor(draft: Draft, scenario: Scenario) {
		this.#draft = draft;
		this.#scenario = scenario;
		this.#contents = new Map(Object.entries(scenario.overrides));
	}

	/** None for the base, which has no overrides. Fails where there is no such scenario. */
	static of(draft: Draft, id: string | undefined): Result<OverrideDraft | undefined> {
		if (id === undefined || id === BASE_SCENARIO) return ok(undefined);
		const scenario = draft.record('scenario', id);
		return scenario ? ok(new OverrideDraft(draft, scenario)) : noScenario(id);
	}

	/** How many drivers stand otherwise than before. */
	get changed(): number {
		const { overrides } = this.#scenario;
		return [...this.#touched].filter((name) => {
			const before = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
			return !Object.is(before, this.#contents.get(name));
		}).length;
	}

	/** Sets a driver, or takes it back to its base with `null`. Refuses what a driver cannot hold. */
	set(name: string, content: Content): Result<void> {
		if (content !== null && !isDriverContent(content)) {
			return fail(
				`Under the scenario "${this.#scenario.title}", ${name} takes a number or a formula without references. To enter anything else, switch to the base scenario.`
			);
		}
		const key = this.#keyOf(name);
		this.#touched.add(key);
		if (content === null) this.#contents.delete(key);
		else this.#contents.set(key, content);
		return ok(undefined);
	}

	/** Writes the overrides into the draft, where any changed. */
	finish(): void {
		if (this.changed === 0) return;
		this.#draft.setRecord('scenario', { ...this.#scenario, overrides: Object.fromEntries(this.#contents) });
	}

	/** An override keeps the spelling that it was made with; names are the same in any case. */
	#keyOf(name: string): string {
		if (this.#contents.has(name)) return name;
		const wanted = name.toLowerCase();
		return [...this.#contents.keys()].find((key) => key.toLowerCase() === wanted) ?? name;
	}
}

export function noScenario(id: string): Result<never> {
	return fail(`There is no scenario "${id}" any more.`);
}
