import { callsIn, referencesIn } from '$lib/formula';
import {
	addressOfKey,
	isFormula,
	nameCalled,
	rangeHolds,
	sheetNamed,
	type Content,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';

/** Above this many cells, the filled cells of the sheet are gone through instead of all of the range. */
const SMALL_RANGE = 1000;
/** Names that stand for names: beyond so many no reader follows an explanation, and no stack does. */
const MOST_NAMES = 500;

/** The filled cells that a formula on a sheet reads, through names too, in the order of its text. */
export function* readsOf(
	workbook: Workbook,
	sheet: string,
	content: Content,
	seen: Set<string> = new Set()
): Iterable<Place> {
	if (!isFormula(content)) return;
	for (const { kind, name, sheetName, range } of referencesIn(content)) {
		if (kind === 'name') {
			yield* readsOfName(workbook, sheet, name!, seen);
			continue;
		}
		const on = sheetName === undefined ? sheet : sheetNamed(workbook, sheetName)?.id;
		if (on !== undefined) yield* filledCells(workbook, on, range!);
	}
	// A name may stand for a LAMBDA, and is called then.
	for (const { name } of callsIn(content)) yield* readsOfName(workbook, sheet, name, seen);
}

/** A name may stand for a formula with names; one that names itself must not go round for ever. */
function* readsOfName(workbook: Workbook, sheet: string, name: string, seen: Set<string>): Iterable<Place> {
	const record = seen.has(name.toLowerCase()) ? undefined : nameCalled(workbook, name);
	seen.add(name.toLowerCase());
	if (record && seen.size <= MOST_NAMES) yield* readsOf(workbook, sheet, record.refersTo, seen);
}

function* filledCells(workbook: Workbook, sheet: string, range: Range): Iterable<Place> {
	const { from, to } = range;
	const cells = (to.row - from.row + 1) * (to.column - from.column + 1);
	if (cells <= SMALL_RANGE) {
		for (let row = from.row; row <= to.row; row++) {
			for (let column = from.column; column <= to.column; column++) yield { sheet, row, column };
		}
		return;
	}
	for (const key of workbook.cells.get(sheet)?.keys() ?? []) {
		const address = addressOfKey(key);
		if (rangeHolds(range, address)) yield { sheet, ...address };
	}
}
