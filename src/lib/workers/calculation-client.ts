import type {
	Calculated,
	CalculationPort,
	Comparison,
	FunctionHelp,
	Precedent,
	ValueChange
} from '$lib/calculation';
import { composePatches, type Patch, type Place, type Workbook } from '$lib/workbook';
import { CalculationStopped } from './connection';
import { mergeCalculated } from './merge-calculated';

/** Who is told what was calculated. */
export interface CalculationListener {
	/** Values that belong to the workbook as it is now: those of all cells, or those that changed. */
	values(changes: readonly ValueChange[], isWhole: boolean, milliseconds: number): void;
	/** Whether values have been on their way for longer than {@link PENDING_AFTER_MS}. */
	pending(isPending: boolean): void;
	/** All outputs under all scenarios, of the workbook as it is now. */
	comparison(comparison: Comparison): void;
	/** What went wrong and what to do, as a sentence. The next values that come say that it is over. */
	failure(sentence: string): void;
}

/** How long values may be on their way before they count as pending, in milliseconds. */
export const PENDING_AFTER_MS = 100;

const GIVEN_UP =
	'The calculation stopped and could not be started again, so the values shown may be out of date. ' +
	'Nothing that was typed is lost: undo the last change, or reload the page.';

/** A calculation that may be ended. */
export type ClosablePort = CalculationPort & { close?(): void };

/**
 * Keeps a calculation in step with a workbook. One request for values is under way at a time; changes made meanwhile are
 * composed into the next. Answers are given to the listener only when nothing newer is on its way: an answer that was
 * overtaken is kept back and given together with the one that belongs to the workbook as it is now, one that belongs to a
 * workbook opened before is dropped. A calculation that stops is started again once with the workbook as it is.
 */
export class CalculationClient {
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

	/** Counts workbooks opened and calculations started: an answer from before belongs to something else. */
	#opening = 0;
	#isAsking = false;
	/** Whether what was given last belongs to the workbook and scenario as they are now. */
	#areValuesCurrent = false;
	#keptBack: Calculated | null = null;
	#pendingTimer: ReturnType<typeof setTimeout> | undefined;
	#isPending = false;
	#isComparing = false;
	#mustCompare = false;
	#hasRestarted = false;
	#isClosed = false;

	constructor(connect: () => ClosablePort, listener: CalculationListener) {
		this.#connect = connect;
		this.#listener = listener;
	}

	/** Calculates another workbook. It is read again whenever the calculation has to start anew: hand over the one that changes. */
	open(workbook: Workbook, version: number, scenario: string): void {
		this.#workbook = workbook;
		this.#version = version;
		this.#scenario = scenario;
		this.#mustCompare = true;
		this.#hasRestarted = false;
		this.#reopen();
	}

	/** Follows a change that has been made to the workbook and led to `version`. */
	push(patch: Patch, version: number): void {
		this.#version = version;
		this.#patch = this.#patch ? composePatches(this.#patch, patch) : patch;
		this.#mustCompare = true;
		this.#hasRestarted = false;
		void this.#ask();
	}

	/** Gives the values under another scenario. */
	useScenario(scenario: string): void {
		this.#scenario = scenario;
		this.#mustUseScenario = true;
		this.#hasRestarted = false;
		void this.#ask();
	}

	/** What the formula of a cell reads; null where the workbook changed meanwhile: ask again after the next values. */
	async precedents(place: Place): Promise<readonly Precedent[] | null> {
		const answer = await this.#consultNow((port, version) => port.precedents({ version, place }));
		return answer && answer.precedents;
	}

	/** The cells whose formulas read a cell; null where the workbook changed meanwhile: ask again after the next values. */
	async dependents(place: Place): Promise<readonly Place[] | null> {
		const answer = await this.#consultNow((port, version) => port.dependents({ version, place }));
		return answer && answer.dependents;
	}

	/** The functions that a formula may use; null where the calculation stopped. */
	describeFunctions(): Promise<readonly FunctionHelp[] | null> {
		return this.#consult((port) => port.describeFunctions());
	}

