import {
	callsIn,
	normalizeForEngine,
	referencesIn,
	tokenizeFormula,
	withoutBlanks,
	withoutFileMark,
	withSheetsQuoted
} from '$lib/formula';
import {
	formatAddress,
	isFormula,
	nameCalled,
	quoteSheetName,
	sheetNamed,
	type CellError,
	type Content,
	type ErrorCode,
	type Place,
	type Workbook
} from '$lib/workbook';
import { explainArgumentCount } from './argument-count';
import { TEXT_TOO_LONG } from './guard';
import { findLoop } from './loops';
import type { ModelValue, RawError } from './model';
import { nearestWord } from './nearest';
import { PlaceMap } from './places';
import { readsOf } from './reads';
import { isArgumentCount, sentenceOf, STOPPED } from './sentences';
import { functionNames } from './signatures';
import { whyUnsupported } from './unsupported';

/** The cells of a loop in the order in which each reads the next, and the one that it is told from. */
interface Loop {
	readonly members: readonly Place[];
	readonly first: number;
}

/** What explaining errors takes: the workbook, what stands in its cells, and what they came to. */
export class Computed {
	readonly workbook: Workbook;
	readonly contentAt: (place: Place) => Content;
	readonly valueAt: (place: Place) => ModelValue;
	/** Cells that are held back. */
	readonly held: PlaceMap<Content>;
	/** How many more cells may be visited in search of loops: thousands of cells below one loop must not take for ever. */
	visitsLeft = 50_000;
	/** The loop of each cell that was found in one. */
	readonly loops = new PlaceMap<Loop>();
	#reads = new PlaceMap<readonly Place[]>();

	constructor(
		workbook: Workbook,
		contentAt: (place: Place) => Content,
		valueAt: (place: Place) => ModelValue,
		held: PlaceMap<Content>
	) {
		this.workbook = workbook;
		this.contentAt = contentAt;
		this.valueAt = valueAt;
		this.held = held;
	}

	/** The cells in loops that a cell reads. */
	readsInLoops(place: Place): readonly Place[] {
		let reads = this.#reads.get(place);
		if (!reads) {
			reads = [...readsOf(this.workbook, place.sheet, this.contentAt(place))].filter((read) => {
				const value = this.valueAt(read);
				return isError(value) && value.kind === 'CYCLE';
			});
			this.#reads.set(place, reads);
		}
		this.visitsLeft -= 1;
		return this.visitsLeft > 0 ? reads : [];
	}
}

const CODES: Readonly<Record<string, ErrorCode>> = {
	DIV_BY_ZERO: '#DIV/0!',
	NAME: '#NAME?',
	VALUE: '#VALUE!',
	NUM: '#NUM!',
	NA: '#N/A',
	NULL: '#NULL!',
	CYCLE: '#CYCLE!',
	REF: '#REF!',
	SPILL: '#SPILL!',
	CALC: '#CALC!'
};

/** How many cells of a loop a message names. */
const NAMED_IN_LOOP = 8;

/** An error as a value: its kind, and a sentence that says what is wrong, in which cell, and what to do. */
export function explain(error: RawError, place: Place, computed: Computed): CellError {
	const code = CODES[error.kind] ?? '#ERROR!';
	if (code === '#CYCLE!') return { error: code, message: explainLoop(place, computed) };
	const origin = originOf(error, place, computed);
	if (isSamePlace(origin, place)) return { error: code, message: explainOwn(error, place, computed) };
	const message = explainOwn(error, origin, computed);
	return { error: code, message: `${labelOf(origin, place, computed)} gives ${code}: ${message}` };
}

/**
 * The cell where an error began. The calculation tells it, but takes a cell that only reads a failed function's result for
 * the beginning: equal errors are followed back from there.
 */
function originOf(error: RawError, place: Place, computed: Computed): Place {
	const visited = new Set<string>();
	let origin = error.origin ?? place;
	for (;;) {
		visited.add(keyOf(origin));
		const next = equalErrorRead(error, origin, computed);
		if (!next || visited.has(keyOf(next))) return origin;
		origin = next;
	}
}

function equalErrorRead(error: RawError, place: Place, computed: Computed): Place | undefined {
	for (const read of readsOf(computed.workbook, place.sheet, computed.contentAt(place))) {
		const value = computed.valueAt(read);
		if (isError(value) && value.kind === error.kind && value.detail === error.detail)
			return value.origin ?? read;
	}
	return undefined;
}

function keyOf(place: Place): string {
	return `${place.sheet} ${formatAddress(place)}`;
}

function explainLoop(place: Place, computed: Computed): string {
	const loop = loopOf(place, computed);
	if (loop)
		return `This cell depends on itself: ${chain(loop, place, computed)}. Change one of these formulas.`;
	for (const read of computed.readsInLoops(place)) {
		const further = loopOf(read, computed);
		const label = labelOf(read, place, computed);
		return further
			? `${label} depends on itself: ${chain(further, place, computed)}. Change one of these formulas.`
			: `${label} waits for cells that depend on themselves.`;
	}
	return 'This cell waits for cells that depend on themselves.';
}

/** The loop through a cell, told from it. */
function loopOf(place: Place, computed: Computed): Loop | undefined {
	const known = computed.loops.get(place);
	if (known) return known;
	const members = findLoop(place, (from) => computed.readsInLoops(from));
	for (const [first, member] of (members ?? []).entries()) {
		computed.loops.set(member, { members: members!, first });
	}
	return computed.loops.get(place);
}

