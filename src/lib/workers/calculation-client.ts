import type { Calculated, CalculationPort } from '$lib/calculation';
import { BASE_SCENARIO, composePatches, type Patch, type Place, type Workbook } from '$lib/workbook';
import type { CalculationListener, Running } from './calculation-listener';
import { CalculationStopped, sentenceOf, type ClosablePort } from './connection';
import { HeldCells } from './held-cells';
import { mergeCalculated } from './merge-calculated';
import { Pending } from './pending';
import { Questions } from './questions';
import { limitOf, Watch } from './watch';

const GIVEN_UP =
	'The calculation stopped and could not be started again, so the values shown may be out of date. ' +
	'Nothing that was typed is lost: undo the last change, or reload the page.';

/**
 * Keeps a calculation in step with a workbook. One request for values is under way at a time; changes made meanwhile are
 * composed into the next. Answers are given to the listener only when nothing newer is on its way: an answer that was
 * overtaken is kept back and given together with the one that belongs to the workbook as it is now, one that belongs to a
 * workbook opened before is dropped. A calculation that stops is started again once with the workbook as it is.
 *
 * One that takes too long is ended and started again without what made it so: the formulas that changed, then whatever
 * else changed with them, then the scenario. Where that does not help it rests until something changes.
 */
export class CalculationClient extends Questions {
	#connect: () => ClosablePort;
	#listener: CalculationListener;
	#port: ClosablePort | null = null;

	#workbook: Workbook | null = null;
	#version = 0;
	#scenario = '';

	/** Whether the calculation holds the workbook, so that patches are enough. */
	#isOpen = false;
	/** What the calculation has not been told. */
	#mustOpen = false;
	#patch: Patch | null = null;
	#mustUseScenario = false;
	#mustHold = false;
	#held = new HeldCells();

