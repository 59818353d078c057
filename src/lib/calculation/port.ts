import type { FunctionHelp, PlacedFormula, ValueChange } from '$lib/engine';
import type { Comparison } from '$lib/what-if';
import type { CellValue, Patch, Place, Workbook } from '$lib/workbook';
import type { Precedent } from './precedent';

/** Computed values, and what they belong to. */
export interface Calculated {
	/** The version of the workbook that the request carried. */
	readonly version: number;
	/** The scenario that the values are under: the base where the one asked for is not in the workbook. */
	readonly scenario: string;
	/** Whether these are the values of all cells, or only those that changed since the answer before. */
	readonly isWhole: boolean;
	readonly values: readonly ValueChange[];
	/** How long it took where it was computed. */
	readonly milliseconds: number;
}

/** All outputs under all scenarios. */
export interface Compared {
	/** The version of the workbook that was compared. */
	readonly version: number;
	/** Null where the workbook that is asked for is not the one at hand, or stopped being it meanwhile. */
	readonly comparison: Comparison | null;
	readonly milliseconds: number;
}

/** What the formula of a cell reads. */
export interface Precedents {
	readonly version: number;
	readonly precedents: readonly Precedent[];
}

/** The cells whose formulas read a cell. */
export interface Dependents {
	readonly version: number;
	readonly dependents: readonly Place[];
}

/** What formulas would give in cells that they do not stand in, in the order in which they were asked about. */
export interface Tried {
	readonly version: number;
	readonly values: readonly CellValue[];
}

/**
 * Everything that is computed from a workbook, wherever it runs. A request carries the version of the workbook that it is
 * about, an answer the version that it was computed from: who asked drops an answer that came too late. Requests are answered in the order in which they are
 * made, except that a comparison lets newer requests pass. One that fails rejects with a sentence, and the next one is
 * answered as if it had not been made; a patch that was sent stays applied.
 */
export interface CalculationPort {
	/**
	 * Takes a copy of a workbook and computes all of it but the cells that are held back: each of these gives an error that
	 * says so, in the place of whatever it holds.
	 */
	open(request: {
		version: number;
		workbook: Workbook;
		scenario: string;
		held?: readonly Place[];
	}): Promise<Calculated>;
	/**
	 * Follows a change of the workbook; `version` is the one that the change leads to. With `held`, these cells are held
	 * back from now on and no others; a cell that is held back stays so, whatever is put into it, until it is named here no
	 * more.
	 */
	apply(request: { version: number; patch: Patch; held?: readonly Place[] }): Promise<Calculated>;
	/** Computes under another scenario. */
	useScenario(request: { version: number; scenario: string }): Promise<Calculated>;
	/** Every output record under every scenario, both in order of position, whatever scenario is in use. */
	compare(request: { version: number }): Promise<Compared>;
	/** What the formula of a cell reads, in the order of its text. */
	precedents(request: { version: number; place: Place }): Promise<Precedents>;
	/** The cells whose formulas read a cell. */
	dependents(request: { version: number; place: Place }): Promise<Dependents>;
	/** What formulas would give in cells, none of which they stand in, under the scenario in use. */
	tryFormulas(request: { version: number; formulas: readonly PlacedFormula[] }): Promise<Tried>;
	/** The functions that a formula may use. */
	describeFunctions(): Promise<readonly FunctionHelp[]>;
}
