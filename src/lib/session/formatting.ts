import type { Command, LookChange } from '$lib/editing';
import {
	addressOfKey,
	cellAt,
	changeDecimals,
	decimalsShown,
	filledCells,
	formatRange,
	isWholeColumns,
	isWholeRows,
	rangeHolds,
	usedSize,
	type BorderLine,
	type BorderSide,
	type Cell,
	type CellLook,
	type CellValue,
	type Place,
	type Range,
	type Result,
	type Workbook
} from '$lib/workbook';
import type { ColumnFit, ShownNumber } from './column-fit';

/** Of more cells than these the rest is taken to be no wider. */
const MOST_MEASURED = 20_000;

/** What formatting needs of the session. */
export interface FormattingHost {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly selection: {
		readonly active: { readonly row: number; readonly column: number };
		readonly ranges: readonly Range[];
	};
	status: string;
	readonly shown: { readonly fit: ColumnFit | undefined };
	valueAt(place: Place): CellValue;
	execute(command: Command): Result<unknown>;
}

/** The active cell, if it holds anything. */
export function activeCell({ workbook, activeSheet, selection }: FormattingHost): Cell | undefined {
	return cellAt(workbook, { sheet: activeSheet, ...selection.active });
}

/** How the active cell was made to look. */
export function activeLook(host: FormattingHost): CellLook {
	return activeCell(host)?.look ?? {};
}

/** Changes the look of what is selected. */
export function changeLook(host: FormattingHost, look: LookChange): void {
	host.execute({ do: 'set-look', sheet: host.activeSheet, ranges: host.selection.ranges, look });
	sayWhereNothingIs(host);
}

/** Whole rows and columns have no format of their own: on a sheet without cells nothing was done. */
function sayWhereNothingIs(host: FormattingHost): void {
	const { workbook, activeSheet, selection } = host;
	if (usedSize(workbook, activeSheet).rows > 0) return;
	if (!selection.ranges.every((range) => isWholeRows(range) || isWholeColumns(range))) return;
	host.status =
		'Whole rows and columns are formatted as far as the sheet is filled, and it holds nothing yet.';
}

/** Switches what the active cell has on or off for all that is selected. */
export function toggleLook(
	host: FormattingHost,
	field: 'isBold' | 'isItalic' | 'isUnderlined' | 'isStruck' | 'isWrapped'
): void {
	changeLook(host, { [field]: activeLook(host)[field] ? null : true });
}

/** Which lines borders are drawn on. */
export const BORDER_CHOICES = ['none', 'all', 'outline', 'top', 'bottom', 'left', 'right'] as const;
export type BorderChoice = (typeof BORDER_CHOICES)[number];

/** Draws borders in or along each of the selected ranges. */
export function drawBorders(host: FormattingHost, choice: BorderChoice, line: BorderLine = 'thin'): void {
	const all = { top: line, right: line, bottom: line, left: line };
	const given = { do: 'set-look', sheet: host.activeSheet, ranges: host.selection.ranges } as const;
	if (choice === 'none') host.execute({ ...given, look: { borders: null } });
	else if (choice === 'all') host.execute({ ...given, look: { borders: all } });
	else host.execute({ ...given, look: {}, edges: edgesOf(choice, line, all) });
}

function edgesOf(
	choice: BorderSide | 'outline',
	line: BorderLine,
	all: Readonly<Record<BorderSide, BorderLine>>
): Partial<Record<BorderSide, BorderLine>> {
	return choice === 'outline' ? all : { [choice]: line };
}

/** Gives what is selected a number format, and columns room for it where nobody has sized them; `null` is General. */
export function setNumberFormat(host: FormattingHost, format: string | null): void {
	const { activeSheet: sheet, selection } = host;
	const widened = host.shown.fit?.widenedFor(sheet, numbersIn(host, format));
	host.execute({
		do: 'set-format',
		sheet,
		ranges: selection.ranges,
		format,
		...(widened && { widened })
	});
	sayWhereNothingIs(host);
}

/** The first of the selected values as they will be shown under a format. */
function* numbersIn(host: FormattingHost, format: string | null): Generator<ShownNumber, void> {
	const { workbook, activeSheet: sheet, selection } = host;
	let count = 0;
	for (const range of selection.ranges) {
		for (const [address, { look }] of filledCells(workbook, sheet, range)) {
			if (count++ === MOST_MEASURED) return;
			const cell = { ...(format !== null && { format }), ...(look && { look }) };
			yield { ...address, value: host.valueAt({ sheet, ...address }), cell };
		}
	}
}

/** Gives what is selected the number format of the active cell with one decimal more or less. */
export function stepDecimals(host: FormattingHost, by: 1 | -1): void {
	const value = host.valueAt({ sheet: host.activeSheet, ...host.selection.active });
	const format = activeCell(host)?.format;
	const shown = typeof value === 'number' ? decimalsShown(value) : 0;
	const changed = changeDecimals(format, by, shown);
	if (changed !== undefined) setNumberFormat(host, changed);
	else {
		host.status = `The number format ${format} ${by === 1 ? 'takes no more decimals' : 'has no decimals to take away'}.`;
	}
}

/** Writes a note on the active cell; an empty one takes it away. */
export function setNote(host: FormattingHost, note: string): Result<unknown> {
	return host.execute({ do: 'set-note', sheet: host.activeSheet, address: host.selection.active, note });
}

/** The merged range that the active cell is shown as, where it is. */
export function activeMerge({ workbook, activeSheet, selection }: FormattingHost): Range | undefined {
	return workbook.tables.sheet
		.get(activeSheet)
		?.merges?.find((merged) => rangeHolds(merged, selection.active));
}

/** Shows what is selected as one cell, or as many again, and tells what becomes of contents. */
export function toggleMerge(host: FormattingHost): void {
	const { activeSheet: sheet, selection, workbook } = host;
	const isMerged = activeMerge(host) === undefined;
	const [range, ...more] = selection.ranges;
	if (!range || more.length > 0) {
		host.status = 'Select one range to merge or unmerge.';
		return;
	}
	const done = host.execute({ do: 'merge-cells', sheet, range, isMerged });
	if (!done.ok || !isMerged) return;
	let covered = 0;
	for (const [key, { content }] of workbook.cells.get(sheet) ?? []) {
		const { row, column } = addressOfKey(key);
		const isFirst = row === range.from.row && column === range.from.column;
		if (content !== null && !isFirst && rangeHolds(range, { row, column })) covered += 1;
	}
	if (covered === 0) return;
	host.status = `${covered === 1 ? 'One cell with a content is' : `${covered} cells with contents are`} out of sight under ${formatRange(range)}: they are kept, still count in formulas, and come back when it is unmerged.`;
}

/** Takes looks and number formats away from what is selected. */
export function clearFormats(host: FormattingHost): void {
	host.execute({ do: 'clear-formats', sheet: host.activeSheet, ranges: host.selection.ranges });
}
