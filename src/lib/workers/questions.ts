import type { CalculationPort, FunctionHelp, PlacedFormula, Precedent } from '$lib/calculation';
import type { CellValue, Place } from '$lib/workbook';
import { withinTime } from './watch';

/** What a calculation can be asked about the workbook beside its values. */
export abstract class Questions {
	/** Asks for something other than values; null where the calculation stopped meanwhile. */
	protected abstract consult<T>(ask: (port: CalculationPort) => Promise<T>): Promise<T | null>;

	/** Asks for something about the workbook other than values; null where that is no longer the workbook as it is. */
	protected abstract consultNow<T extends { version: number }>(
		ask: (port: CalculationPort, version: number) => Promise<T>
	): Promise<T | null>;

	/** How long formulas may take that are only tried, in milliseconds. */
	protected abstract get trialLimitMs(): number;

	/** Ends the calculation, where formulas that are only tried take too long, and starts it again. */
	protected abstract endTrial(): void;

	/** What the formula of a cell reads; null where the workbook changed meanwhile: ask again after the next values. */
	async precedents(place: Place): Promise<readonly Precedent[] | null> {
		const answer = await this.consultNow((port, version) => port.precedents({ version, place }));
		return answer && answer.precedents;
	}

	/** The cells whose formulas read a cell; null where the workbook changed meanwhile: ask again after the next values. */
	async dependents(place: Place): Promise<readonly Place[] | null> {
		const answer = await this.consultNow((port, version) => port.dependents({ version, place }));
		return answer && answer.dependents;
	}

	/**
	 * What formulas would give in cells, none of which they stand in; null where the workbook changed meanwhile, `stopped`
	 * where they took too long and were ended.
	 */
	tryFormulas(formulas: readonly PlacedFormula[]): Promise<readonly CellValue[] | 'stopped' | null> {
		const ask = () => this.consultNow((port, version) => port.tryFormulas({ version, formulas }));
		return withinTime(
			this.trialLimitMs,
			async () => (await ask())?.values ?? null,
			() => this.endTrial()
		);
	}

	/** The functions that a formula may use; null where the calculation stopped. */
	describeFunctions(): Promise<readonly FunctionHelp[] | null> {
		return this.consult((port) => port.describeFunctions());
	}
}
