import { FormulaEngine } from '$lib/engine';
import {
	fail,
	ok,
	parseAddress,
	sheetNamed,
	type CellValue,
	type Place,
	type Result,
	type Workbook
} from '$lib/workbook';
import { readRequest } from './batch-request';

/**
 * The answer to one line of a batch, as a line without its end: the values that were asked for by what the request calls
 * them, or why it could not be read. Each case has an engine of its own.
 */
export function answerLine(line: string): string {
	const request = readRequest(line);
	if (!request.ok) return JSON.stringify({ id: request.error.id, error: request.error.message });
	const { id, workbook, cells } = request.value;
	try {
		const engine = new FormulaEngine();
		engine.load(workbook);
		const valueOf = (cell: string): CellValue => {
			const place = readPlace(workbook, cell);
			return place.ok ? engine.valueAt(place.value) : { error: '#REF!', message: place.error };
		};
		const problems = engine.problems.map(({ message }) => message);
		return writeAnswer(id, cells, valueOf, problems);
	} catch (error) {
		const message = `The calculation failed: ${error instanceof Error ? error.message : String(error)}.`;
		return writeAnswer(id, cells, () => ({ error: '#ERROR!', message }));
	}
}

/** The answer to a line whose calculation did not come to an end: every cell says why. */
export function answerUnfinished(line: string, message: string): string {
	const request = readRequest(line);
	if (!request.ok) return JSON.stringify({ id: request.error.id, error: message });
	return writeAnswer(request.value.id, request.value.cells, () => ({ error: '#ERROR!', message }));
}

/** Written by hand because an object would order its keys anew. */
function writeAnswer(
	id: unknown,
	cells: readonly string[],
	valueOf: (cell: string) => CellValue,
	problems: readonly string[] = []
): string {
	const values = [...new Set(cells)].map(
		(cell) => `${JSON.stringify(cell)}:${JSON.stringify(valueOf(cell))}`
	);
	// What cannot be used of the request, such as a name that is an address, is told beside the values.
	const told = problems.length > 0 ? `,"problems":${JSON.stringify(problems)}` : '';
	return `{"id":${JSON.stringify(id)},"values":{${values.join(',')}}${told}}`;
}

/** Reads `Sheet1!B4`, with or without quotation marks round any sheet's name. */
function readPlace(workbook: Workbook, cell: string): Result<Place> {
	const match = /^(?:'((?:[^']|'')+)'|(.+))!([^!]+)$/s.exec(cell);
	if (!match) return fail(`"${cell}" does not name a cell: write its sheet and address, such as Sheet1!B4.`);
	const name = match[1]?.replaceAll("''", "'") ?? match[2]!;
	const sheet = sheetNamed(workbook, name);
	if (!sheet) return fail(`There is no sheet called "${name}".`);
	const address = parseAddress(match[3]!);
	return address.ok ? ok({ sheet: sheet.id, ...address.value }) : address;
}
