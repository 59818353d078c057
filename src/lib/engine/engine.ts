import { referencesIn, type FormulaReference } from '$lib/formula';
import {
	addressOfKey,
	BASE_SCENARIO,
	cellAt,
	equalValues,
	isCellError,
	isFormula,
	settingsOf,
	type CellValue,
	type Content,
	type Overrides,
	type Patch,
	type Place,
	type Workbook
} from '$lib/workbook';
import { constantOf } from './constant';
import { Computed, explain } from './explain';
import { offerRareFunctions } from './functions/numeric';
import { HiddenRows, hidesOtherRows } from './hidden-rows';
import { CalculationModel, type Contents, type EngineProblem, type ModelValue } from './model';
import type { Parts } from './parts';
import { namedPlaces, PlaceMap } from './places';

/** A cell and the value that it has now. */
export type ValueChange = Place & { readonly value: CellValue };

/** A formula and the cell that it is written for. */
export type PlacedFormula = Place & { readonly formula: string };

/** Above this many changed cells a new build is faster than following each. */
const REBUILD_ABOVE = 500;

/** Records that formulas, names or the record functions read: a change of one changes more than single cells. */
const READ_BY_FORMULAS: readonly string[] = ['name', 'figure', 'assumption', 'settings'];

/**
 * Computes a workbook: every value from the contents, under one scenario. It holds nothing that does not follow from the
 * workbook, and can be thrown away at any moment. Bare: what TEXT and rare functions are calculated with is handed to it,
 * and without that they give an error that says so.
 */
export class BareFormulaEngine {
	#formatText: Parts['formatText'];
	#workbook: Workbook | null = null;
	#scenario = BASE_SCENARIO;
	#model: CalculationModel | null = null;
	#values = new PlaceMap<CellValue>();
	/** Cells by name, in lower case. */
	#places = new Map<string, Place>();
	/** What the scenario in use puts in place of the workbook's contents. */
	#overrides = new PlaceMap<Content>();
	/** What stands in place of that while values are evaluated. */
	#tried: PlaceMap<Content> | undefined;
	/** Cells that are not computed: each has an error in the place of its content. */
	#held = new PlaceMap<Content>();
	#constants = new Map<Content, ReturnType<typeof constantOf>>();
	#constantLocale = '';
	#hiddenRows: HiddenRows | undefined;

	constructor({ formatText, rareFunctions }: Parts = {}) {
		this.#formatText = formatText;
		if (rareFunctions) offerRareFunctions(rareFunctions);
	}

	/**
	 * Computes all of a workbook but the cells that are held back: those give an error, whatever they hold. The engine keeps
	 * the reference: later patches are applied to this same workbook.
	 */
	load(workbook: Workbook, scenario: string = BASE_SCENARIO, held: Iterable<Place> = []): void {
		this.#workbook = workbook;
		this.#scenario = scenario;
		this.#held = heldContents(workbook, held);
		this.#rebuild();
	}

	/** What the engine could not take of the workbook, such as names that formulas cannot use. */
	get problems(): readonly EngineProblem[] {
		return this.#model?.problems ?? [];
	}

