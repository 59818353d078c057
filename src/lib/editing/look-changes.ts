import {
	isOnSheet,
	sameRecord,
	type BorderLine,
	type BorderSide,
	type CellLook,
	type Place,
	type Range
} from '$lib/workbook';
import type { Draft } from './draft';
import type { LookChange } from './presentation-commands';

/** Changes the look of one cell. */
export function changeLook(draft: Draft, place: Place, change: LookChange): void {
	const cell = draft.cell(place);
	const look = changedLook(cell?.look, change);
	if (cell || look) draft.setCell(place, { ...(cell ?? { content: null }), look });
}

/** Draws lines along the edges of a block. */
export function drawEdges(
	draft: Draft,
	sheet: string,
	block: Range,
	edges: Readonly<Partial<Record<BorderSide, BorderLine>>>
): void {
	for (const [side, line] of Object.entries(edges) as [BorderSide, BorderLine][]) {
		for (const place of alongSide(sheet, block, side, 0)) {
			changeLook(draft, place, { borders: { [side]: line } });
		}
	}
}

/** Takes away the lines that the cells around a block draw along it. */
export function clearAround(draft: Draft, sheet: string, block: Range): void {
	for (const side of Object.keys(OPPOSITE) as BorderSide[]) {
		for (const place of alongSide(sheet, block, side, 1)) {
			const look = draft.cell(place)?.look;
			if (!look?.borders?.[OPPOSITE[side]]) continue;
			const { [OPPOSITE[side]]: _, ...borders } = look.borders;
			changeLook(draft, place, { borders: null });
			changeLook(draft, place, { borders });
		}
	}
}

const OPPOSITE: Readonly<Record<BorderSide, BorderSide>> = {
	top: 'bottom',
	right: 'left',
	bottom: 'top',
	left: 'right'
};

/** The cells along a side of a block: those within, or so many cells further out. */
function alongSide(sheet: string, { from, to }: Range, side: BorderSide, out: 0 | 1): Place[] {
	const places: Place[] = [];
	if (side === 'top' || side === 'bottom') {
		const row = side === 'top' ? from.row - out : to.row + out;
		for (let column = from.column; column <= to.column; column++) places.push({ sheet, row, column });
	} else {
		const column = side === 'left' ? from.column - out : to.column + out;
		for (let row = from.row; row <= to.row; row++) places.push({ sheet, row, column });
	}
	return places.filter(isOnSheet);
}

function changedLook(look: CellLook | undefined, change: LookChange): CellLook | undefined {
	const { borders, ...rest } = change;
	const merged: Record<string, unknown> = { ...look, ...rest };
	if (borders !== undefined) merged['borders'] = borders && { ...look?.borders, ...borders };
	for (const [field, value] of Object.entries(merged)) {
		const isNothing = value === null || value === undefined || value === false;
		if (isNothing || sameRecord(value, {})) Reflect.deleteProperty(merged, field);
	}
	return Object.keys(merged).length > 0 ? (merged as CellLook) : undefined;
}
