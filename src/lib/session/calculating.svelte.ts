import type { PlacedFormula } from '$lib/calculation';
import type { Comparison } from '$lib/what-if';
import type { CalculationClient, CalculationListener, Running, Stopped } from '$lib/workers';
import { BASE_SCENARIO, cellKey, type Patch, type Place, type Workbook } from '$lib/workbook';
import type { Notice, Notices } from './notices.svelte';
import type { Pause } from './stopped-notices';
import { markUnfinished } from './unfinished-mark';
import type { PlacedValue } from './values.svelte';
import type * as Workings from './workings';

/** A calculation that the page is left in after this long hung; one that is left sooner was only in a hurry. */
const HUNG_AFTER_MS = 5000;

/** What calculating needs of the session that it belongs to. */
export interface CalculatingHost {
	readonly workbook: Workbook;
	readonly notices: Notices;
	/** There before anything is calculated. */
	readonly workings: typeof Workings | undefined;
	readonly scenarios: {
		readonly active: string;
		comparison: Comparison | undefined;
		titleOf(id: string): string;
		fallBack(): void;
	};
	readonly saving: { rememberView(): void };
	/** Takes values in: all that there are, or those that changed. */
	take(changes: readonly PlacedValue[], isWhole: boolean, milliseconds: number): void;
	/** Forgets all values, so that every cell shows what was typed. */
	forgetValues(): void;
	pending(isPending: boolean): void;
	/** Shows the page where it was still covered. */
	uncover(): void;
}

/** How the calculation of the open workbook stands: what runs, what was stopped, and what is held back since. */
export class Calculating {
	#host: CalculatingHost;
	#client: CalculationClient | undefined;
	/** The scenario that the calculation was last told of. */
	#scenario = BASE_SCENARIO;
	#isMarking = false;
	#hanging: ReturnType<typeof setTimeout> | undefined;
	#isComparisonStopped = $state(false);
	#heldKeys = $state.raw<ReadonlySet<string>>(new Set());

	/** What has been running for over a second. */
	running = $state.raw<Running | null>(null);
	/** Why nothing is calculated now; undefined where all is. */
	pause = $state.raw<Pause>();
	/** The cells that are held back because what was put into them took too long. */
	held = $state.raw<readonly Place[]>([]);

	constructor(host: CalculatingHost) {
		this.#host = host;
	}

	/** Whether there is something that was stopped and may be tried again. */
	readonly canCalculate: boolean = $derived.by(
		() => this.pause !== undefined || this.held.length > 0 || this.#isComparisonStopped
	);

	isHeld(place: Place): boolean {
		return this.#heldKeys.has(keyOf(place));
	}

	/**
	 * Begins to calculate the host's workbook, or does not where it `isUnfinished`: its last calculation did not end. Cells
	 * that were held back stay so. That a calculation hangs is remembered for a workbook that `isSaved` only.
	 */
	open(
		{ CalculationClient, connectCalculation }: typeof Workings,
		version: number,
		how: { readonly held: readonly Place[]; readonly isSaved: boolean; readonly isUnfinished: boolean }
	): void {
		const { workbook, scenarios } = this.#host;
		this.#isMarking = how.isSaved;
		this.#client = new CalculationClient(connectCalculation, this.#listener());
		this.#scenario = scenarios.active;
		if (how.held.length > 0) this.#hold(how.held);
		this.#client.open(workbook, version, this.#scenario, { held: how.held, isPaused: how.isUnfinished });
		if (how.isUnfinished) this.#rest('unfinished');
	}

