import { columnLetters, formatRange, isWholeColumns, isWholeRows, type Range } from '$lib/workbook';

/** What is selected and how large it is, as it is read aloud: the range that grew last, and how many others there are. */
export function selectedWords(ranges: readonly Range[]): string {
	const last = ranges.at(-1);
	if (!last) return '';
	const others = ranges.length - 1;
	const beside = others === 0 ? '' : `, with ${counted(others, 'other range')}`;
	return `${rangeWords(last)} selected${beside}`;
}

function rangeWords(range: Range): string {
	const { from, to } = range;
	const rows = to.row - from.row + 1;
	const columns = to.column - from.column + 1;
	if (isWholeRows(range) && isWholeColumns(range)) return 'The whole sheet';
	if (isWholeRows(range)) {
		return rows === 1 ? `Row ${from.row + 1}` : `Rows ${from.row + 1} to ${to.row + 1}, ${rows} rows,`;
	}
	if (isWholeColumns(range)) {
		const [first, end] = [columnLetters(from.column), columnLetters(to.column)];
		return columns === 1 ? `Column ${first}` : `Columns ${first} to ${end}, ${columns} columns,`;
	}
	return `${formatRange(range)}, ${counted(rows, 'row')}, ${counted(columns, 'column')},`;
}

function counted(count: number, what: string): string {
	return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
