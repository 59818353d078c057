import { engineName, isToldLate } from '$lib/formula';
import {
	inOrder,
	isFormula,
	MAX_TEXT_LENGTH,
	ok,
	textOfContent,
	type Content,
	type Name,
	type Place,
	type Result,
	type Workbook
} from '$lib/workbook';
import {
	DetailedCellError,
	ExportedCellChange,
	HyperFormula,
	type ConfigParams,
	type CellValue as RawValue,
	type RawCellContent,
	type SimpleCellAddress,
	type SimpleCellRange
} from 'hyperformula';
import { CONFIG } from './configuration';
import { partOf } from './filling-text';
import { rounded } from './rounded';
import { offerFillingFunctions } from './filling-functions';
import { Fills, isManySteps, type FillSteps } from './fills';
import { FormulaText } from './formula-text';
import type { ContentContext, ToldContext } from './functions/reference';
import { refusalOfName } from './name-refusal';
import { PlaceMap } from './places';
import type { HiddenRowsContext } from './hidden-rows';
import { ToldFormulas } from './told-formulas';
import { offerRecordFunctions, type RecordContext } from './record-functions';
import { tryFormula } from './trial';
import { offerTextFunction, type TextContext } from './text-function';

/** An error as the calculation gives it: its kind, a few English words or nothing, and the cell that it began in. */
export interface RawError {
	readonly kind: string;
	readonly detail: string;
	readonly origin: Place | undefined;
}

/** A value as the calculation gives it. */
export type ModelValue = number | string | boolean | null | RawError;

/** What stands in the cells that are calculated, overrides included. */
export interface TypedContext {
	contentAt(place: Place): Content;
}

/** Contents to calculate with, each place once. */
export type Contents = Iterable<readonly [Place, Content]>;

/** What the model could not take, as a sentence. */
export interface EngineProblem {
	readonly kind: 'name' | 'sheet';
	readonly id: string;
	readonly message: string;
}

offerRecordFunctions();
offerTextFunction();
offerFillingFunctions();

/** A name as the graph takes it, with its record. */
interface NameExpression {
	readonly name: string;
	readonly expression: string;
	readonly record: Name;
}

/** A formula that cannot be read stands as one that fails: its sentence comes from reading it, not from here. */
const UNREADABLE = '=#ERROR!';
/** What stands for a text that no cell can hold. */
const TOO_LONG = '=#VALUE!';

/** Taking a range of more cells out of the graph lasts longer than building anew: its time grows with the square. */
const SLOW_RANGE_CELLS = 200_000;

/** More rounds than this are not gone through until no formula fills other cells than before. */
const MAX_ROUNDS = 50;

/** One build of the dependency graph. Rows and columns never move in it: a workbook whose shape changed is built anew. */
export class CalculationModel {
	readonly problems: EngineProblem[] = [];
	#graph: HyperFormula;
	#idBySheet = new Map<string, number>();
	#sheetById = new Map<number, string>();
	/** In lower case. */
	#sheetNames = new Set<string>();
	#sheetNameById = new Map<string, string>();
	#fills = new Fills();
	#text: FormulaText;
	#mustBeRebuilt = false;
	#told: ToldFormulas;