	/** Follows a change of the workbook, which is saved from then on. */
	follow(patch: Patch, version: number): void {
		this.#isMarking = true;
		this.#wake();
		this.#client?.push(patch, version);
		if (this.#host.scenarios.active !== this.#scenario) this.useScenario(this.#host.scenarios.active);
	}

	useScenario(scenario: string): void {
		this.#scenario = scenario;
		this.#wake();
		this.#host.notices.dismiss('scenario');
		this.#client?.useScenario(scenario);
	}

	/** What is known of functions; null where that cannot be said now. */
	async describeFunctions() {
		return (await this.#client?.describeFunctions()) ?? null;
	}

	/** What the formula of a cell reads; null where that cannot be said now. */
	async precedents(place: Place) {
		return (await this.#client?.precedents(place)) ?? null;
	}

	/** The cells whose formulas read a cell; null where that cannot be said now. */
	async dependents(place: Place) {
		return (await this.#client?.dependents(place)) ?? null;
	}

	/** What formulas would give in cells; null where that cannot be said now, `stopped` where it took too long. */
	async tryFormulas(formulas: readonly PlacedFormula[]) {
		return (await this.#client?.tryFormulas(formulas)) ?? null;
	}

	/** Ends what runs. */
	stop(): void {
		this.#client?.stop();
	}

	/** Calculates what was stopped. */
	calculate(): void {
		this.#isComparisonStopped = false;
		this.pause = undefined;
		this.#host.notices.dismiss('comparison');
		this.#host.notices.dismiss('paused');
		this.#client?.calculate();
	}

	close(): void {
		this.#forgetHanging();
		this.#client?.close();
	}

	#listener(): CalculationListener {
		const { notices, scenarios } = this.#host;
		return {
			values: (changes, isWhole, milliseconds) => {
				this.pause = undefined;
				this.#mark(false);
				this.#host.take(changes, isWhole, milliseconds);
				notices.dismiss('calculation');
				notices.dismiss('paused');
				this.#host.uncover();
			},
			pending: (isPending) => this.#host.pending(isPending),
			comparison: (comparison) => {
				scenarios.comparison = comparison;
				notices.dismiss('comparison');
			},
			running: (running) => {
				this.running = running;
				if (!running) this.#forgetHanging();
				if (running?.what !== 'values') return;
				this.#hanging ??= setTimeout(() => this.#mark(true), HUNG_AFTER_MS - running.milliseconds);
				// However long it takes, what was typed can be read and changed meanwhile.
				this.#host.uncover();
			},
			stopped: (stopped) => this.#take(stopped),
			held: (places) => {
				this.#hold(places);
				this.#host.saving.rememberView();
			},
			failure: (text) => {
				notices.show({ about: 'calculation', text, isFault: true });
				this.#host.uncover();
			}
		};
	}

	/** After a change that took too long, the next one is calculated again. */
	#wake(): void {
		if (this.pause === 'change') this.pause = undefined;
	}

	#take(stopped: Stopped): void {
		const { scenarios } = this.#host;
		switch (stopped.what) {
			case 'scenario':
				scenarios.fallBack();
				this.#tell(({ scenarioNotice }) =>
					scenarioNotice(scenarios.titleOf(stopped.scenario), scenarios.titleOf(BASE_SCENARIO))
				);
				return;
			case 'comparison':
				this.#isComparisonStopped = true;
				scenarios.comparison = undefined;
				this.#tell(({ comparisonNotice }) => comparisonNotice(() => this.calculate()));
				return;
			default:
				this.#rest(stopped.what);
		}
	}

	#rest(pause: Pause): void {
		this.pause = pause;
		this.#mark(true);
		if (pause !== 'change') {
			this.#host.forgetValues();
			this.#host.scenarios.comparison = undefined;
		}
		this.#tell(({ pausedNotice }) => pausedNotice(pause, () => this.calculate()));
		this.#host.uncover();
	}

	#hold(places: readonly Place[]): void {
		this.held = places;
		this.#heldKeys = new Set(places.map(keyOf));
		const { notices, workbook } = this.#host;
		if (places.length === 0) notices.dismiss('held');
		else this.#tell(({ heldNotice }) => heldNotice(workbook, places, () => this.calculate()));
	}

	#tell(notice: (words: typeof Workings) => Notice): void {
		const { notices, workings } = this.#host;
		if (workings) notices.show(notice(workings));
	}

	#forgetHanging(): void {
		clearTimeout(this.#hanging);
		this.#hanging = undefined;
	}

	#mark(isUnfinished: boolean): void {
		this.#forgetHanging();
		if (this.#isMarking || !isUnfinished) markUnfinished(isUnfinished);
	}
}

function keyOf(place: Place): string {
	return `${place.sheet} ${cellKey(place)}`;
}
