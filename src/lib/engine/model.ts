import {
	engineName,
	isUsableName,
	normalizeForEngine,
	referencesIn,
	rewriteReferences,
	type EngineNames
} from '$lib/formula';
import { lambdaNames, type LambdaNames } from './lambda-names';
import {
	inOrder,
	isFormula,
	MAX_TEXT_LENGTH,
	textOfContent,
	type Content,
	type Name,
	type Place,
	type Workbook
} from '$lib/workbook';
import {
	DetailedCellError,
	ExportedCellChange,
	HyperFormula,
	type CellValue as RawValue,
	type ExportedChange,
	type RawCellContent,
	type SimpleCellAddress,
	type SimpleCellRange
} from 'hyperformula';
import { CONFIG } from './configuration';
import { offerRecordFunctions, type RecordContext } from './record-functions';
import { offerTextFunction, type TextContext } from './text-function';

/** An error as the calculation gives it: its kind, a few English words or nothing, and the cell that it began in. */
export interface RawError {
	readonly kind: string;
	readonly detail: string;
	readonly origin: Place | undefined;
}

/** A value as the calculation gives it. */
export type ModelValue = number | string | boolean | null | RawError;

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

/** A formula that cannot be read stands as one that fails: its sentence comes from reading it, not from here. */
const UNREADABLE = '=#ERROR!';
/** What stands for a text that no cell can hold. */
const TOO_LONG = '=#VALUE!';

/** Taking a range of more cells out of the graph lasts longer than building anew: its time grows with the square. */
const SLOW_RANGE_CELLS = 200_000;

/** One build of the dependency graph. Rows and columns never move in it: a workbook whose shape changed is built anew. */
export class CalculationModel {
	readonly problems: EngineProblem[] = [];
	#graph: HyperFormula;
	#idBySheet = new Map<string, number>();
	#sheetById = new Map<number, string>();
	/** In lower case. */
	#sheetNames = new Set<string>();
	#lambdas: LambdaNames;

	/** Builds from the sheets and names of a workbook, and from these contents. */
	constructor(workbook: Workbook, filled: Contents, context: RecordContext & TextContext) {
		this.#lambdas = lambdaNames(workbook);
		const sheets = this.#sheetsOf(workbook, filled);
		const names = this.#names(workbook);
		const config = { ...CONFIG, context };
		try {
			this.#graph = HyperFormula.buildFromSheets(sheets.contents, config, names);
		} catch {
			this.#graph = HyperFormula.buildFromSheets(sheets.contents, config);
			for (const { name, expression, record } of names) this.#addName(name, expression, record);
		}
		for (const [name, sheet] of sheets.sheetByName) {
			const id = this.#graph.getSheetId(name)!;
			this.#idBySheet.set(sheet, id);
			this.#sheetById.set(id, sheet);
		}
	}

	/** Whether a formula fills cells beside its own: what an edit then does to the others, only a new build knows. */
	get hasArrays(): boolean {
		return this.#graph.arrayMapping.count() > 0;
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
	setContents(contents: Contents): { place: Place; value: ModelValue }[] {
		const changes = this.#graph.batch(() => {
			for (const [place, content] of contents) {
				this.#graph.setCellContents(this.#addressOf(place), this.#rawContent(content));
			}
		});
		return changes.flatMap((change) => this.#changeOf(change) ?? []);
	}

	valueAt(place: Place): ModelValue {
		return this.#valueOf(this.#graph.getCellValue(this.#addressOf(place)), place);
	}

	/** The cells that formulas fill beside their own, with their values. */
	*spilled(): Iterable<{ place: Place; value: ModelValue }> {
		for (const array of this.#graph.arrayMapping.arrayMapping.values()) {
			for (const address of array.getRange().addresses(this.#graph.dependencyGraph)) {
				const place = this.#placeOf(address);
				if (place) yield { place, value: this.valueAt(place) };
			}
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
				// Ranges and names stand between a cell and the formulas that read it.
				const at = 'start' in dependent ? undefined : this.#placeOf(dependent);
				if (at) found.push(at);
				else waiting.push(dependent);
			}
		}
		return found;
	}

