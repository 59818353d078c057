import type { CalculationEngine, PlacedFormula, ValueChange } from '$lib/calculation';
import {
	addressOfKey,
	cellAt,
	type Content,
	type Overrides,
	type Patch,
	type Place,
	type Workbook
} from '$lib/workbook';

/**
 * An engine for workbooks of typed numbers: a cell's value is its content, an output is worth 100 plus the sum of the
 * overrides. Whatever `fails` names throws.
 */
export class TypedEngine implements CalculationEngine {
	static fails = new Set<keyof CalculationEngine>();
	/** Is told of every evaluation before it is made. */
	static beforeEvaluation: () => void = () => undefined;
	static built = 0;

	scenario = '';
	#workbook: Workbook | null = null;

	constructor() {
		TypedEngine.built++;
	}

	load(workbook: Workbook, scenario = 'as_reported'): void {
		this.#check('load');
		this.#workbook = workbook;
		this.scenario = scenario;
	}

	apply(patch: Patch): readonly ValueChange[] {
		this.#check('apply');
		return patch.flatMap((change) =>
			change.kind === 'cell'
				? [
						{
							sheet: change.sheet,
							row: change.row,
							column: change.column,
							value: change.after?.content ?? null
						}
					]
				: []
		);
	}

	useScenario(scenario: string): readonly ValueChange[] {
		this.#check('useScenario');
		this.scenario = scenario;
		return [];
	}

	valueAt(place: Place): Content {
		this.#check('valueAt');
		return cellAt(this.#workbook!, place)?.content ?? null;
	}

	*values(): Iterable<ValueChange> {
		for (const [sheet, cells] of this.#workbook!.cells) {
			for (const [key, cell] of cells) yield { sheet, ...addressOfKey(key), value: cell.content };
		}
	}

	dependents(place: Place): Place[] {
		this.#check('dependents');
		return [{ ...place, row: place.row + 1 }];
	}

	evaluate(overrides: Overrides, outputs: readonly string[]): readonly number[] {
		this.#check('evaluate');
		TypedEngine.beforeEvaluation();
		const sum = Object.values(overrides).reduce<number>((total, content) => total + Number(content), 0);
		return outputs.map(() => 100 + sum);
	}

	tryFormulas(formulas: readonly PlacedFormula[]): readonly number[] {
		this.#check('tryFormulas');
		return formulas.map(({ row }) => row);
	}

	#check(method: keyof CalculationEngine): void {
		if (TypedEngine.fails.has(method)) throw new Error(`The engine broke in ${method}.`);
	}
}