	/**
	 * Follows a patch that was applied to the workbook already, and gives the values that changed. With `held`, these cells
	 * are held back from now on, and no others.
	 */
	apply(patch: Patch, held?: Iterable<Place>): readonly ValueChange[] {
		const { workbook, model } = this.#loaded();
		const contents = held ? this.#holdBack(held) : new PlaceMap<Content>();
		let mustRebuild = model.mustBeRebuilt;
		let isScenarioChanged = false;
		for (const change of patch) {
			if (change.kind === 'cell') {
				const { sheet, row, column } = change;
				const content = change.after?.content ?? null;
				const isNew = !Object.is(content, change.before?.content ?? null);
				const isReplaced = this.#overrides.has(change) || this.#held.has(change);
				const isComputed = workbook.tables.sheet.has(sheet) && !isReplaced;
				if (isNew && isComputed) contents.set({ sheet, row, column }, content);
			} else if (change.kind === 'scenario') isScenarioChanged ||= change.id === this.#scenario;
			else if (change.kind === 'sheet') {
				const hidesOthers = this.#hiddenRows?.wasRead && hidesOtherRows(change.before, change.after);
				mustRebuild ||= hidesOthers || change.before?.name !== change.after?.name;
			} else mustRebuild ||= READ_BY_FORMULAS.includes(change.kind);
		}
		if (mustRebuild || contents.size > REBUILD_ABOVE) return this.#rebuild();
		if (isScenarioChanged) for (const [place, content] of this.#useOverrides()) contents.set(place, content);
		return this.#setContents(contents);
	}

	/** Computes under another scenario, and gives the values that changed. One that the workbook lacks is the base. */
	useScenario(scenario: string): readonly ValueChange[] {
		const { model } = this.#loaded();
		this.#scenario = scenario;
		return model.mustBeRebuilt ? this.#rebuild() : this.#setContents(this.#useOverrides());
	}

	/** The value of a cell; `null` for a blank one. */
	valueAt(place: Place): CellValue {
		return this.#values.get(place) ?? null;
	}

	/** Every value that is not blank, those that formulas fill beside their own cells included. */
	*values(): Iterable<ValueChange> {
		for (const [place, value] of this.#values) yield { ...place, value };
	}

	/** What the formula of a cell reads, names included, in the order of its text, under the scenario in use. */
	precedents(place: Place): readonly FormulaReference[] {
		const content = contentsUnder(this.#loaded().workbook, this.#overrides, this.#held)(place);
		return isFormula(content) ? referencesIn(content) : [];
	}

	/** The cells whose formulas read a cell, or one that its formula fills: directly, through a range or through a name. */
	dependents(place: Place): readonly Place[] {
		const { workbook, model } = this.#loaded();
		return workbook.tables.sheet.has(place.sheet) ? model.dependents(place) : [];
	}

	/**
	 * Values of outputs with these contents of drivers on top of the base, whatever scenario is in use. Both are named as
	 * the workbook names their cells; an override of a name without a cell has no effect. Leaves the engine as it was.
	 */
	evaluate(overrides: Overrides, outputs: readonly string[]): readonly CellValue[] {
		const wanted = this.#placed(overrides);
		this.#tried = wanted;
		try {
			return this.#evaluate(wanted, outputs);
		} finally {
			this.#tried = undefined;
		}
	}

	/**
	 * What formulas would give in cells, none of which they stand in, under the scenario in use. One that cannot be read, or
	 * whose references are told only when it is calculated, gives an error that says so.
	 */
	tryFormulas(formulas: readonly PlacedFormula[]): readonly CellValue[] {
		const { workbook, model } = this.#loaded();
		const current = contentsUnder(workbook, this.#overrides, this.#held);
		return formulas.map(({ formula, ...place }) => {
			if (!workbook.tables.sheet.has(place.sheet)) return null;
			const isHere = (at: Place) =>
				at.sheet === place.sheet && at.row === place.row && at.column === place.column;
			const computed = new Computed(
				workbook,
				(at) => (isHere(at) ? formula : current(at)),
				(at) => model.valueAt(at),
				this.#held
			);
			const tried = model.try(place, formula);
			return tried.ok
				? valueOf(tried.value, place, computed)
				: { error: '#ERROR!' as const, message: tried.error };
		});
	}

	#evaluate(wanted: PlaceMap<Content>, outputs: readonly string[]): readonly CellValue[] {
		const { workbook, model } = this.#loaded();
		const contentAt = contentsUnder(workbook, wanted, this.#held);
		const current = contentsUnder(workbook, this.#overrides, this.#held);
		const changed = new PlaceMap<Content>();
		const before = new PlaceMap<Content>();
		for (const [place] of [...wanted, ...this.#overrides]) {
			if (Object.is(contentAt(place), current(place))) continue;
			changed.set(place, contentAt(place));
			before.set(place, current(place));
		}
		const computedBy = (from: CalculationModel) =>
			new Computed(workbook, contentAt, (at) => from.valueAt(at), this.#held);
		const read = (from: CalculationModel) =>
			outputs.map((name) => {
				const place = this.#places.get(name.toLowerCase());
				return place
					? valueOf(from.valueAt(place), place, computedBy(from))
					: { error: '#NAME?' as const, message: `No cell is called “${name}”.` };
			});
		if (changed.size === 0) return read(model);
		const readApart = () => {
			const apart = this.#build(filledContents(workbook, wanted, this.#held));
			const values = read(apart);
			apart.destroy();
			return values;
		};
		if (model.mustBeRebuilt || model.isSlowToReplace(changed.places())) return readApart();
		model.setContents(changed);
		if (model.mustBeRebuilt) {
			const values = readApart();
			this.#tried = undefined;
			this.#rebuild();
			return values;
		}
		const values = read(model);
		this.#tried = undefined;
		model.setContents(before);
		if (model.mustBeRebuilt) this.#rebuild();
		return values;
	}

	#loaded(): { workbook: Workbook; model: CalculationModel } {
		if (!this.#workbook || !this.#model) throw new Error('The engine has no workbook: load one first.');
		return { workbook: this.#workbook, model: this.#model };
	}

	#build(filled: Contents): CalculationModel {
		const { figure, assumption } = this.#workbook!.tables;
		const settings = settingsOf(this.#workbook!);
		const { locale } = settings;
		const formatText = this.#formatText;
		if (locale !== this.#constantLocale) this.#constants.clear();
		this.#constantLocale = locale;
		const assumptions = new Map(
			[...assumption.values()].map((record) => [record.name.toLowerCase(), record])
		);
		return new CalculationModel(this.#workbook!, filled, {
			figureOf: (id) => figure.get(id),
			assumptionOf: (name) => assumptions.get(name.toLowerCase()),
			constantOf: (content) => {
				if (!this.#constants.has(content)) {
					this.#constants.set(content, constantOf(content, formatText, locale));
				}
				return this.#constants.get(content);
			},
			settings,
			formatText,
			locale,
			contentAt: (place) => contentsUnder(this.#workbook!, this.#tried ?? this.#overrides, this.#held)(place),
			hiddenRows: (this.#hiddenRows = new HiddenRows(this.#workbook!))
		});
	}

	/** Builds everything anew from the workbook, and gives the values that this changed. */
	#rebuild(): ValueChange[] {
		const workbook = this.#workbook!;
		const before = this.#values;
		this.#places = namedPlaces(workbook);
		this.#overrides = this.#placed(workbook.tables.scenario.get(this.#scenario)?.overrides ?? {});
		const contentAt = contentsUnder(workbook, this.#overrides, this.#held);
		this.#model?.destroy();
		const model = this.#build(filledContents(workbook, this.#overrides, this.#held));
		this.#model = model;
		this.#values = new PlaceMap();
		const computed = new Computed(workbook, contentAt, (place) => model.valueAt(place), this.#held);
		for (const [place] of filledContents(workbook, this.#overrides, this.#held)) {
			this.#values.setUnlessBlank(place, valueOf(model.valueAt(place), place, computed));
		}
		for (const { place, value } of model.spilled()) {
			this.#values.setUnlessBlank(place, valueOf(value, place, computed));
		}
		return differences(before, this.#values);
	}

	#setContents(contents: PlaceMap<Content>): readonly ValueChange[] {
		const { workbook, model } = this.#loaded();
		if (contents.size === 0) return [];
		if (model.isSlowToReplace(contents.places())) return this.#rebuild();
		const contentAt = contentsUnder(workbook, this.#overrides, this.#held);
		const computed = new Computed(workbook, contentAt, (place) => model.valueAt(place), this.#held);
		const changed = model.setContents(contents);
		if (model.mustBeRebuilt) return this.#rebuild();
		const changes: ValueChange[] = [];
		for (const [place, raw] of changed) {
			const value = valueOf(raw, place, computed);
			if (isSameValue(value, this.valueAt(place))) continue;
			this.#values.setUnlessBlank(place, value);
			changes.push({ ...place, value });
		}
		return changes;
	}

	/** Takes the overrides of the scenario in use, and gives the contents that this changes. */
	#useOverrides(): PlaceMap<Content> {
		const workbook = this.#workbook!;
		const before = this.#overrides;
		this.#overrides = this.#placed(workbook.tables.scenario.get(this.#scenario)?.overrides ?? {});
		const contentAt = contentsUnder(workbook, this.#overrides, this.#held);
		const contents = new PlaceMap<Content>();
		for (const [place] of [...before, ...this.#overrides]) contents.set(place, contentAt(place));
		return contents;
	}

	/** Takes which cells are held back, and gives the contents that this changes. */
	#holdBack(held: Iterable<Place>): PlaceMap<Content> {
		const workbook = this.#workbook!;
		const before = this.#held;
		this.#held = heldContents(workbook, held);
		const contentAt = contentsUnder(workbook, this.#overrides, this.#held);
		const contents = new PlaceMap<Content>();
		for (const [place] of [...before, ...this.#held]) {
			const isChanged = before.has(place) !== this.#held.has(place);
			if (isChanged && workbook.tables.sheet.has(place.sheet)) contents.set(place, contentAt(place));
		}
		return contents;
	}

	#placed(overrides: Overrides): PlaceMap<Content> {
		const placed = new PlaceMap<Content>();
		for (const [name, content] of Object.entries(overrides)) {
			const place = this.#places.get(name.toLowerCase());
			if (place) placed.set(place, content);
		}
		return placed;
	}
}

/** What a cell that is held back is computed as: an error of its own. */
const HELD_BACK: Content = '=#ERROR!';

function heldContents(workbook: Workbook, held: Iterable<Place>): PlaceMap<Content> {
	const contents = new PlaceMap<Content>();
	for (const place of held) if (workbook.tables.sheet.has(place.sheet)) contents.set(place, HELD_BACK);
	return contents;
}

/** What stands in the cells of a workbook with some of them overridden and some held back. */
function contentsUnder(
	workbook: Workbook,
	overrides: PlaceMap<Content>,
	held: PlaceMap<Content>
): (place: Place) => Content {
	return (place) =>
		held.get(place) ??
		(overrides.has(place) ? overrides.get(place)! : (cellAt(workbook, place)?.content ?? null));
}

/** Every content that is not blank, with some of them overridden and some held back. */
function* filledContents(
	workbook: Workbook,
	overrides: PlaceMap<Content>,
	held: PlaceMap<Content>
): Contents {
	for (const [sheet, cells] of workbook.cells) {
		if (!workbook.tables.sheet.has(sheet)) continue;
		for (const [key, { content }] of cells) {
			const place = { sheet, ...addressOfKey(key) };
			if (content !== null && !overrides.has(place) && !held.has(place)) yield [place, content];
		}
	}
	for (const [place, content] of overrides) if (content !== null && !held.has(place)) yield [place, content];
	yield* held;
}

function valueOf(value: ModelValue, place: Place, computed: Computed): CellValue {
	return typeof value === 'object' && value !== null ? explain(value, place, computed) : value;
}

function isSameValue(a: CellValue, b: CellValue): boolean {
	return equalValues(a, b) && (!isCellError(a) || !isCellError(b) || a.message === b.message);
}

function differences(before: PlaceMap<CellValue>, after: PlaceMap<CellValue>): ValueChange[] {
	const changes: ValueChange[] = [];
	for (const [place, value] of after) {
		if (!isSameValue(value, before.get(place) ?? null)) changes.push({ ...place, value });
	}
	for (const [place] of before) if (!after.has(place)) changes.push({ ...place, value: null });
	return changes;
}
