import type { Calculated } from '$lib/calculation';
import {
	addressOfKey,
	cellKey,
	type Cell,
	type CellChange,
	type CellValue,
	type Content,
	type Patch,
	type RecordChange,
	type Workbook
} from '$lib/workbook';

// What crosses to another thread is cloned where it is sent and where it arrives. Lists of contents and values are cloned
// many times faster than as many small records, which for 100,000 cells would keep the page from answering.

type OtherFields = Omit<Cell, 'content'>;

/** Cells as columns; undefined is a content where there is no cell. */
interface PackedCells {
	readonly contents: readonly (Content | undefined)[];
	/** Which of the other fields each cell has, counted from 1, 0 for none; null where no cell has any. */
	readonly kinds: Uint32Array | null;
	readonly others: readonly OtherFields[];
}

interface PackedChanges {
	readonly sheet: string;
	readonly keys: Float64Array;
	readonly before: PackedCells;
	readonly after: PackedCells;
}

/** A patch for another thread. */
export interface PackedPatch {
	readonly records: readonly RecordChange[];
	readonly cells: readonly PackedChanges[];
}

/** A workbook for another thread. */
export interface PackedWorkbook {
	readonly tables: Workbook['tables'];
	readonly cells: readonly {
		readonly sheet: string;
		readonly keys: Float64Array;
		readonly cells: PackedCells;
	}[];
}

/** An answer for the page. */
export interface PackedCalculated extends Omit<Calculated, 'values'> {
	readonly values: readonly {
		readonly sheet: string;
		readonly keys: Float64Array;
		readonly values: readonly CellValue[];
	}[];
}

export function packPatch(patch: Patch): PackedPatch {
	const records: RecordChange[] = [];
	const bySheet = new Map<string, CellChange[]>();
	for (const change of patch) {
		if (change.kind !== 'cell') records.push(change);
		else addTo(bySheet, change.sheet, change);
	}
	return {
		records,
		cells: [...bySheet].map(([sheet, changes]) => ({
			sheet,
			keys: Float64Array.from(changes, cellKey),
			before: packCells(changes.map(({ before }) => before)),
			after: packCells(changes.map(({ after }) => after))
		}))
	};
}

export function unpackPatch({ records, cells }: PackedPatch): Patch {
	const changes = cells.flatMap(({ sheet, keys, before, after }) => {
		const earlier = unpackCells(before);
		const later = unpackCells(after);
		return earlier.map((cell, index): CellChange => {
			const { row, column } = addressOfKey(keys[index]!);
			return { kind: 'cell', sheet, row, column, before: cell, after: later[index]! };
		});
	});
	return [...records, ...changes];
}

export function packWorkbook({ tables, cells }: Workbook): PackedWorkbook {
	return {
		tables,
		cells: [...cells].map(([sheet, held]) => ({
			sheet,
			keys: Float64Array.from(held.keys()),
			cells: packCells([...held.values()])
		}))
	};
}

export function unpackWorkbook({ tables, cells }: PackedWorkbook): Workbook {
	return {
		tables,
		cells: new Map(
			cells.map(({ sheet, keys, cells: packed }) => [
				sheet,
				new Map(unpackCells(packed).map((cell, index) => [keys[index]!, cell!]))
			])
		)
	};
}

export function packCalculated({ values, ...answer }: Calculated): PackedCalculated {
	const bySheet = new Map<string, Calculated['values'][number][]>();
	for (const value of values) addTo(bySheet, value.sheet, value);
	return {
		...answer,
		values: [...bySheet].map(([sheet, placed]) => ({
			sheet,
			keys: Float64Array.from(placed, cellKey),
			values: placed.map(({ value }) => value)
		}))
	};
}

export function unpackCalculated({ values, ...answer }: PackedCalculated): Calculated {
	return {
		...answer,
		values: values.flatMap(({ sheet, keys, values: placed }) =>
			placed.map((value, index) => {
				const { row, column } = addressOfKey(keys[index]!);
				return { sheet, row, column, value };
			})
		)
	};
}

function packCells(cells: readonly (Cell | null)[]): PackedCells {
	const kindByText = new Map<string, number>();
	const others: OtherFields[] = [];
	let kinds: Uint32Array | null = null;
	const contents = cells.map((cell, index) => {
		if (cell === null) return undefined;
		const { content, ...other } = cell;
		const text = textOf(other);
		if (text === undefined) return content;
		let kind = kindByText.get(text);
		if (kind === undefined) kindByText.set(text, (kind = others.push(other)));
		kinds ??= new Uint32Array(cells.length);
		kinds[index] = kind;
		return content;
	});
	return { contents, kinds, others };
}

/** What tells fields apart; undefined where there are none. */
function textOf(other: OtherFields): string | undefined {
	for (const field in other) {
		if (other[field as keyof OtherFields] !== undefined) return JSON.stringify(other);
	}
	return undefined;
}

function unpackCells({ contents, kinds, others }: PackedCells): (Cell | null)[] {
	return contents.map((content, index) => {
		if (content === undefined) return null;
		const kind = kinds?.[index] ?? 0;
		return kind === 0 ? { content } : { content, ...others[kind - 1] };
	});
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
