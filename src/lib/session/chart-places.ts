import {
	nameCalled,
	parseAbsoluteReference,
	sheetNamed,
	usedSize,
	type Place,
	type Workbook
} from '$lib/workbook';

/** Above this many cells a range is cut to what its sheet uses, so that a whole column is no trap. */
const LARGE_RANGE = 1000;

/** The cells that a chart's reference means: a name of a cell or range, or `Sheet!A1:A9`. Undefined where it means none. */
export function placesOfReference(workbook: Workbook, reference: string): Place[] | undefined {
	const name = nameCalled(workbook, reference.trim());
	const parsed = parseAbsoluteReference(name ? name.refersTo : `=${reference.trim()}`);
	const sheet = parsed.ok ? sheetNamed(workbook, parsed.value.sheetName) : undefined;
	if (!parsed.ok || !sheet) return undefined;
	const { from } = parsed.value;
	let { to } = parsed.value;
	if ((to.row - from.row + 1) * (to.column - from.column + 1) > LARGE_RANGE) {
		const { rows, columns } = usedSize(workbook, sheet.id);
		to = { row: Math.min(to.row, rows - 1), column: Math.min(to.column, columns - 1) };
	}
	const places: Place[] = [];
	for (let row = from.row; row <= to.row; row++) {
		for (let column = from.column; column <= to.column; column++)
			places.push({ sheet: sheet.id, row, column });
	}
	return places;
}
