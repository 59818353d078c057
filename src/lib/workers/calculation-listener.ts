import type { Comparison, ValueChange } from '$lib/calculation';
import type { Place } from '$lib/workbook';

/** What has been running for a while. */
export interface Running {
	readonly what: 'values' | 'comparison';
	readonly milliseconds: number;
}

/** What was ended, other than by holding cells back, and how things stand since. */
export type Stopped =
	/** Nothing is calculated until `CalculationClient.calculate`. */
	| { readonly what: 'opening' }
	/** Nothing is calculated until the next change, or `CalculationClient.calculate`. */
	| { readonly what: 'change' }
	/** The base is calculated in its place. */
	| { readonly what: 'scenario'; readonly scenario: string }
	/** Nothing is compared until `CalculationClient.calculate`. */
	| { readonly what: 'comparison' };

/** Who is told what was calculated. */
export interface CalculationListener {
	/** Values that belong to the workbook as it is now: those of all cells, or those that changed. */
	values(changes: readonly ValueChange[], isWhole: boolean, milliseconds: number): void;
	/** Whether values have been on their way for longer than 100 ms. */
	pending(isPending: boolean): void;
	/** All outputs under all scenarios, of the workbook as it is now. */
	comparison(comparison: Comparison): void;
	/** What runs for longer than a second, again and again, and null when it has ended. */
	running(running: Running | null): void;
	/** What was ended by the user or because it took too long. */
	stopped(stopped: Stopped): void;
	/** The cells that are held back now, because what was put into them took too long. */
	held(places: readonly Place[]): void;
	/** What went wrong and what to do, as a sentence. The next values that come say that it is over. */
	failure(sentence: string): void;
}
