import * as v from 'valibot';
import { formatAddress, parseAddress } from './address';
import { migrateDocument } from './migrations';
import { recordSchemas } from './record-schemas';
import { isPlainObject } from './schema-pieces';
import { RECORD_KINDS, type Cell, type RecordKind } from './records';
import { fail, ok, type Result } from './result';
import { checkSheetName } from './sheet-name';
import { BASE_SCENARIO, cellKey, emptyWorkbook, type SheetCells, type Workbook } from './workbook';

/** The most cells that a document may hold. */
export const MAX_CELLS = 2_000_000;
/** The most records of one kind. */
export const MAX_RECORDS = 100_000;
/** The longest document, in characters. */
export const MAX_DOCUMENT_LENGTH = 200_000_000;

/**
 * Reads a document that may come from anybody. Every piece is checked; a bad one refuses the document with a sentence
 * that names the place. Older schemas are brought up to date.
 */
export function parseWorkbook(text: string): Result<Workbook> {
	if (text.length > MAX_DOCUMENT_LENGTH) {
		return fail('This document is too long to be a workbook: it has more than 200 million characters.');
	}
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return fail('This is not a workbook of Reckoner: it is not JSON, or it was cut short.');
	}
	if (!isPlainObject(json)) return fail('This is not a workbook of Reckoner: it is not a JSON object.');
	const migrated = migrateDocument(json);
	if (!migrated.ok) return migrated;
	const { tables, cells } = migrated.value;
	const workbook = emptyWorkbook();
	const problem = readTables(workbook, tables) ?? findTableProblem(workbook) ?? readCells(workbook, cells);
	return problem === undefined ? ok(workbook) : fail(`This workbook cannot be read. ${problem}`);
}

/** Reads one record, as the document holds it. */
export function parseRecord<K extends RecordKind>(
	kind: K,
	json: unknown
): Result<Workbook['tables'][K] extends Map<string, infer R> ? R : never>;
export function parseRecord(kind: RecordKind, json: unknown): Result<object> {
	return checkPiece(
		recordSchemas().tables[kind] as v.GenericSchema<unknown, object>,
		json,
		`The ${kind} ${labelOf(json)}`
	);
}

/** Reads one cell, as the document holds it. `where` names it in the sentence of a refusal. */
export function parseCell(json: unknown, where: string): Result<Cell> {
	return checkPiece(recordSchemas().cell, json, where);
}

function readTables(workbook: Workbook, tables: unknown): string | undefined {
	if (!isPlainObject(tables)) return 'It has no tables.';
	const unknown = Object.keys(tables).find((kind) => !(RECORD_KINDS as readonly string[]).includes(kind));
	if (unknown !== undefined) return `${quote(unknown)} is not a table that this version knows.`;
	workbook.tables.settings.clear();
	workbook.tables.scenario.clear();
	for (const kind of RECORD_KINDS) {
		const records = tables[kind];
		if (!Array.isArray(records)) return `The table "${kind}" is missing or is not a list.`;
		if (records.length > MAX_RECORDS)
			return `The table "${kind}" has more than ${count(MAX_RECORDS)} records.`;
		const table = workbook.tables[kind] as Map<string, { readonly id: string }>;
		for (const json of records) {
			const record = parseRecord(kind, json);
			if (!record.ok) return record.error;
			if (table.has(record.value.id)) return `The table "${kind}" has ${quote(record.value.id)} twice.`;
			table.set(record.value.id, record.value);
		}
	}
	return undefined;
}

/** What records must hold to together. */
function findTableProblem({ tables }: Workbook): string | undefined {
	if (!tables.settings.has('settings')) return 'It has no settings.';
	const base = tables.scenario.get(BASE_SCENARIO);
	if (!base) return `It has no base scenario, which is called "${BASE_SCENARIO}".`;
	if (Object.keys(base.overrides).length > 0)
		return 'Its base scenario has overrides, which only others can have.';
	if (tables.sheet.size === 0) return 'It has no sheet.';
	const names = new Set<string>();
	for (const { name } of tables.sheet.values()) {
		const checked = checkSheetName(name);
		if (!checked.ok) return checked.error;
		if (names.has(name.toLowerCase())) return `Two sheets are called ${quote(name)}.`;
		names.add(name.toLowerCase());
	}
	const expressions = new Set<string>();
	for (const { name } of tables.name.values()) {
		if (expressions.has(name.toLowerCase())) return `The name ${quote(name)} stands for two things.`;
		expressions.add(name.toLowerCase());
	}
	return undefined;
}

function readCells(workbook: Workbook, sheets: unknown): string | undefined {
	if (!Array.isArray(sheets)) return 'Its cells are missing or are not a list.';
	let total = 0;
	for (const entry of sheets) {
		if (!isPlainObject(entry) || typeof entry['sheet'] !== 'string' || !isPlainObject(entry['cells'])) {
			return 'Its cells must be a list of sheets, each with its id and its cells.';
		}
		const sheet = workbook.tables.sheet.get(entry['sheet']);
		if (!sheet) return `It has cells of a sheet ${quote(entry['sheet'])}, which does not exist.`;
		if (workbook.cells.has(sheet.id)) return `It has the cells of sheet ${quote(sheet.name)} twice.`;
		const cells: SheetCells = new Map();
		for (const [reference, json] of Object.entries(entry['cells'])) {
			if (++total > MAX_CELLS) return `It has more than ${count(MAX_CELLS)} cells.`;
			const address = parseAddress(reference);
			if (!address.ok || formatAddress(address.value) !== reference) {
				return `${quote(reference)} on sheet ${quote(sheet.name)} is not a cell address.`;
			}
			const cell = parseCell(json, `Cell ${reference} of sheet ${quote(sheet.name)}`);
			if (!cell.ok) return cell.error;
			cells.set(cellKey(address.value), cell.value);
		}
		if (cells.size > 0) workbook.cells.set(sheet.id, cells);
	}
	return undefined;
}

function checkPiece<T>(schema: v.GenericSchema<unknown, T>, json: unknown, where: string): Result<T> {
	const parsed = v.safeParse(schema, json, { abortEarly: true });
	if (parsed.success) return ok(parsed.output);
	const [issue] = parsed.issues;
	const path = (issue.path ?? []).map(({ key }) => String(key).slice(0, 60)).join('.');
	return fail(`${where}: ${path ? `its ${path}` : 'it'} ${issue.message}.`);
}

function labelOf(json: unknown): string {
	const id = isPlainObject(json) ? json['id'] : undefined;
	return typeof id === 'string' && id !== '' ? quote(id) : 'without an id';
}

/** A piece of a stranger's text within a sentence of ours. */
function quote(text: string): string {
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function count(number: number): string {
	return number.toLocaleString('en-US');
}
