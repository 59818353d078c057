import { rangeHolds, type Address, type LineAxis, type Range } from '$lib/workbook';

type IsHidden = (axis: LineAxis, line: number) => boolean;

/** A cell and which of the ranges it lies in. */
interface Stand {
	readonly active: Address;
	readonly range: number;
}

/**
 * The shown cell that follows another in ranges, along their rows or down their columns, range after range and round
 * again. Undefined where nothing of them is shown.
 */
export function nextShownInRanges(
	ranges: readonly Range[],
	from: Stand,
	step: 1 | -1,
	along: 'rows' | 'columns',
	isHidden: IsHidden
): Stand | undefined {
	if (!ranges.some((range) => hasShown('row', range, isHidden) && hasShown('column', range, isHidden))) {
		return undefined;
	}
	const [outer, inner] = along === 'rows' ? (['row', 'column'] as const) : (['column', 'row'] as const);
	let at = nextInRanges(ranges, from, step, along);
	while (true) {
		const { active, range } = at;
		// A hidden line is left at once, however long it is.
		if (isHidden(outer, active[outer])) {
			const end = ranges[range]![step === 1 ? 'to' : 'from'][inner];
			at = { active: { ...active, [inner]: end }, range };
		} else if (!isHidden(inner, active[inner])) return at;
		at = nextInRanges(ranges, at, step, along);
	}
}

function hasShown(axis: LineAxis, { from, to }: Range, isHidden: IsHidden): boolean {
	for (let line = from[axis]; line <= to[axis]; line++) if (!isHidden(axis, line)) return true;
	return false;
}

function nextInRanges(ranges: readonly Range[], from: Stand, step: 1 | -1, along: 'rows' | 'columns'): Stand {
	const isWithin = rangeHolds(ranges[from.range]!, from.active);
	const at = isWithin ? indexIn(ranges[from.range]!, from.active, along) + step : 0;
	if (at >= 0 && at < countOf(ranges[from.range]!)) {
		return { active: addressIn(ranges[from.range]!, at, along), range: from.range };
	}
	const range = (from.range + step + ranges.length) % ranges.length;
	return { active: addressIn(ranges[range]!, step === 1 ? 0 : countOf(ranges[range]!) - 1, along), range };
}

function countOf({ from, to }: Range): number {
	return (to.row - from.row + 1) * (to.column - from.column + 1);
}

function indexIn({ from, to }: Range, { row, column }: Address, along: 'rows' | 'columns'): number {
	const [down, across] = [row - from.row, column - from.column];
	return along === 'rows'
		? down * (to.column - from.column + 1) + across
		: across * (to.row - from.row + 1) + down;
}

function addressIn({ from, to }: Range, index: number, along: 'rows' | 'columns'): Address {
	const width = to.column - from.column + 1;
	const height = to.row - from.row + 1;
	return along === 'rows'
		? { row: from.row + Math.floor(index / width), column: from.column + (index % width) }
		: { row: from.row + (index % height), column: from.column + Math.floor(index / height) };
}
