import { FormulaEngine, SAMPLE_CELLS } from '$lib/engine';
import { referencesIn } from '$lib/formula';
import {
	cellKey,
	emptyWorkbook,
	formatValue,
	isCellError,
	type CellValue,
	type SheetCells,
	type Workbook
} from '$lib/workbook';

/** A formula and what it gives. */
export interface WorkedExample {
	readonly formula: string;
	/** The result as a cell shows it; several as an array is written, rows parted by semicolons. */
	readonly result: string;
	/** The day that the result is, where the function gives a day. */
	readonly day?: string;
	readonly isError: boolean;
	readonly readsCells: boolean;
	/** Whether it may give something else the next time. */
	readonly isVolatile: boolean;
}

/** The records that FIGURE, ASSUMPTION and SETTING answer from. */
export type ExampleRecords = Pick<Workbook['tables'], 'figure' | 'assumption' | 'settings'>;

const LOCALE = 'en-US';
const DAY = 'yyyy-mm-dd';
const SHEET = 'sheet';
/** Beside the sample cells with a column between, so that what an example fills is told apart from them. */
const EXAMPLE_COLUMN = SAMPLE_CELLS[0]!.length + 1;
/** Examples stand so far below each other, so that each may fill cells. */
const ROWS_APART = 20;
const VOLATILE = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\(/;
const GIVES_DAY = /^=(DATE|DATEVALUE|EDATE|EOMONTH|WORKDAY|WORKDAY\.INTL|TODAY|COUPNCD|COUPPCD)\(/;

/** Calculates formulas over the sample cells and these records, and gives what each gives by its text. */
export function workExamples(
	formulas: Iterable<string>,
	records: ExampleRecords
): ReadonlyMap<string, WorkedExample> {
	const each = [...new Set(formulas)];
	const engine = new FormulaEngine();
	engine.load(exampleWorkbook(each, records));
	const rows: CellValue[][] = [];
	for (const { row, column, value } of engine.values()) {
		if (column >= EXAMPLE_COLUMN) (rows[row] ??= [])[column - EXAMPLE_COLUMN] = value;
	}
	return new Map(
		each.map((formula, index) => {
			const first = index * ROWS_APART;
			const filled = rows.slice(first, first + ROWS_APART).filter((row) => row !== undefined);
			return [formula, workedExample(formula, filled)];
		})
	);
}

/** Describes an example by the rows of values that it fills. */
function workedExample(formula: string, rows: readonly (readonly CellValue[])[]): WorkedExample {
	const value = rows[0]?.[0] ?? null;
	const isOne = rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;
	return {
		formula,
		result: isOne ? shown(value) : `{${rows.map((row) => row.map(inArray).join(', ')).join('; ')}}`,
		...(isOne && typeof value === 'number' && GIVES_DAY.test(formula)
			? { day: formatValue(value, DAY, LOCALE).text }
			: {}),
		isError: isCellError(value),
		readsCells: referencesIn(formula).some(({ kind }) => kind !== 'name'),
		isVolatile: VOLATILE.test(formula)
	};
}

/** What the sample cells hold, row by row from A1, days written as such and formulas as they are. */
export function sampleTexts(): readonly (readonly string[])[] {
	const days = SAMPLE_CELLS[0]!.indexOf('Date');
	return SAMPLE_CELLS.map((row) =>
		row.map((content, column) =>
			typeof content === 'number' && column === days
				? formatValue(content, DAY, LOCALE).text
				: String(content ?? '')
		)
	);
}

function exampleWorkbook(
	formulas: readonly string[],
	{ figure, assumption, settings }: ExampleRecords
): Workbook {
	const { tables, cells } = emptyWorkbook({ locale: LOCALE });
	const sheet = { id: SHEET, name: 'Sheet1', position: 0, columnWidths: {}, rowHeights: {} };
	const filled: SheetCells = new Map();
	for (const [row, contents] of SAMPLE_CELLS.entries())
		for (const [column, content] of contents.entries()) filled.set(cellKey({ row, column }), { content });
	for (const [index, content] of formulas.entries())
		filled.set(cellKey({ row: index * ROWS_APART, column: EXAMPLE_COLUMN }), { content });
	cells.set(SHEET, filled);
	return {
		tables: { ...tables, figure, assumption, settings, sheet: new Map([[SHEET, sheet]]) },
		cells
	};
}

function shown(value: CellValue): string {
	return value === '' ? '(empty text)' : formatValue(value, undefined, LOCALE).text;
}

function inArray(value: CellValue): string {
	return typeof value === 'string' ? `"${value}"` : shown(value);
}
