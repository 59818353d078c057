import { rangeHolds, type Address, type Range } from '$lib/workbook';

/** The cell that follows another in ranges, along their rows or down their columns, range after range and round again. */
export function nextInRanges(
	ranges: readonly Range[],
	from: { readonly active: Address; readonly range: number },
	step: 1 | -1,
	along: 'rows' | 'columns'
): { readonly active: Address; readonly range: number } {
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