	/** Builds from the sheets and names of a workbook, and from these contents. */
	constructor(
		workbook: Workbook,
		filled: Contents,
		context: RecordContext & TextContext & HiddenRowsContext & TypedContext
	) {
		this.#text = new FormulaText(workbook, this.#sheetNames);
		this.#told = new ToldFormulas(workbook, (text) => this.#text.ofCell(text));
		const sheets = this.#sheetsOf(workbook, filled);
		const names = this.#names(workbook);
		const contentOf = (sheetName: string, row: number, column: number) => {
			const sheet = sheets.sheetByName.get(sheetName);
			return sheet === undefined ? null : context.contentAt({ sheet, row, column });
		};
		const own: ContentContext & ToldContext = { ...this.#told.context, contentOf };
		const config = { ...CONFIG, context: { ...context, ...own, fills: this.#fills } };
		const build = () => this.#build(sheets.contents, config, names);
		this.#graph = build();
		for (const [name, sheet] of sheets.sheetByName) {
			const id = this.#graph.getSheetId(name)!;
			this.#idBySheet.set(sheet, id);
			this.#sheetById.set(id, sheet);
		}
		const contents = [...sheets.sheetByName.keys()].map((name) => sheets.contents[name]!);
		this.#fillOnBuild(contents, build);
		for (;;) {
			const news = this.#told.learn(sheets.contents, this.#graph);
			if (news.length === 0) break;
			this.#graph.batch(() => {
				for (const { at, content } of news) {
					this.#fills.forget(at);
					this.#graph.setCellContents(at, content);
				}
			});
			this.#fillOnBuild(contents, build);
		}
	}

	/** Whether what formulas fill or read follows from more than the contents that are there now, until a new build. */
	get mustBeRebuilt(): boolean {
		return this.#mustBeRebuilt;
	}

	/** Whether replacing the formulas of these cells lasts longer than a new build, for all the cells that they read. */
	isSlowToReplace(places: Iterable<Place>): boolean {
		for (const place of places) {
			for (const read of this.#graph.getCellPrecedents(this.#addressOf(place))) {
				if ('start' in read && this.#cellsIn(read) > SLOW_RANGE_CELLS) return true;
			}
		}
		return false;
	}

	/** Sets contents, all in one step, and gives every value that this changed. */
	setContents(contents: Contents): PlaceMap<ModelValue> {
		const changed = new PlaceMap<ModelValue>();
		this.#change(changed, () => {
			for (const [place, content] of contents) {
				const address = this.#addressOf(place);
				this.#fills.forget(address);
				this.#mustBeRebuilt ||= this.#told.has(place);
				this.#graph.setCellContents(address, this.#rawContent(content, place));
				this.#mustBeRebuilt ||= this.#told.has(place);
			}
		});
		this.#fill(changed);
		this.#mustBeRebuilt ||= this.#told.isOutdated(this.#graph);
		this.#mustBeRebuilt ||= this.#fills.corners.some((corner) => {
			const value = this.#graph.getCellValue(corner);
			return value instanceof DetailedCellError && value.type === 'CYCLE';
		});
		return changed;
	}

	valueAt(place: Place): ModelValue {
		return this.#valueOf(this.#graph.getCellValue(this.#addressOf(place)), place);
	}

	/** What a formula would give in a cell, without standing there, or why that cannot be said. */
	try(place: Place, formula: string): Result<ModelValue> {
		const tried = tryFormula(this.#graph, this.#addressOf(place).sheet, this.#text, formula, place);
		return tried.ok ? ok(this.#valueOf(tried.value, place)) : tried;
	}

	/** The cells that formulas fill beside their own, with their values. */
	*spilled(): Iterable<{ place: Place; value: ModelValue }> {
		for (const { at } of this.#fills.filled) {
			const place = this.#placeOf(at);
			if (place) yield { place, value: this.valueAt(place) };
		}
	}

	/** The cells whose formulas read a cell, directly or through a range or a name, each once. */
	dependents(place: Place): Place[] {
		const seen = new Set<string>();
		const found: Place[] = [];
		const waiting: (SimpleCellAddress | SimpleCellRange)[] = [this.#addressOf(place)];
		for (const read of waiting) {
			for (const dependent of this.#graph.getCellDependents(read)) {
				const key = JSON.stringify(dependent);
				if (seen.has(key)) continue;
				seen.add(key);
				// Ranges, names and cells that a formula fills stand between a cell and the formulas that read it.
				const isBetween = 'start' in dependent || this.#fills.cornerOf(dependent) !== undefined;
				const at = isBetween ? undefined : this.#placeOf(dependent);
				if (at) found.push(at);
				else waiting.push(dependent);
			}
		}
		return found;
	}

	destroy(): void {
		this.#graph.destroy();
	}

	#change(changed: PlaceMap<ModelValue>, write: () => void): void {
		for (const change of this.#graph.batch(write)) {
			const place = change instanceof ExportedCellChange ? this.#placeOf(change.address) : undefined;
			if (!place || !(change instanceof ExportedCellChange)) continue;
			changed.set(place, this.#valueOf(change.newValue, place));
		}
	}

	/** Fills cells until every formula fills those that it has values for: what one fills, another may count. */
	#fill(changed: PlaceMap<ModelValue>): void {
		for (let round = 0; ; round++) {
			if (round >= MAX_ROUNDS) this.#fills.giveUp();
			const steps = this.#fills.plan((at) => this.#isTyped(at));
			if (!steps) return;
			if (isManySteps(steps)) {
				this.#mustBeRebuilt = true;
				return;
			}
			this.#change(changed, () => this.#take(steps));
		}
	}

	/** As `#fill`, where a new build is faster than writing the cells one by one. */
	#fillOnBuild(contents: readonly RawCellContent[][][], build: () => HyperFormula): void {
		for (let round = 0; ; round++) {
			if (round >= MAX_ROUNDS) this.#fills.giveUp();
			const steps = this.#fills.plan((at) => this.#isTyped(at));
			if (!steps) return;
			if (!isManySteps(steps)) {
				this.#graph.batch(() => this.#take(steps));
				continue;
			}
			for (const at of steps.cleared) contents[at.sheet]![at.row]![at.col] = null;
			for (const { at, corner } of steps.filled) {
				const rows = contents[at.sheet]!;
				for (let row = rows.length; row <= at.row; row++) rows.push(NO_CELLS);
				if (rows[at.row] === NO_CELLS) rows[at.row] = [];
				rows[at.row]![at.col] = partOf(corner);
			}
			this.#graph.destroy();
			this.#graph = build();
		}
	}

	#take({ cleared, filled, recalculated }: FillSteps): void {
		for (const at of cleared) this.#graph.setCellContents(at, null);
		for (const { at, corner } of filled) this.#graph.setCellContents(at, partOf(corner));
		const { graph, addressMapping } = this.#graph.dependencyGraph;
		for (const corner of recalculated) graph.markNodeAsDirty(addressMapping.getCellOrThrow(corner));
	}

	#isTyped(at: SimpleCellAddress): boolean {
		return !this.#fills.cornerOf(at) && this.#graph.getCellType(at) !== 'EMPTY';
	}

	#sheetsOf(workbook: Workbook, filled: Contents) {
		const contents: Record<string, RawCellContent[][]> = Object.create(null);
		const rowsBySheet = new Map<string, RawCellContent[][]>();
		const sheetByName = new Map<string, string>();
		for (const { id, name } of inOrder(workbook.tables.sheet)) {
			let unique = name;
			while (this.#sheetNames.has(unique.toLowerCase()) || unique === '') unique += ' ';
			if (unique !== name) {
				const message = `Two sheets are called “${name}”: formulas can reach only the first. Rename one of them.`;
				this.problems.push({ kind: 'sheet', id, message });
			}
			this.#sheetNames.add(unique.toLowerCase());
			sheetByName.set(unique, id);
			this.#sheetNameById.set(id, unique);
			rowsBySheet.set(id, (contents[unique] = []));
		}
		for (const [place, content] of filled) {
			const rows = rowsBySheet.get(place.sheet);
			if (rows && content !== null) (rows[place.row] ??= [])[place.column] = this.#rawContent(content, place);
		}
		for (const rows of rowsBySheet.values()) {
			for (let row = 0; row < rows.length; row++) rows[row] ??= NO_CELLS;
		}
		return { contents, sheetByName };
	}

	/** A content so that the calculation takes it as what it is, never a text as a number, date or boolean. */
	#rawContent(content: Content, place: Place): RawCellContent {
		if (typeof content === 'number') return Number.isFinite(content) ? content : '=#NUM!';
		if (typeof content !== 'string') return content;
		if (!isFormula(content)) {
			const text = textOfContent(content);
			return text.length > MAX_TEXT_LENGTH ? TOO_LONG : `'${text}`;
		}
		const formula = this.#text.read(content);
		if (!formula.ok) return UNREADABLE;
		return isToldLate(formula.value)
			? this.#told.add(this.#sheetNameById.get(place.sheet)!, place, formula.value)
			: this.#text.ofCell(formula.value);
	}

	#build(
		contents: Record<string, RawCellContent[][]>,
		config: Partial<ConfigParams>,
		names: readonly NameExpression[]
	): HyperFormula {
		try {
			return HyperFormula.buildFromSheets(contents, config, [...names]);
		} catch {
			const graph = HyperFormula.buildFromSheets(contents, config);
			for (const { name, expression, record } of names) this.#addName(graph, name, expression, record);
			return graph;
		}
	}

	#names(workbook: Workbook): NameExpression[] {
		const names: NameExpression[] = [];
		const taken = new Set<string>();
		for (const record of workbook.tables.name.values()) {
			const name = engineName(record.name);
			const refusal = taken.has(name.toLowerCase())
				? `The name “${record.name}” is there twice: formulas use the first. Rename or delete the other.`
				: refusalOfName(record);
			const expression = this.#text.readName(record);
			if (refusal || !expression.ok) {
				const message = refusal ?? `What “${record.name}” refers to cannot be read.`;
				this.problems.push({ kind: 'name', id: record.id, message });
				continue;
			}
			taken.add(name.toLowerCase());
			if (this.#text.isCalculated(record.name)) continue;
			names.push({ name, expression: this.#text.ofName(expression.value), record });
		}
		return names;
	}

	#addName(graph: HyperFormula, name: string, expression: string, record: Name): void {
		try {
			graph.addNamedExpression(name, expression);
		} catch {
			const message = `The name “${record.name}” cannot be used in formulas. Give it another name or another reference.`;
			this.problems.push({ kind: 'name', id: record.id, message });
		}
	}

	#valueOf(value: RawValue, place: Place): ModelValue {
		if (value instanceof DetailedCellError) {
			return { kind: value.type, detail: value.message, origin: this.#originOf(value.address) };
		}
		if (typeof value !== 'number') return value;
		return Number.isFinite(value) ? rounded(value) : this.#unroundedAt(place);
	}

	/** Rounding to digits after the point overflows below 1e-294: there the number is taken before it. */
	#unroundedAt(place: Place): ModelValue {
		const value = this.#graph.dependencyGraph.getCellValue(this.#addressOf(place));
		const number = typeof value === 'object' && 'val' in value ? value.val : value;
		return typeof number === 'number' && Number.isFinite(number)
			? rounded(number)
			: { kind: 'NUM', detail: '', origin: undefined };
	}

	#originOf(address: string | undefined): Place | undefined {
		const cell = address?.includes('!') && this.#graph.simpleCellAddressFromString(address, 0);
		return cell ? this.#placeOf(cell) : undefined;
	}

	/** How many cells of the graph a range covers: whole columns reach down to the last row that was ever filled. */
	#cellsIn({ start, end }: SimpleCellRange): number {
		const { width, height } = this.#graph.getSheetDimensions(start.sheet);
		return (Math.min(end.row, height - 1) - start.row + 1) * (Math.min(end.col, width - 1) - start.col + 1);
	}

	#placeOf({ sheet, row, col }: SimpleCellAddress): Place | undefined {
		const id = this.#sheetById.get(sheet);
		return id === undefined ? undefined : { sheet: id, row, column: col };
	}

	#addressOf({ sheet, row, column }: Place): SimpleCellAddress {
		const id = this.#idBySheet.get(sheet);
		if (id === undefined) throw new Error(`There is no sheet ${sheet} in the engine.`);
		return { sheet: id, row, col: column };
	}
}

const NO_CELLS: RawCellContent[] = [];