	/** Why nothing is calculated. */
	#pause: 'opening' | 'change' | null = null;
	/** What has no limit but the user's stop until it is answered: an opening, or trying again. */
	#patience: 'opening' | 'retry' | null = null;
	/** How long all of the workbook last took, in milliseconds. */
	#fullMs = 0;
	#watch = new Watch(
		(milliseconds) => this.#tellRunning('values', milliseconds),
		() => this.#endValues()
	);
	#comparisonWatch = new Watch(
		(milliseconds) => this.#watch.isRunning || this.#tellRunning('comparison', milliseconds),
		() => this.#endComparison()
	);

	/** Counts workbooks opened and calculations started: an answer from before belongs to something else. */
	#opening = 0;
	/** That of the request under way. */
	#asked = 0;
	#isAsking = false;
	/** Whether what was given last belongs to the workbook and scenario as they are now. */
	#areValuesCurrent = false;
	#keptBack: Calculated | null = null;
	#pending: Pending;
	#isComparing = false;
	#mustCompare = false;
	#isComparisonStopped = false;
	/** Whether values that came too late waited for a comparison: it was that if they come without it. */
	#isComparisonSuspect = false;
	#hasRestarted = false;
	#isClosed = false;

	constructor(connect: () => ClosablePort, listener: CalculationListener) {
		super();
		this.#connect = connect;
		this.#listener = listener;
		this.#pending = new Pending((isPending) => listener.pending(isPending));
	}

	/**
	 * Calculates another workbook, but not the cells that were held back, or nothing yet where it is `paused`. It is read
	 * again whenever the calculation has to start anew: hand over the one that changes.
	 */
	open(
		workbook: Workbook,
		version: number,
		scenario: string,
		{ held = [], isPaused = false }: { held?: readonly Place[]; isPaused?: boolean } = {}
	): void {
		this.#workbook = workbook;
		this.#version = version;
		this.#scenario = scenario;
		this.#held.begin(held);
		this.#mustCompare = true;
		this.#isComparisonStopped = this.#hasRestarted = false;
		this.#fullMs = 0;
		this.#patience = 'opening';
		this.#pause = null;
		if (isPaused) this.#rest('opening');
		else this.#reopen();
	}

	/** Follows a change that has been made to the workbook and led to `version`. */
	push(patch: Patch, version: number): void {
		this.#version = version;
		this.#patch = this.#patch ? composePatches(this.#patch, patch) : patch;
		this.#mustCompare = true;
		this.#hasRestarted = false;
		if (this.#held.follow(patch)) {
			this.#mustHold = true;
			this.#listener.held(this.#held.places);
		}
		if (this.#pause === 'change') this.#resume();
		else void this.#ask();
	}

	/** Calculates what was stopped: the workbook, or else the cells that are held back and the comparison. */
	calculate(): void {
		this.#hasRestarted = this.#isComparisonStopped = false;
		this.#mustCompare = true;
		if (this.#pause) {
			this.#patience = 'opening';
			this.#resume();
		} else if (this.#patience !== 'opening' && this.#held.releaseAll()) {
			this.#mustHold = true;
			this.#patience = 'retry';
			this.#listener.held([]);
			void this.#ask();
		} else void this.#compare();
	}

	/** Ends what runs, as if it had taken too long. */
	stop(): void {
		if (this.#watch.isRunning) this.#endValues();
		else if (this.#isComparing) this.#endComparison();
	}

	/** Gives the values under another scenario. */
	useScenario(scenario: string): void {
		this.#scenario = scenario;
		this.#mustUseScenario = true;
		this.#hasRestarted = false;
		if (this.#pause === 'change') this.#resume();
		else void this.#ask();
	}

	/** Ends the calculation. The listener hears nothing more. */
	close(): void {
		this.#isClosed = true;
		this.#disconnect();
		this.#watch.end();
		this.#comparisonWatch.end();
		this.#pending.forget();
	}

	/** Whether there is something that the calculation has not been told. */
	get #isBehind(): boolean {
		return this.#mustOpen || this.#patch !== null || this.#mustUseScenario || this.#mustHold;
	}

	#reopen(): void {
		this.#mustOpen = true;
		this.#isOpen = false;
		this.#opening++;
		this.#keptBack = null;
		void this.#ask();
	}

	/** Asks for values until the calculation knows all there is to know. */
	async #ask(): Promise<void> {
		if (this.#isClosed || !this.#workbook) return;
		this.#areValuesCurrent = false;
		if (this.#pause) return;
		this.#pending.begin();
		if (this.#isAsking) return;
		this.#isAsking = true;
		while (this.#isBehind && !this.#isClosed && !this.#pause) await this.#askOnce();
		this.#isAsking = false;
	}

	async #askOnce(): Promise<void> {
		const [opening, patience] = [this.#opening, this.#patience];
		let port: ClosablePort | null = null;
		try {
			port = this.#connected();
			this.#asked = opening;
			const request = this.#request(port);
			this.#watch.start(this.#limitMs);
			const answer = await request;
			if (this.#isClosed || opening !== this.#opening) return;
			this.#watch.end();
			this.#isOpen = true;
			this.#held.prove();
			if (this.#isComparisonSuspect) this.#stopComparing();
			if (this.#patience === patience) this.#patience = null;
			if (answer.isWhole) this.#fullMs = answer.milliseconds;
			this.#keptBack = this.#keptBack ? mergeCalculated(this.#keptBack, answer) : answer;
			if (!this.#isBehind) this.#give(this.#keptBack);
		} catch (error) {
			if (this.#isClosed) return;
			if (port === null || error instanceof CalculationStopped) this.#onStopped(port);
			else if (opening === this.#opening && !this.#isBehind) this.#fail(sentenceOf(error));
		} finally {
			this.#watch.end();
		}
	}

	/** Sends what the calculation has not been told, all of it or its first part. */
	#request(port: CalculationPort): Promise<Calculated> {
		const version = this.#version;
		const scenario = this.#scenario;
		const patch = this.#patch;
		const held = this.#held.places;
		this.#patch = null;
		if (!this.#isOpen) {
			this.#held.send(patch);
			this.#mustOpen = this.#mustUseScenario = this.#mustHold = false;
			const holding = held.length > 0 ? { held } : {};
			return port.open({ version, workbook: this.#workbook!, scenario, ...holding });
		}
		if (patch || this.#mustHold) {
			this.#held.send(patch);
			const holding = this.#mustHold ? { held } : {};
			this.#mustHold = false;
			return port.apply({ version, patch: patch ?? [], ...holding });
		}
		this.#mustUseScenario = false;
		return port.useScenario({ version, scenario });
	}

	get #limitMs(): number {
		return this.#patience ? Infinity : limitOf(this.#fullMs);
	}

	/** Hands over values that belong to the workbook as it is now, then has its outputs compared. */
	#give(answer: Calculated): void {
		this.#keptBack = null;
		this.#areValuesCurrent = true;
		this.#pending.settle();
		this.#listener.values(answer.values, answer.isWhole, answer.milliseconds);
		void this.#compare();
	}

	/** Compares when nothing else is to be done, and once for all changes up to then. */
	async #compare(): Promise<void> {
		if (!this.#mustCompare || this.#isComparing || !this.#areValuesCurrent || this.#isClosed) return;
		if (this.#isComparisonStopped) return;
		const opening = this.#opening;
		this.#isComparing = true;
		this.#mustCompare = false;
		// Each scenario may take as long as a switch to it.
		this.#comparisonWatch.start(this.#limitMs * this.#workbook!.tables.scenario.size);
		try {
			const answer = await this.consultNow((port, version) => port.compare({ version }));
			if (answer?.comparison) this.#listener.comparison(answer.comparison);
		} catch (error) {
			if (!this.#isClosed && opening === this.#opening) this.#listener.failure(sentenceOf(error));
		}
		this.#comparisonWatch.end();
		this.#isComparing = false;
		// A change that came meanwhile and has been answered by now found this comparison still under way.
		void this.#compare();
	}

	protected override async consultNow<T extends { version: number }>(
		ask: (port: CalculationPort, version: number) => Promise<T>
	): Promise<T | null> {
		const opening = this.#opening;
		const answer = await this.consult((port) => ask(port, this.#version));
		const isCurrent = answer?.version === this.#version && opening === this.#opening;
		return isCurrent && !this.#isClosed ? answer : null;
	}

	protected override async consult<T>(ask: (port: CalculationPort) => Promise<T>): Promise<T | null> {
		if (this.#isClosed || this.#pause) return null;
		let port: ClosablePort | null = null;
		try {
			port = this.#connected();
			return await ask(port);
		} catch (error) {
			if (port !== null && !(error instanceof CalculationStopped)) throw error;
			if (!this.#isClosed) this.#onStopped(port);
			return null;
		}
	}

	#connected(): ClosablePort {
		return (this.#port ??= this.#connect());
	}

	#disconnect(): void {
		this.#port?.close?.();
		this.#port = null;
	}

	/** Ends the calculation of values, and starts again without what made it so long. */
	#endValues(): void {
		const workbook = this.#workbook!;
		this.#watch.end();
		this.#comparisonWatch.end();
		const isComparing = this.#isComparing && !this.#isComparisonSuspect;
		this.#isComparisonSuspect = isComparing && this.#patience !== 'opening';
		this.#disconnect();
		// A comparison lets newer requests pass, unless it is what takes so long.
		if (this.#isComparisonSuspect) return this.#reopen();
		if (this.#asked !== this.#opening) return;
		if (this.#patience === 'opening') return this.#rest('opening');
		this.#patience = null;
		this.#mustCompare = true;
		if (this.#held.holdBack(workbook)) {
			this.#listener.held(this.#held.places);
			return this.#reopen();
		}
		// What was done meanwhile may have taken back what made it so long.
		if (this.#isBehind) return this.#reopen();
		if (this.#scenario === BASE_SCENARIO) return this.#rest('change');
		const scenario = this.#scenario;
		this.#scenario = BASE_SCENARIO;
		this.#reopen();
		this.#listener.stopped({ what: 'scenario', scenario });
	}

	#endComparison(): void {
		this.#disconnect();
		this.#stopComparing();
		this.#reopen();
	}

	protected override get trialLimitMs(): number {
		return this.#limitMs * (this.#isComparing ? this.#workbook!.tables.scenario.size : 1);
	}

	protected override endTrial(): void {
		this.#disconnect();
		this.#mustCompare = true;
		this.#reopen();
	}

	#stopComparing(): void {
		this.#comparisonWatch.end();
		this.#isComparisonSuspect = false;
		this.#isComparisonStopped = this.#mustCompare = true;
		this.#listener.stopped({ what: 'comparison' });
	}

	/** Calculates nothing for the time being. */
	#rest(what: 'opening' | 'change'): void {
		this.#pause = what;
		this.#isOpen = this.#areValuesCurrent = false;
		this.#keptBack = null;
		this.#opening++;
		// After a change the values on show are old, and stay marked as pending.
		if (what === 'opening') this.#pending.settle();
		this.#listener.stopped({ what });
	}

	#resume(): void {
		this.#pause = null;
		this.#reopen();
	}

	#tellRunning(what: Running['what'], milliseconds: number | null): void {
		if (!this.#isClosed) this.#listener.running(milliseconds === null ? null : { what, milliseconds });
	}

	/** Starts again with the workbook as it is, unless that has been tried since the user last did something. */
	#onStopped(port: ClosablePort | null): void {
		if (port !== this.#port) return;
		this.#disconnect();
		if (!this.#hasRestarted && this.#workbook) {
			this.#hasRestarted = true;
			this.#mustCompare = true;
			this.#reopen();
		} else {
			this.#isOpen = this.#mustOpen = this.#mustUseScenario = this.#areValuesCurrent = false;
			this.#patch = null;
			this.#fail(GIVEN_UP);
		}
	}

	#fail(sentence: string): void {
		this.#pending.settle();
		this.#listener.failure(sentence);
	}
}
