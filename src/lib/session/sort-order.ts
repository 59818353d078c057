import { isCellError, type CellValue } from '$lib/workbook';

/** One key of a sort: values of a column, counted from the first of what is sorted. */
export interface SortKey {
	readonly column: number;
	readonly isDescending: boolean;
}

/** The order of kinds of values, as in Excel: numbers, texts, FALSE and TRUE, errors. */
function rankOf(value: CellValue): number {
	if (typeof value === 'number') return 0;
	if (typeof value === 'string') return 1;
	return isCellError(value) ? 3 : 2;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

function compare(a: CellValue, b: CellValue): number {
	const ranks = rankOf(a) - rankOf(b);
	if (ranks !== 0) return ranks;
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
	return typeof a === 'boolean' && typeof b === 'boolean' ? Number(a) - Number(b) : 0;
}

/**
 * The order of rows by keys, as in Excel: for each new place the row that comes there. Equal rows keep their order, blanks
 * come last in either direction, letters count alike in any case.
 */
export function sortOrder(rows: readonly (readonly CellValue[])[], keys: readonly SortKey[]): number[] {
	const order = rows.map((_, index) => index);
	return order.sort((one, other) => {
		for (const { column, isDescending } of keys) {
			const [a, b] = [rows[one]![column] ?? null, rows[other]![column] ?? null];
			const blanks = Number(isBlank(a)) - Number(isBlank(b));
			if (blanks !== 0) return blanks;
			const difference = isBlank(a) ? 0 : compare(a, b);
			if (difference !== 0) return isDescending ? -difference : difference;
		}
		return one - other;
	});
}

function isBlank(value: CellValue): boolean {
	return value === null;
}