	destroy(): void {
		this.#graph.destroy();
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
			rowsBySheet.set(id, (contents[unique] = []));
		}
		for (const [place, content] of filled) {
			const rows = rowsBySheet.get(place.sheet);
			if (rows && content !== null) (rows[place.row] ??= [])[place.column] = this.#rawContent(content);
		}
		for (const rows of rowsBySheet.values()) {
			for (let row = 0; row < rows.length; row++) rows[row] ??= NO_CELLS;
		}
		return { contents, sheetByName };
	}

	/** A content so that the calculation takes it as what it is, never a text as a number, date or boolean. */
	#rawContent(content: Content): RawCellContent {
		if (typeof content === 'number') return Number.isFinite(content) ? content : '=#NUM!';
		if (typeof content !== 'string') return content;
		if (!isFormula(content)) {
			const text = textOfContent(content);
			return text.length > MAX_TEXT_LENGTH ? TOO_LONG : `'${text}`;
		}
		const formula = this.#formula(content);
		return formula.ok ? formula.value : UNREADABLE;
	}

	/** References to sheets that are not there are lost beforehand: the calculation fails when it meets one twice. */
	#formula(formula: string, names: EngineNames = this.#lambdas.inFormulas) {
		const mapSheet = (name: string) =>
			name === '' || this.#sheetNames.has(name.toLowerCase()) ? name : null;
		return normalizeForEngine(
			formula.includes('!') ? rewriteReferences(formula, { mapSheet }) : formula,
			names
		);
	}

	#names(workbook: Workbook) {
		const names: { name: string; expression: string; record: Name }[] = [];
		const taken = new Set<string>();
		for (const record of workbook.tables.name.values()) {
			const name = engineName(record.name);
			const refusal = taken.has(name.toLowerCase())
				? `The name “${record.name}” is there twice: formulas use the first. Rename or delete the other.`
				: refusalOfName(record);
			const expression = this.#formula(record.refersTo, this.#lambdas.in(record));
			if (refusal || !expression.ok) {
				const message = refusal ?? `What “${record.name}” refers to cannot be read.`;
				this.problems.push({ kind: 'name', id: record.id, message });
				continue;
			}
			taken.add(name.toLowerCase());
			names.push({ name, expression: expression.value, record });
		}
		return names;
	}

	#addName(name: string, expression: string, record: Name): void {
		try {
			this.#graph.addNamedExpression(name, expression);
		} catch {
			const message = `The name “${record.name}” cannot be used in formulas. Give it another name or another reference.`;
			this.problems.push({ kind: 'name', id: record.id, message });
		}
	}

	#changeOf(change: ExportedChange): { place: Place; value: ModelValue } | undefined {
		const place = change instanceof ExportedCellChange ? this.#placeOf(change.address) : undefined;
		if (!place || !(change instanceof ExportedCellChange)) return undefined;
		return { place, value: this.#valueOf(change.newValue, place) };
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

/** To the 15 digits that a spreadsheet shows; without a negative zero. */
function rounded(value: number): number {
	return Number(value.toPrecision(15)) + 0;
}

function refusalOfName({ name, refersTo }: Name): string | undefined {
	if (!isUsableName(name)) {
		return `“${name}” cannot be used as a name in formulas: a name is one word of letters, digits, points and underscores, begins with a letter and is not a cell’s address.`;
	}
	const isLoose = referencesIn(refersTo).some(
		({ kind, sheetName, text }) =>
			kind !== 'name' &&
			(sheetName === undefined || /(?:^|[!:])\s*[A-Za-z]|[A-Za-z:]\d/.test(text.replace(/^.*!/s, '')))
	);
	return isLoose
		? `What “${name}” refers to needs a sheet and “$” before its columns and rows, such as =Sheet1!$A$1.`
		: undefined;
}
