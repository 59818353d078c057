import type { Address } from './address';
import type { Cell, RecordKind, RecordKinds } from './records';
import { addressOfKey, cellKey, type Workbook } from './workbook';

/** One cell before and after; `null` where there is none. */
export interface CellChange extends Address {
	readonly kind: 'cell';
	readonly sheet: string;
	readonly before: Cell | null;
	readonly after: Cell | null;
}

/** One record before and after; `null` where there is none. */
export type RecordChange = {
	[K in RecordKind]: {
		readonly kind: K;
		readonly id: string;
		readonly before: RecordKinds[K] | null;
		readonly after: RecordKinds[K] | null;
	};
}[RecordKind];

export type Change = CellChange | RecordChange;

/** A change of a workbook: at most one entry for each cell and record. Applying it and then its inverse changes nothing. */
export type Patch = readonly Change[];

/** What tells entries of a patch apart. */
export function changeKey(change: Change): string {
	return change.kind === 'cell' ? `cell ${change.sheet} ${cellKey(change)}` : `${change.kind} ${change.id}`;
}

/** Makes the change. The workbook must be in the state that the patch was made for. */
export function applyPatch(workbook: Workbook, patch: Patch): void {
	for (const change of patch) {
		if (change.kind === 'cell') {
			let cells = workbook.cells.get(change.sheet);
			if (change.after === null) {
				cells?.delete(cellKey(change));
				if (cells?.size === 0) workbook.cells.delete(change.sheet);
			} else {
				if (!cells) workbook.cells.set(change.sheet, (cells = new Map()));
				cells.set(cellKey(change), change.after);
			}
		} else {
			const table = workbook.tables[change.kind] as Map<string, unknown>;
			if (change.after === null) table.delete(change.id);
			else table.set(change.id, change.after);
		}
	}
}

/** The patch that takes a patch back. */
export function invertPatch(patch: Patch): Patch {
	return patch.map(inverted).reverse();
}

function inverted(change: Change): Change {
	const { before, after } = change;
	if (change.kind !== 'cell') return { ...change, before: after, after: before } as RecordChange;
	const { sheet, row, column } = change;
	return { kind: 'cell', sheet, row, column, before: change.after, after: change.before };
}

/** One patch that does what several do one after the other; entries that end where they began drop out. */
export function composePatches(...patches: readonly Patch[]): Patch {
	const byKey = new Map<string, Change>();
	for (const patch of patches) {
		for (const change of patch) {
			const key = changeKey(change);
			const earlier = byKey.get(key);
			byKey.set(key, earlier ? ({ ...change, before: earlier.before } as Change) : change);
		}
	}
	return [...byKey.values()].filter(({ before, after }) => !sameRecord(before, after));
}

/** The patch that turns one workbook into another. */
export function diffWorkbooks(before: Workbook, after: Workbook): Patch {
	const changes: Change[] = [];
	for (const kind of Object.keys(before.tables) as RecordKind[]) {
		const from = before.tables[kind] as Map<string, unknown>;
		const to = after.tables[kind] as Map<string, unknown>;
		for (const id of new Set([...from.keys(), ...to.keys()])) {
			const change = { kind, id, before: from.get(id) ?? null, after: to.get(id) ?? null };
			if (!sameRecord(change.before, change.after)) changes.push(change as RecordChange);
		}
	}
	for (const sheet of new Set([...before.cells.keys(), ...after.cells.keys()])) {
		const from = before.cells.get(sheet);
		const to = after.cells.get(sheet);
		for (const key of new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])) {
			const change = { before: from?.get(key) ?? null, after: to?.get(key) ?? null };
			if (!sameRecord(change.before, change.after)) {
				changes.push({ kind: 'cell', sheet, ...addressOfKey(key), ...change });
			}
		}
	}
	return changes;
}

/** An estimate of the memory that a patch holds, in bytes: its text at two bytes a character. */
export function patchBytes(patch: Patch): number {
	let bytes = 0;
	for (const change of patch) bytes += 64 + 2 * (sizeOf(change.before) + sizeOf(change.after));
	return bytes;
}

function sizeOf(record: object | null): number {
	let size = 0;
	for (const field in record) {
		const value: unknown = record[field as keyof typeof record];
		size += field.length + 4;
		if (typeof value === 'string') size += value.length;
		else size += typeof value === 'number' ? 8 : (JSON.stringify(value)?.length ?? 0);
	}
	return size;
}

/** Whether two records or cells hold the same, whatever the order of their fields. Numbers by value, -0 apart from 0. */
export function sameRecord(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(a).filter((key) => (a as Record<string, unknown>)[key] !== undefined);
	const others = Object.keys(b).filter((key) => (b as Record<string, unknown>)[key] !== undefined);
	return (
		keys.length === others.length &&
		keys.every((key) => sameRecord((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
	);
}
