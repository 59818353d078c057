import { Editor } from '$lib/editing';
import { FormulaEngine } from '$lib/engine';
import { buildStarterWorkbook } from '$lib/template';
import { compareScenarios } from '$lib/what-if';
import {
	cellAt,
	inOrder,
	placeOfName,
	serializeWorkbook,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import { BareModel } from './bare-model';
import { measuredRecalculation } from './ordinary-formulas';

/** A driver that all of the build-up of costs reads. */
const DRIVER = 'assume.gpu_hour_price';

/** Another content for the driver than it has. */
const otherThan = (content: Content) => (content === 2 ? 2.5 : 2);

/** Something to measure, and what stands beside it. Each gives the milliseconds of one run. */
export interface Measured {
	readonly what: string;
	readonly beside: string;
	/** The most that it may take beside the other, where there is an aim. */
	readonly mostRatio?: number;
	measure(): Promise<number> | number;
	measureBeside(): Promise<number> | number;
}

async function millisecondsOf(run: () => unknown): Promise<number> {
	const started = performance.now();
	await run();
	return performance.now() - started;
}

/** The workbook, its engine and its editor, tied together as the worker and the page tie them. */
class EditedModel {
	readonly workbook: Workbook;
	readonly engine = new FormulaEngine();
	readonly editor: Editor;
	readonly driver: Place;
	#changed = 0;

	constructor(texts: Readonly<Record<string, string>>) {
		this.workbook = buildStarterWorkbook(texts);
		this.engine.load(this.workbook);
		this.editor = new Editor(this.workbook);
		this.editor.subscribe(({ patch }) => (this.#changed = this.engine.apply(patch).length));
		const driver = placeOfName(this.workbook, DRIVER);
		if (!driver) throw new Error(`The starter workbook has no cell called ${DRIVER}.`);
		this.driver = driver;
	}

	edit(): void {
		const content = otherThan(cellAt(this.workbook, this.driver)?.content ?? null);
		this.editor.execute({ do: 'set-contents', cells: [{ ...this.driver, content }] });
		this.#expectChanges();
	}

	undo(): void {
		this.editor.undo();
		this.#expectChanges();
	}

	/** A measure of an edit that changed nothing would say nothing. */
	#expectChanges(): void {
		if (this.#changed < 2) throw new Error(`An edit of ${DRIVER} changed no other value.`);
		this.#changed = 0;
	}
}

/** What is measured without a browser: from the texts of the data package to values. */
export function measuredInEngine(texts: Readonly<Record<string, string>>): Measured[] {
	const model = new EditedModel(texts);
	const { workbook, driver } = model;
	const bare = new BareModel(workbook);
	const document = serializeWorkbook(workbook);
	const scenarios = inOrder(workbook.tables.scenario);
	const outputs = inOrder(workbook.tables.output);
	const outputPlaces = outputs.flatMap(({ name }) => placeOfName(workbook, name) ?? []);
	const bareScenarios = scenarios.map(({ overrides }) =>
		Object.entries(overrides).flatMap(([name, content]) => {
			const place = placeOfName(workbook, name);
			return place ? [[place, content] as const] : [];
		})
	);
	let bareContent: Content = null;
	const editBare = () => {
		bareContent = otherThan(bareContent);
		return millisecondsOf(() => bare.setContents([[driver, bareContent]]));
	};

	return [
		...measuredRecalculation(),
		{
			what: 'Starter workbook from its data',
			beside: 'JSON.parse of it',
			measure: () => millisecondsOf(() => buildStarterWorkbook(texts)),
			measureBeside: () => millisecondsOf(() => JSON.parse(document))
		},
		{
			what: 'Engine loads it',
			beside: 'bare HyperFormula',
			measure: () => millisecondsOf(() => new FormulaEngine().load(workbook)),
			measureBeside: () => millisecondsOf(() => new BareModel(workbook))
		},
		{
			what: 'One edit to changed values',
			beside: 'bare HyperFormula',
			measure: () => millisecondsOf(() => model.edit()),
			measureBeside: editBare
		},
		{
			what: 'Undo of it to changed values',
			beside: 'bare HyperFormula',
			measure: () => {
				model.edit();
				return millisecondsOf(() => model.undo());
			},
			measureBeside: editBare
		},
		{
			what: `${scenarios.length} scenarios, ${outputs.length} outputs compared`,
			beside: 'bare HyperFormula',
			measure: () =>
				millisecondsOf(() =>
					compareScenarios((overrides, names) => model.engine.evaluate(overrides, names), scenarios, outputs)
				),
			measureBeside: () =>
				millisecondsOf(() => bareScenarios.map((overrides) => bare.valuesUnder(overrides, outputPlaces)))
		}
	];
}