function chain({ members, first }: Loop, from: Place, computed: Computed): string {
	const named: string[] = [];
	for (let at = first; at < first + Math.min(members.length, NAMED_IN_LOOP); at++) {
		named.push(labelOf(members[at % members.length]!, from, computed));
	}
	const [start] = named;
	if (members.length > named.length) named.push(`${members.length - named.length} more`);
	return [...named, start].join(' → ');
}

/** A cell as a formula in another would write it. */
function labelOf(place: Place, from: Place, { workbook }: Computed): string {
	const sheet = workbook.tables.sheet.get(place.sheet);
	const address = formatAddress(place);
	return place.sheet === from.sheet || !sheet ? address : `${quoteSheetName(sheet.name)}!${address}`;
}

function explainOwn(error: RawError, place: Place, computed: Computed): string {
	if (computed.held.has(place)) return STOPPED;
	const content = computed.contentAt(place);
	if (!isFormula(content)) return typeof content === 'string' ? TEXT_TOO_LONG : sentenceOf(error);
	switch (error.kind) {
		case 'NAME':
			return explainName(content, computed) ?? sentenceOf(error);
		case 'REF':
			return explainReference(content, computed) ?? sentenceOf(error);
		case 'DIV_BY_ZERO':
			return explainDivision(content, place, computed) ?? sentenceOf(error);
		case 'ERROR':
			return explainUnreadable(content);
		case 'NUM':
			return (error.detail === '' ? explainSearch(content) : undefined) ?? sentenceOf(error);
		default:
			return (isArgumentCount(error) ? explainArgumentCount(content) : undefined) ?? sentenceOf(error);
	}
}

function explainUnreadable(content: string): string {
	const written = normalizeForEngine(content);
	const formula = written.ok ? normalizeForEngine(withSheetsQuoted(content, () => true)) : written;
	if (!formula.ok)
		return `${formula.error.message.replace(/\.$/, '')} (character ${formula.error.start + 1}).`;
	const tokens = tokenizeFormula(content);
	const odd = tokens.find(
		({ kind, text }) => kind === 'table' || (kind === 'operator' && /^[@#!]$/.test(text))
	);
	return odd
		? `“${odd.text}” (character ${odd.start + 1}) cannot be calculated here: refer to cells by their addresses or names.`
		: 'This formula can be read but not calculated here: refer to one block of cells at a time.';
}

/** Functions of the library that look for a rate and say nothing where there is none, with what they need. */
const SEARCHES: Readonly<Record<string, string>> = {
	IRR: 'found no rate: it needs payments below and above 0, and may need another guess as its second argument.',
	RATE: 'found no rate: payments and values need different signs, and it may need another guess as its last argument.'
};

function explainSearch(content: string): string | undefined {
	const names = callsIn(content).map(({ name }) => withoutFileMark(name).toUpperCase());
	const search = names.find((name) => Object.hasOwn(SEARCHES, name));
	return search && `${search} ${SEARCHES[search]}`;
}

function explainName(content: string, { workbook }: Computed): string | undefined {
	const functions = functionNames();
	for (const { kind, text: written, isLocal } of withoutBlanks(tokenizeFormula(content))) {
		const text = withoutFileMark(written);
		if (kind !== 'function' || isLocal || functions.includes(text.toUpperCase())) continue;
		if (nameCalled(workbook, text)) continue;
		const reason = whyUnsupported(text);
		if (reason !== undefined) return `${text.toUpperCase()} is not supported. ${reason}`;
		const nearest = nearestWord(text, functions);
		return `There is no function ${text.toUpperCase()}${nearest ? `. Did you mean ${nearest}?` : ': check its spelling.'}`;
	}
	for (const { kind, name } of referencesIn(content)) {
		if (kind !== 'name' || nameCalled(workbook, name!)) continue;
		const nearest = nearestWord(
			name!,
			[...workbook.tables.name.values()].map(({ name: known }) => known)
		);
		return `There is no name “${name}”${nearest ? `. Did you mean “${nearest}”?` : ': check its spelling, or put a text in quotation marks.'}`;
	}
	return undefined;
}

function explainReference(content: string, { workbook }: Computed): string | undefined {
	for (const { sheetName } of referencesIn(content)) {
		if (sheetName === undefined || sheetNamed(workbook, sheetName)) continue;
		const nearest = nearestWord(
			sheetName,
			[...workbook.tables.sheet.values()].map(({ name }) => name)
		);
		return `There is no sheet called “${sheetName}”${nearest ? `. Did you mean “${nearest}”?` : '.'}`;
	}
	return tokenizeFormula(content).some(({ kind, text }) => kind === 'error' && /#REF!$/i.test(text))
		? 'This formula refers to a cell that was deleted: put the right cell in place of #REF!.'
		: undefined;
}

/** Names the divisor, where it is one cell or name. */
function explainDivision(content: string, place: Place, computed: Computed): string | undefined {
	const tokens = tokenizeFormula(content).filter(({ kind }) => kind !== 'blank');
	for (const [index, { kind, text }] of tokens.entries()) {
		const divisor = tokens[index + 1];
		if (kind !== 'operator' || text !== '/' || !divisor) continue;
		const reads = [...readsOf(computed.workbook, place.sheet, `=${divisor.text}`)];
		const value = reads.length === 1 ? computed.valueAt(reads[0]!) : undefined;
		if (value === 0) return `Division by zero: ${divisor.text} is 0.`;
		if (value === null) return `Division by zero: ${divisor.text} is blank.`;
	}
	return undefined;
}

function isError(value: ModelValue): value is RawError {
	return typeof value === 'object' && value !== null;
}

function isSamePlace(a: Place, b: Place): boolean {
	return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
