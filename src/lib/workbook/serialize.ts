import { formatAddress } from './address';
import { SCHEMA } from './migrations';
import { recordSchemas } from './record-schemas';
import { isPlainObject } from './schema-pieces';
import { RECORD_KINDS, type Cell, type RecordKind, type RecordKinds } from './records';
import { addressOfKey, type Workbook } from './workbook';

const fieldsBySchema = new WeakMap<object, readonly string[]>();

/** The parts of a document's text: the lines of each table by its kind, and of each sheet's cells by the sheet's id. */
export interface DocumentLines {
	readonly schema: number;
	readonly tables: ReadonlyMap<string, readonly string[]>;
	readonly cells: ReadonlyMap<string, readonly string[]>;
}

/**
 * Writes a workbook as a document: JSON with a line for each record and cell. The same workbook gives the same text,
 * whatever order it was made in.
 */
export function serializeWorkbook(workbook: Workbook): string {
	const tables = new Map<string, string[]>();
	for (const kind of RECORD_KINDS) {
		const table = workbook.tables[kind] as ReadonlyMap<string, RecordKinds[typeof kind]>;
		const lines = inTextOrder(table.keys()).map((id) => writeRecord(kind, table.get(id)!));
		tables.set(kind, lines);
	}
	const cells = new Map<string, string[]>();
	for (const [sheet, sheetCells] of workbook.cells) {
		const keys = [...sheetCells.keys()].sort((a, b) => a - b);
		cells.set(
			sheet,
			keys.map((key) => writeCell(key, sheetCells.get(key)!))
		);
	}
	return joinDocument({ schema: SCHEMA, tables, cells });
}

/** The line of a record. */
export function writeRecord<K extends RecordKind>(kind: K, record: RecordKinds[K]): string {
	return writeFields(record, fieldsOf(recordSchemas().tables[kind]));
}

/** The line of a cell, by its key within the sheet. */
export function writeCell(key: number, cell: Cell): string {
	return `"${formatAddress(addressOfKey(key))}": ${writeFields(cell, fieldsOf(recordSchemas().cell))}`;
}

/** Puts a document together from its lines. Lines keep their order; sheets come in the order of their ids. */
export function joinDocument({ schema, tables, cells }: DocumentLines): string {
	const tableTexts = [...tables].map(([kind, lines]) => `${JSON.stringify(kind)}: ${block('[', lines, ']')}`);
	const cellTexts = inTextOrder(cells.keys()).map(
		(sheet) => `{"sheet": ${JSON.stringify(sheet)}, "cells": ${block('{', cells.get(sheet)!, '}')}}`
	);
	return `{"schema": ${schema},\n"tables": {\n${tableTexts.join(',\n')}\n},\n"cells": [${cellTexts.join(',\n')}]}\n`;
}

function inTextOrder(keys: Iterable<string>): string[] {
	return [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The fields of a kind of record, in the order in which they are written. */
function fieldsOf(schema: object): readonly string[] {
	let fields = fieldsBySchema.get(schema);
	if (!fields) fieldsBySchema.set(schema, (fields = Object.keys((schema as { entries: object }).entries)));
	return fields;
}

function writeFields(record: object, fields: readonly string[]): string {
	const parts: string[] = [];
	for (const field of fields) {
		const value = (record as Record<string, unknown>)[field];
		if (value === undefined) continue;
		parts.push(`"${field}": ${JSON.stringify(typeof value === 'object' ? canonical(value) : value)}`);
	}
	return `{${parts.join(', ')}}`;
}

/** The same value with the keys of objects in the order of their text; JSON puts whole numbers first. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (!isPlainObject(value)) return value;
	return Object.fromEntries(inTextOrder(Object.keys(value)).map((key) => [key, canonical(value[key])]));
}

function block(open: string, lines: readonly string[], close: string): string {
	return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${close}`;
}