	/** Ends the calculation. The listener hears nothing more. */
	close(): void {
		this.#isClosed = true;
		this.#disconnect();
		clearTimeout(this.#pendingTimer);
	}

	/** Whether there is something that the calculation has not been told. */
	get #isBehind(): boolean {
		return this.#mustOpen || this.#patch !== null || this.#mustUseScenario;
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
		this.#pendingTimer ??= setTimeout(() => this.#setPending(), PENDING_AFTER_MS);
		if (this.#isAsking) return;
		this.#isAsking = true;
		while (this.#isBehind && !this.#isClosed) await this.#askOnce();
		this.#isAsking = false;
	}

	async #askOnce(): Promise<void> {
		const opening = this.#opening;
		let port: ClosablePort | null = null;
		try {
			port = this.#connected();
			const answer = await this.#request(port);
			if (this.#isClosed || opening !== this.#opening) return;
			this.#isOpen = true;
			this.#keptBack = this.#keptBack ? mergeCalculated(this.#keptBack, answer) : answer;
			if (!this.#isBehind) this.#give(this.#keptBack);
		} catch (error) {
			if (this.#isClosed) return;
			if (port === null || error instanceof CalculationStopped) this.#onStopped(port);
			else if (opening === this.#opening && !this.#isBehind) this.#fail(sentenceOf(error));
		}
	}

	/** Sends what the calculation has not been told, all of it or its first part. */
	#request(port: CalculationPort): Promise<Calculated> {
		const version = this.#version;
		const scenario = this.#scenario;
		const patch = this.#patch;
		this.#patch = null;
		if (!this.#isOpen) {
			this.#mustOpen = this.#mustUseScenario = false;
			return port.open({ version, workbook: this.#workbook!, scenario });
		}
		if (patch) return port.apply({ version, patch });
		this.#mustUseScenario = false;
		return port.useScenario({ version, scenario });
	}

	/** Hands over values that belong to the workbook as it is now, then has its outputs compared. */
	#give(answer: Calculated): void {
		this.#keptBack = null;
		this.#areValuesCurrent = true;
		this.#settle();
		this.#listener.values(answer.values, answer.isWhole, answer.milliseconds);
		void this.#compare();
	}

	/** Compares when nothing else is to be done, and once for all changes up to then. */
	async #compare(): Promise<void> {
		if (!this.#mustCompare || this.#isComparing || !this.#areValuesCurrent || this.#isClosed) return;
		const opening = this.#opening;
		this.#isComparing = true;
		this.#mustCompare = false;
		try {
			const answer = await this.#consultNow((port, version) => port.compare({ version }));
			if (answer?.comparison) this.#listener.comparison(answer.comparison);
		} catch (error) {
			if (!this.#isClosed && opening === this.#opening) this.#listener.failure(sentenceOf(error));
		}
		this.#isComparing = false;
		// A change that came meanwhile and has been answered by now found this comparison still under way.
		void this.#compare();
	}

	/** Asks for something about the workbook other than values; null where that is no longer the workbook as it is. */
	async #consultNow<T extends { version: number }>(
		ask: (port: CalculationPort, version: number) => Promise<T>
	): Promise<T | null> {
		const opening = this.#opening;
		const answer = await this.#consult((port) => ask(port, this.#version));
		const isCurrent = answer?.version === this.#version && opening === this.#opening;
		return isCurrent && !this.#isClosed ? answer : null;
	}

	/** Asks for something other than values; null where the calculation stopped meanwhile. */
	async #consult<T>(ask: (port: CalculationPort) => Promise<T>): Promise<T | null> {
		if (this.#isClosed) return null;
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
		this.#settle();
		this.#listener.failure(sentence);
	}

	#setPending(): void {
		this.#isPending = true;
		this.#listener.pending(true);
	}

	#settle(): void {
		clearTimeout(this.#pendingTimer);
		this.#pendingTimer = undefined;
		if (!this.#isPending) return;
		this.#isPending = false;
		this.#listener.pending(false);
	}
}

function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
