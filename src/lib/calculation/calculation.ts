import {
	BareFormulaEngine,
	loadFunctionHelp,
	loadPart,
	partsBrought,
	partsCalled,
	partsOf,
	type FunctionHelp,
	type PartName,
	type Parts
} from '$lib/engine';
import { compareScenarios, type Comparison } from '$lib/what-if';
import { BASE_SCENARIO, applyPatch, inOrder, type Evaluate, type Place, type Workbook } from '$lib/workbook';
import type { Calculated, CalculationPort, Compared, Dependents, Precedents, Tried } from './port';
import { precedentsOf } from './precedent';

/** What a calculation needs of an engine: all but its making. */
export type CalculationEngine = Pick<
	BareFormulaEngine,
	'load' | 'apply' | 'useScenario' | 'values' | 'valueAt' | 'dependents' | 'evaluate' | 'tryFormulas'
>;

/** For how long a comparison may keep newer requests waiting, in milliseconds. */
const BREATH_MS = 12;

/** A workbook that is open for calculation: our own copy, which follows the page's by patches. */
interface OpenWorkbook {
	readonly workbook: Workbook;
	version: number;
	scenario: string;
	/** Cells that are held back. */
	held: readonly Place[];
	/** Null where the last one failed: the next request builds another from the workbook. */
	engine: CalculationEngine | null;
}

/** Computes a workbook where it stands: in process, or in a worker that exposes it. */
export class Calculation implements CalculationPort {
	#createEngine: (parts: Parts) => CalculationEngine;
	#loadPart: (name: PartName) => Promise<Parts>;
	/** What few formulas need; each is loaded before the first formula that needs it comes to an engine. */
	#parts: Parts = {};
	/** What every request waits for, so that none passes one that waits for that. */
	#prepared: Promise<void> = Promise.resolve();
	#open: OpenWorkbook | null = null;
	/** The comparison under way. */
	#comparing: Promise<unknown> | undefined;
	/** Counts what changes the outcome of a comparison, so that one notices that it was overtaken. */
	#changes = 0;

	constructor(
		createEngine: (parts: Parts) => CalculationEngine = (parts) => new BareFormulaEngine(parts),
		load: (name: PartName) => Promise<Parts> = loadPart
	) {
		this.#createEngine = createEngine;
		this.#loadPart = load;
	}

	async open(request: Parameters<CalculationPort['open']>[0]): Promise<Calculated> {
		const started = performance.now();
		const { version, scenario, held = [] } = request;
		const open = { workbook: copyOf(request.workbook), version, scenario, held, engine: null };
		this.#prepare(partsCalled(open.workbook));
		this.#overtake();
		await this.#prepared;
		this.#open = open;
		return this.#answer(open, started);
	}

	async apply({ version, patch, held }: Parameters<CalculationPort['apply']>[0]): Promise<Calculated> {
		const started = performance.now();
		this.#prepare(partsBrought(patch));
		this.#overtake();
		await this.#prepared;
		const open = this.#opened();
		applyPatch(open.workbook, patch);
		open.version = version;
		open.held = held ?? open.held;
		return this.#answer(open, started, (engine) => engine.apply(patch, held));
	}

	async useScenario({ version, scenario }: { version: number; scenario: string }): Promise<Calculated> {
		const started = performance.now();
		await this.#prepared;
		const open = this.#opened();
		open.version = version;
		open.scenario = scenario;
		return this.#answer(open, started, (engine) => engine.useScenario(open.scenario));
	}

