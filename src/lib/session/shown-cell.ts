import {
	cellState,
	figureCitedBy,
	figureOfCell,
	reportedBoundsText,
	wordingOf,
	type LedgerIndex
} from '$lib/ledger';
import {
	cellAt,
	formatValue,
	isCellError,
	isFormula,
	settingsOf,
	type BorderLine,
	type BorderSide,
	type Cell,
	type CellLook,
	type CellStyle,
	type CellValue,
	type Overrides,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';

/** How a cell looks by conditional formats, and what is said of it. */
export interface ConditionalLook {
	readonly look: CellLook;
	readonly said: string;
}

/** A cell as it is shown: what the grid draws and what a screen reader says of it. */
export interface ShownCell {
	readonly text: string;
	readonly align: 'left' | 'right' | 'center';
	/** Whether the value is a number: cut off it would be another one. */
	readonly isNumber?: boolean;
	readonly state: 'reported' | 'assumed' | 'derived' | 'overridden' | 'plain' | 'text' | 'blank';
	readonly style?: CellStyle;
	/** How it was made to look, its alignment and borders aside. */
	readonly look?: CellLook;
	/** Whether a part of its look is that of a conditional format. */
	readonly isConditional?: boolean;
	/** The borders that are drawn in it: one between two cells in the left or upper one of them. */
	readonly lines?: CellLines;
	readonly isError?: boolean;
	readonly isPending?: boolean;
	readonly color?: string;
	readonly description?: string;
	readonly note?: string;
}

export type CellLines = Readonly<Partial<Record<BorderSide, BorderLine>>>;

/** What a cell's look depends on beside the workbook. */
export interface ShowingContext {
	readonly ledger: LedgerIndex;
	readonly overrides: Overrides;
	readonly isPending: boolean;
	valueAt(place: Place): CellValue;
	/** How a cell looks by conditional formats, where any applies to it. */
	conditionAt?(place: Place): ConditionalLook | undefined;
	/** The range that a cell is merged over, where it is. */
	extentOf?(place: Place): Range | undefined;
}

const SAID: Readonly<Record<ShownCell['state'], string>> = {
	reported: 'reported',
	assumed: 'assumed',
	derived: 'formula',
	overridden: 'overridden',
	plain: '',
	text: '',
	blank: ''
};

/** How a cell is shown; undefined where there is none. */
export function showCell(context: ShowingContext, place: Place): ShownCell | undefined {
	const cell = cellAt(context.ledger.workbook, place);
	const value = context.valueAt(place);
	const extent = context.extentOf?.(place);
	const condition = context.conditionAt?.(place);
	const lines = withBorders(linesOf(context.ledger.workbook, place, extent), condition?.look.borders);
	if (!cell && value === null && !lines && !condition) return undefined;
	const look = condition ? { ...cell?.look, ...condition.look } : cell?.look;
	const { locale } = settingsOf(context.ledger.workbook);
	const { text, color } = formatValue(value, cell?.format, locale);
	const state = stateOf(context, place, cell, value);
	const isPending = context.isPending && isFormula(cell?.content ?? null);
	const described = describe(context, place, state, value, cell);
	const description = condition
		? [described, `conditional format: ${condition.said}`].filter(Boolean).join(', ')
		: described;
	return {
		text,
		align: cell?.look?.align ?? alignOf(value),
		state,
		...(typeof value === 'number' && { isNumber: true }),
		...(look && { look }),
		...(condition && { isConditional: true }),
		...(lines && { lines }),
		...(cell?.style && { style: cell.style }),
		...(isCellError(value) && { isError: true }),
		...(isPending && { isPending }),
		...(color && { color }),
		...(description && { description }),
		...(cell?.note && { note: cell.note })
	};
}

/** What a reported number may be said to be by its own wording; empty for any other cell. */
export function reportedClaim({ ledger, overrides }: ShowingContext, place: Place): string {
	// A constant that only cites a figure is not the figure: its bounds are of something else.
	const figure = figureOfCell(ledger, place);
	if (!figure || cellState(ledger, place, overrides) !== 'reported') return '';
	const { locale, aboutReading } = settingsOf(ledger.workbook);
	const format = cellAt(ledger.workbook, place)?.format;
	return reportedBoundsText(figure, aboutReading, format, (bound) => formatValue(bound, format, locale).text);
}

function stateOf(
	{ ledger, overrides }: ShowingContext,
	place: Place,
	cell: Cell | undefined,
	value: CellValue
): ShownCell['state'] {
	const state = cellState(ledger, place, overrides);
	if (state !== 'plain') return state;
	if ((cell?.content ?? null) === null && value === null) return 'blank';
	return typeof value === 'string' ? 'text' : 'plain';
}

/** The borders that a cell draws: its own, and what the cells right of it and below it draw between it and them. */
function linesOf(workbook: Workbook, place: Place, extent: Range | undefined): CellLines | undefined {
	const { row, column } = place;
	const end = extent?.to ?? place;
	const at = (rowThere: number, columnThere: number) =>
		cellAt(workbook, { sheet: place.sheet, row: rowThere, column: columnThere })?.look?.borders;
	const right = at(row, end.column)?.right ?? at(row, end.column + 1)?.left;
	const bottom = at(end.row, column)?.bottom ?? at(end.row + 1, column)?.top;
	const top = row === 0 ? at(row, column)?.top : undefined;
	const left = column === 0 ? at(row, column)?.left : undefined;
	if (!top && !right && !bottom && !left) return undefined;
	return {
		...(top && { top }),
		...(right && { right }),
		...(bottom && { bottom }),
		...(left && { left })
	};
}

function withBorders(lines: CellLines | undefined, borders: CellLines | undefined): CellLines | undefined {
	return borders ? { ...lines, ...borders } : lines;
}

/** As Excel lays values out: numbers to the right, texts to the left, truth values and errors in the middle. */
function alignOf(value: CellValue): ShownCell['align'] {
	if (typeof value === 'number') return 'right';
	return typeof value === 'boolean' || isCellError(value) ? 'center' : 'left';
}

function describe(
	context: ShowingContext,
	place: Place,
	state: ShownCell['state'],
	value: CellValue,
	cell: Cell | undefined
): string {
	const figure =
		state === 'reported' || state === 'overridden' ? figureCitedBy(context.ledger, place) : undefined;
	const said = isCellError(value) ? [value.message] : [SAID[state], figure ? wordingOf(figure) : ''];
	const parts = [...said, cell?.note ? `note: ${cell.note}` : ''];
	return parts.filter((part) => part !== '').join(', ');
}
