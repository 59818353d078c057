import {
	cellKey,
	emptyWorkbook,
	fail,
	ok,
	parseAddress,
	readTyped,
	type Cell,
	type Content,
	type Result,
	type SheetCells,
	type Workbook
} from '$lib/workbook';

/** One case of a batch: a workbook, and the cells whose values are asked for, each as the request spells it. */
export interface BatchRequest {
	/** What the answer is known by: any value of JSON. */
	readonly id: unknown;
	readonly workbook: Workbook;
	readonly cells: readonly string[];
}

/** A request that cannot be calculated: why, as a sentence, and its id where it has one. */
export interface RequestProblem {
	readonly id: unknown;
	readonly message: string;
}

/** The notation that typed contents are read in, and numbers written in as texts, unless a request names another. */
const LOCALE = 'en-US';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads one line of a batch: `{ "id", "locale", "sheets": { name: { address: content } }, "names": { name: formula },
 * "cells" }`. A string is what would be typed into the cell; numbers, booleans and `{ "error": "#N/A" }` are themselves, null is blank.
 */
export function readRequest(line: string): Result<BatchRequest, RequestProblem> {
	const parsed = parseJson(line);
	if (!parsed.ok) return fail({ id: null, message: parsed.error });
	const request = parsed.value;
	if (!isObject(request)) return fail({ id: null, message: 'A case is a JSON object: this line is not.' });
	const { id = null, locale = LOCALE, sheets = {}, names = {}, cells = [] } = request;
	const refuse = (message: string) => fail({ id, message });
	if (typeof locale !== 'string' || !isLocale(locale)) {
		return refuse('"locale" must be a language tag such as "en-GB".');
	}
	if (!isObject(sheets)) return refuse('"sheets" must be an object of sheets by name.');
	if (!isObject(names)) return refuse('"names" must be an object of formulas by name.');
	if (!Array.isArray(cells) || !cells.every((cell) => typeof cell === 'string')) {
		return refuse('"cells" must be a list of references such as "Sheet1!B4".');
	}
	const workbook = emptyWorkbook({ locale });
	for (const fill of [fillSheets(workbook, sheets, locale), fillNames(workbook, names)]) {
		if (!fill.ok) return refuse(fill.error);
	}
	return ok({ id, workbook, cells });
}

function isLocale(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length > 0;
	} catch {
		return false;
	}
}

function parseJson(line: string): Result<unknown> {
	try {
		return ok(JSON.parse(line));
	} catch (error) {
		return fail(`This line is not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function fillSheets(workbook: Workbook, sheets: JsonObject, locale: string): Result<void> {
	const taken = new Set<string>();
	for (const [position, [name, contents]] of Object.entries(sheets).entries()) {
		if (!isObject(contents)) return fail(`Sheet "${name}" must be an object of contents by address.`);
		if (name === '' || taken.has(name.toLowerCase())) {
			return fail(
				name === ''
					? 'A sheet needs a name.'
					: `Two sheets are called "${name}": names differ in more than case.`
			);
		}
		taken.add(name.toLowerCase());
		const cells: SheetCells = new Map();
		for (const [text, given] of Object.entries(contents)) {
			const address = parseAddress(text);
			if (!address.ok) return fail(`Sheet "${name}": ${address.error}`);
			const cell = readCell(given, locale);
			if (!cell) {
				return fail(
					`Sheet "${name}", ${text}: a content is a text, a number, true, false, null or { "error": "#N/A" }.`
				);
			}
			if (cell.content !== null) cells.set(cellKey(address.value), cell);
		}
		const id = `sheet-${position}`;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
		workbook.cells.set(id, cells);
	}
	return ok(undefined);
}

function readCell(given: unknown, locale: string): Cell | undefined {
	if (typeof given === 'string') return readTyped(given, locale);
	if (typeof given === 'number' || typeof given === 'boolean' || given === null) return { content: given };
	const content = isObject(given) ? contentOfError(given['error']) : undefined;
	return content === undefined ? undefined : { content };
}

/** An error stands in a cell as a formula of nothing but this error. */
function contentOfError(error: unknown): Content | undefined {
	return typeof error === 'string' && /^#[A-Z0-9/_]+[!?]?$/i.test(error) ? `=${error}` : undefined;
}

function fillNames(workbook: Workbook, names: JsonObject): Result<void> {
	for (const [name, refersTo] of Object.entries(names)) {
		if (typeof refersTo !== 'string' || !refersTo.startsWith('=')) {
			return fail(`The name "${name}" must be a formula that begins with "=".`);
		}
		workbook.tables.name.set(name, { id: name, name, refersTo });
	}
	return ok(undefined);
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
