import { engineName, normalizeForEngine } from '$lib/formula';
import {
	addressOfKey,
	cellAt,
	inOrder,
	isFormula,
	textOfContent,
	type Content,
	type Place,
	type Workbook
} from '$lib/workbook';
import { HyperFormula, type CellValue, type RawCellContent, type SimpleCellAddress } from 'hyperformula';

const CONFIG = {
	licenseKey: 'gpl-v3',
	// The functions that read records are there for every instance: here they find none.
	context: { figureOf: () => undefined, assumptionOf: () => undefined, constantOf: () => undefined }
};

/**
 * The cells and names of a workbook in HyperFormula as it comes, to measure what stands on it: without explained errors,
 * without records to read, and without values kept beside its own.
 */
export class BareModel {
	#graph: HyperFormula;
	#idBySheet = new Map<string, number>();
	#workbook: Workbook;

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		const sheets = inOrder(workbook.tables.sheet);
		const contents = Object.fromEntries(
			sheets.map(({ id, name }) => {
				const rows: RawCellContent[][] = [];
				for (const [key, { content }] of workbook.cells.get(id) ?? []) {
					const { row, column } = addressOfKey(key);
					while (rows.length <= row) rows.push([]);
					rows[row]![column] = rawContent(content);
				}
				return [name, rows];
			})
		);
		const names = [...workbook.tables.name.values()].map(({ name, refersTo }) => ({
			name: engineName(name),
			expression: refersTo
		}));
		this.#graph = HyperFormula.buildFromSheets(contents, CONFIG, names);
		for (const { id, name } of sheets) this.#idBySheet.set(id, this.#graph.getSheetId(name)!);
	}

	setContents(contents: readonly (readonly [Place, Content])[]): void {
		this.#graph.batch(() => {
			for (const [place, content] of contents) {
				this.#graph.setCellContents(this.#addressOf(place), rawContent(content));
			}
		});
	}

	/** Values with some contents in place of the workbook's, which then come back. */
	valuesUnder(contents: readonly (readonly [Place, Content])[], wanted: readonly Place[]): CellValue[] {
		this.setContents(contents);
		const values = wanted.map((place) => this.#graph.getCellValue(this.#addressOf(place)));
		this.setContents(contents.map(([place]) => [place, cellAt(this.#workbook, place)?.content ?? null]));
		return values;
	}

	#addressOf({ sheet, row, column }: Place): SimpleCellAddress {
		return { sheet: this.#idBySheet.get(sheet)!, row, col: column };
	}
}

function rawContent(content: Content): RawCellContent {
	if (typeof content !== 'string') return content;
	if (!isFormula(content)) return `'${textOfContent(content)}`;
	const formula = normalizeForEngine(content);
	return formula.ok ? formula.value : content;
}
