import {
	BASE_SCENARIO,
	type CellValue,
	type Evaluate,
	type Output,
	type Overrides,
	type Scenario
} from '$lib/workbook';

/** A scenario as a column of a comparison. */
export interface ComparedScenario {
	readonly id: string;
	readonly title: string;
	readonly isBase: boolean;
	/** How many drivers the scenario overrides. */
	readonly driversChanged: number;
}

/** One output under one scenario. */
export interface ComparedCell {
	readonly value: CellValue;
	/** The value minus the base's, in the output's unit; null where either is not a number. */
	readonly difference: number | null;
	/**
	 * The difference as a share of the size of the base's value, so that its sign is that of the difference: 0.1 is a
	 * tenth more. Null where either is not a number or the base is 0.
	 */
	readonly ratio: number | null;
	/** What stands beside the value; null where the output has no remark. */
	readonly remark: CellValue;
}

/** One output under every scenario, in the order of the scenarios. */
export interface ComparedRow {
	readonly output: Output;
	readonly cells: readonly ComparedCell[];
}

/** Outputs side by side under several scenarios, measured against the base. */
export interface Comparison {
	readonly scenarios: readonly ComparedScenario[];
	readonly rows: readonly ComparedRow[];
}

/**
 * Compares outputs under scenarios, both in the order given. The base is the model without overrides, whether or not the
 * base scenario is among them. Rejects where `evaluate` does.
 */
export async function compareScenarios(
	evaluate: Evaluate,
	scenarios: readonly Scenario[],
	outputs: readonly Output[]
): Promise<Comparison> {
	const names = [
		...new Set(outputs.flatMap(({ name, remark }) => (remark === '' ? [name] : [name, remark])))
	];
	const valuesUnder = async (overrides: Overrides): Promise<ReadonlyMap<string, CellValue>> => {
		const values = await evaluate(overrides, names);
		return new Map(names.map((name, index) => [name, values[index] ?? null]));
	};

	const base = await valuesUnder({});
	const columns: ReadonlyMap<string, CellValue>[] = [];
	for (const { overrides } of scenarios) {
		columns.push(Object.keys(overrides).length === 0 ? base : await valuesUnder(overrides));
	}

	return {
		scenarios: scenarios.map(({ id, title, overrides }) => ({
			id,
			title,
			isBase: id === BASE_SCENARIO,
			driversChanged: Object.keys(overrides).length
		})),
		rows: outputs.map((output) => ({
			output,
			cells: columns.map((values) => {
				const value = values.get(output.name) ?? null;
				const remark = output.remark === '' ? null : (values.get(output.remark) ?? null);
				return { value, ...against(base.get(output.name) ?? null, value), remark };
			})
		}))
	};
}

/** How a value differs from the base's. */
function against(base: CellValue, value: CellValue): Pick<ComparedCell, 'difference' | 'ratio'> {
	if (typeof base !== 'number' || typeof value !== 'number') return { difference: null, ratio: null };
	const difference = finiteOrNull(value - base);
	const ratio = difference === null || base === 0 ? null : finiteOrNull(difference / Math.abs(base));
	return { difference, ratio };
}

function finiteOrNull(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}
