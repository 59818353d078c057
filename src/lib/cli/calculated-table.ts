import type { CsvField } from '$lib/exchange';
import {
	cellAt,
	inOrder,
	isCellError,
	parseAbsoluteReference,
	sheetNamed,
	type CellValue,
	type Evaluate,
	type Place,
	type Workbook
} from '$lib/workbook';
import { labelOfCell } from './cell-label';

/** The sheet whose cells are given by its figures and their sources, not calculated. */
const FIGURES_SHEET = 'Figures';

/** A name of one cell. */
interface NamedCell {
	readonly name: string;
	readonly place: Place;
}

/**
 * Every named single cell that is not on Figures under every scenario: a header record, then a record a name, in order of
 * sheet, row and column. Numbers have at most 15 significant digits, dates are serial numbers, an error is its code.
 */
export async function calculatedTable(workbook: Workbook, evaluate: Evaluate): Promise<CsvField[][]> {
	const scenarios = inOrder(workbook.tables.scenario);
	const cells = namedCells(workbook);
	const names = cells.map(({ name }) => name);
	const columns: (readonly CellValue[])[] = [];
	for (const { overrides } of scenarios) columns.push(await evaluate(overrides, names));

	const header = ['name', 'label', 'unit', ...scenarios.map(({ id }) => id)];
	return [
		header.map((text) => ({ text })),
		...cells.map(({ name, place }, index) => [
			{ text: name },
			{ text: labelOfCell(workbook, place) },
			{ text: cellAt(workbook, place)?.unit ?? '' },
			...columns.map((values) => fieldOf(values[index] ?? null))
		])
	];
}

function namedCells(workbook: Workbook): NamedCell[] {
	const cells: (NamedCell & { readonly position: number })[] = [];
	for (const { name, refersTo } of workbook.tables.name.values()) {
		const reference = parseAbsoluteReference(refersTo);
		if (!reference.ok) continue;
		const { sheetName, from, to } = reference.value;
		const sheet = sheetNamed(workbook, sheetName);
		if (!sheet || sheet.name === FIGURES_SHEET || from.row !== to.row || from.column !== to.column) continue;
		cells.push({ name, place: { sheet: sheet.id, ...from }, position: sheet.position });
	}
	return cells.sort(
		(a, b) =>
			a.position - b.position ||
			a.place.row - b.place.row ||
			a.place.column - b.place.column ||
			(a.name < b.name ? -1 : 1)
	);
}

function fieldOf(value: CellValue): CsvField {
	if (value === null) return null;
	if (typeof value === 'number') return Number(value.toPrecision(15));
	if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
	return { text: isCellError(value) ? value.error : value };
}
