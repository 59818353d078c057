import { patchBytes, type Patch } from '$lib/workbook';
import type { StepPlaces } from './changed-places';

/** One step that can be undone. */
export interface HistoryStep {
	/** What was done, in words. */
	readonly label: string;
	readonly patch: Patch;
	/** The scenario whose overrides it changed, to be shown when the step is undone or redone. */
	readonly scenario?: string;
	readonly places: StepPlaces;
}

/** How much of the past is kept: by count, and by memory in bytes. */
export interface HistoryLimits {
	readonly steps: number;
	readonly bytes: number;
}

const LIMITS: HistoryLimits = { steps: 1_000, bytes: 64 * 1024 * 1024 };

interface MeasuredStep extends HistoryStep {
	readonly bytes: number;
}

/** What was done and can be undone, and what was undone and can be redone. The oldest steps are dropped first. */
export class History {
	readonly #limits: HistoryLimits;
	readonly #done: MeasuredStep[] = [];
	readonly #undone: MeasuredStep[] = [];
	#bytes = 0;

	constructor(limits: HistoryLimits = LIMITS) {
		this.#limits = limits;
	}

	/** Steps that can be undone, oldest first. */
	get done(): readonly HistoryStep[] {
		return this.#done;
	}

	/** Steps that can be redone, next one last. */
	get undone(): readonly HistoryStep[] {
		return this.#undone;
	}

	/** Adds what was just done; what could be redone is gone. The latest step is always kept. */
	add(step: HistoryStep): void {
		for (const { bytes } of this.#undone.splice(0)) this.#bytes -= bytes;
		const bytes = patchBytes(step.patch);
		this.#done.push({ ...step, bytes });
		this.#bytes += bytes;
		while (
			this.#done.length > 1 &&
			(this.#done.length > this.#limits.steps || this.#bytes > this.#limits.bytes)
		) {
			this.#bytes -= this.#done.shift()!.bytes;
		}
	}

	/** Takes the latest step to the side of what can be redone. */
	stepBack(): HistoryStep | undefined {
		const step = this.#done.pop();
		if (step) this.#undone.push(step);
		return step;
	}

	/** Takes the step undone last back. */
	stepForward(): HistoryStep | undefined {
		const step = this.#undone.pop();
		if (step) this.#done.push(step);
		return step;
	}

	clear(): void {
		this.#done.length = 0;
		this.#undone.length = 0;
		this.#bytes = 0;
	}
}