	compare(request: { version: number }): Promise<Compared> {
		const comparing = this.#compare(request);
		this.#comparing = comparing;
		const forget = () => {
			if (this.#comparing === comparing) this.#comparing = undefined;
		};
		comparing.then(forget, forget);
		return comparing;
	}

	async #compare(request: { version: number }): Promise<Compared> {
		const started = performance.now();
		await this.#prepared;
		const open = this.#opened();
		const { version } = open;
		const changes = this.#changes;
		const { scenario, output } = open.workbook.tables;
		let breathedAt = started;
		const answer = (comparison: Comparison | null): Compared => ({
			version,
			comparison,
			milliseconds: performance.now() - started
		});
		if (request.version !== version) return answer(null);

		const evaluate: Evaluate = async (overrides, outputs) => {
			if (performance.now() - breathedAt > BREATH_MS) {
				await breath();
				breathedAt = performance.now();
			}
			if (changes !== this.#changes) throw OVERTAKEN;
			return this.#engineOf(open).evaluate(overrides, outputs);
		};
		try {
			return answer(await compareScenarios(evaluate, inOrder(scenario), inOrder(output)));
		} catch (error) {
			if (error !== OVERTAKEN) throw this.#failed(open, error);
			return answer(null);
		}
	}

	async precedents({ place }: { version: number; place: Place }): Promise<Precedents> {
		await this.#prepared;
		const open = this.#opened();
		try {
			const engine = this.#engineOf(open);
			return {
				version: open.version,
				precedents: precedentsOf(open.workbook, place, (of) => engine.valueAt(of))
			};
		} catch (error) {
			throw this.#failed(open, error);
		}
	}

	async dependents({ place }: { version: number; place: Place }): Promise<Dependents> {
		await this.#prepared;
		const open = this.#opened();
		try {
			return { version: open.version, dependents: this.#engineOf(open).dependents(place) };
		} catch (error) {
			throw this.#failed(open, error);
		}
	}

	async tryFormulas({ formulas }: Parameters<CalculationPort['tryFormulas']>[0]): Promise<Tried> {
		this.#prepare(partsOf(formulas.map(({ formula }) => formula)));
		await this.#prepared;
		const open = this.#opened();
		try {
			return { version: open.version, values: this.#engineOf(open).tryFormulas(formulas) };
		} catch (error) {
			throw this.#failed(open, error);
		}
	}

	describeFunctions(): Promise<readonly FunctionHelp[]> {
		return loadFunctionHelp();
	}

	/** Has parts loaded. Where that fails, the functions that need them give an error that says so. */
	#prepare(names: ReadonlySet<PartName>): void {
		if (names.size === 0) return;
		this.#prepared = this.#prepared.then(async () => {
			const missing = [...names].filter((name) => !this.#parts[name]);
			const loaded = await Promise.all(missing.map((name) => this.#loadPart(name).catch(() => ({}))));
			this.#parts = Object.assign({}, this.#parts, ...loaded);
			// An engine knows only what was there when it was built.
			if (this.#open && missing.some((name) => this.#parts[name])) this.#open.engine = null;
		});
	}

	/**
	 * Ends the comparison under way, and lets that be told before anything else is computed: whoever waits for long then
	 * knows what for.
	 */
	#overtake(): void {
		this.#changes++;
		const comparing = this.#comparing;
		if (!comparing) return;
		const ended = comparing.then(breath, breath);
		this.#prepared = this.#prepared.then(() => ended);
	}

	#opened(): OpenWorkbook {
		if (!this.#open) throw new Error('No workbook is open for calculation. Open one first.');
		return this.#open;
	}

	/** The engine, built from the workbook where the last one failed. */
	#engineOf(open: OpenWorkbook): CalculationEngine {
		if (!open.engine) {
			const engine = this.#createEngine(this.#parts);
			engine.load(open.workbook, open.scenario, open.held);
			open.engine = engine;
		}
		return open.engine;
	}

	/**
	 * Lets the engine follow a change and gives what changed. An engine that fails at it is thrown away: it is derived from
	 * the workbook, so another is built, and all values are given.
	 */
	#answer(
		open: OpenWorkbook,
		started: number,
		follow?: (engine: CalculationEngine) => Calculated['values']
	): Calculated {
		const isScenarioGone = !open.workbook.tables.scenario.has(open.scenario);
		if (isScenarioGone) open.scenario = BASE_SCENARIO;
		const answer = (isWhole: boolean, values: Calculated['values']): Calculated => ({
			version: open.version,
			scenario: open.scenario,
			isWhole,
			values,
			milliseconds: performance.now() - started
		});
		if (open.engine && follow && !isScenarioGone) {
			try {
				return answer(false, follow(open.engine));
			} catch {
				open.engine = null;
			}
		}
		open.engine = null;
		try {
			return answer(true, [...this.#engineOf(open).values()]);
		} catch (error) {
			throw this.#failed(open, error);
		}
	}

	/** What to tell of a failure, after which the next request starts with an engine of its own. */
	#failed(open: OpenWorkbook, error: unknown): Error {
		open.engine = null;
		const reason = error instanceof Error ? error.message : String(error);
		return new Error(
			`The workbook could not be calculated: ${reason.replace(/[.\s]*$/, '')}. Undo the last change, or open the workbook again.`,
			{ cause: error }
		);
	}
}

/** Why a comparison stops: a newer request changed the workbook under it. */
const OVERTAKEN = new Error('A newer request came before the comparison was done.');

/** A copy that patches can change apart from the original. Records are never changed in place, so they are shared. */
function copyOf({ tables, cells }: Workbook): Workbook {
	const copies = Object.entries(tables).map(([kind, table]) => [
		kind,
		new Map(table as Map<string, unknown>)
	]);
	return {
		tables: Object.fromEntries(copies) as Workbook['tables'],
		cells: new Map([...cells].map(([sheet, ofSheet]) => [sheet, new Map(ofSheet)]))
	};
}

/** Lets requests that wait be answered first. */
function breath(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
