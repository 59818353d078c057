import type { Precedent } from '$lib/calculation';
import {
	addressOfKey,
	cellAt,
	cellKey,
	filledCells,
	formatRange,
	isFormula,
	textOfContent,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';
import type { Inspection } from './inspection';
import { placeText } from './recent-places.svelte';

/** Most lines that are listed, and most that are opened by themselves. */
const MOST_LINES = 500;
const MOST_OPENED = 60;
/** Most cells of a range that are listed below it. */
const MOST_OF_RANGE = 40;

/** A line of the chain: a cell, a range or a name that stands for no cell. */
export interface ExplainedLine {
	/** The keys of the lines from the first to this one. */
	readonly path: string;
	/** 1 for the explained cell itself. */
	readonly level: number;
	/** Its name, or else its address. */
	readonly title: string;
	/** What its row says of it. */
	readonly label: string;
	readonly text: string;
	readonly state: Inspection['state'];
	readonly formula: string;
	readonly canOpen: boolean;
	readonly isOpen: boolean;
	/** Why it goes no further here, or what is not seen of what it reads. */
	readonly remark: string;
	/** Where to go for it; empty where there is nowhere. */
	readonly goTo: string;
	/** Which of its siblings it is, from 1, and how many there are. */
	readonly position: number;
	readonly count: number;
}

/** What is read: its cells on one sheet; none for a name that stands for no cells. */
interface Read {
	readonly key: string;
	readonly label: string;
	readonly sheet: string;
	readonly range: Range | null;
}

/** What explaining needs of the session. */
export interface ExplanationHost {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly selection: { readonly active: { readonly row: number; readonly column: number } };
	readonly shown: { inspect(place: Place): Inspection };
	readonly calculating: { precedents(place: Place): Promise<readonly Precedent[] | null> };
	readonly values: { readonly changes: number };
	status: string;
}

/** The chain of what a cell's value came from. The cell stays pinned while others are walked through. */
export class Explanation {
	#host: ExplanationHost;
	#place = $state.raw<Place>();
	#opened = $state.raw<ReadonlySet<string>>(new Set());
	/** What the formulas of opened cells read, by cell. */
	#reads = $state.raw<ReadonlyMap<string, readonly Read[]>>(new Map());

	constructor(host: ExplanationHost) {
		this.#host = host;
	}

	get isOpen(): boolean {
		return this.#place !== undefined;
	}

	/** The lines that are listed, each below what reads it. */
	readonly lines: readonly ExplainedLine[] = $derived.by(() => {
		void this.#host.values.changes;
		if (!this.#place) return [];
		const { sheet, row, column } = this.#place;
		const range = { from: { row, column }, to: { row, column } };
		return this.#listed([{ key: keyOf(this.#place), label: '', sheet, range }]);
	});

	/** Explains the active cell, with the whole chain open as far as it is short; closes where that is explained already. */
	async toggle(): Promise<void> {
		const { activeSheet, selection } = this.#host;
		const place = { sheet: activeSheet, row: selection.active.row, column: selection.active.column };
		if (this.#place && keyOf(this.#place) === keyOf(place)) {
			this.close();
			return;
		}
		this.#place = place;
		this.#reads = new Map();
		this.#opened = new Set();
		await this.#openAll();
		const [first, ...others] = this.lines;
		if (this.#place !== place || !first) return;
		if (others.length === 0 && first.remark === '') this.#place = undefined;
		this.#host.status = this.#place
			? `${first.title} is explained beside the sheet (F6)`
			: `${first.title} reads no other cell`;
	}

	close(): void {
		this.#place = undefined;
		this.#host.status = 'The explanation is closed';
	}

	/** Opens or closes a line. */
	async setOpen(line: ExplainedLine, isOpen: boolean): Promise<void> {
		const opened = new Set(this.#opened);
		if (isOpen) opened.add(line.path);
		else opened.delete(line.path);
		// At once: another line may be opened before this one's answer is there.
		this.#opened = opened;
		if (isOpen) await this.#readOf(keyIn(line.path));
	}

	/** Asks anew what the opened cells read. To be called after values have changed. */
	async renew(): Promise<void> {
		if (!this.#place) return;
		const place = this.#place;
		if (!this.#host.workbook.tables.sheet.has(place.sheet)) {
			this.#place = undefined;
			return;
		}
		const renewed = new Map<string, readonly Read[]>();
		for (const key of this.#reads.keys()) {
			const reads = await this.#ask(key);
			if (!reads || this.#place !== place) return;
			renewed.set(key, reads);
		}
		// A line that was opened meanwhile keeps what it was told.
		this.#reads = new Map([...this.#reads, ...renewed]);
	}

	async #openAll(): Promise<void> {
		const place = this.#place;
		for (let at = 0; at < this.lines.length && at < MOST_OPENED; at++) {
			const line = this.lines[at]!;
			if (line.canOpen && !line.isOpen) await this.setOpen(line, true);
			if (this.#place !== place) return;
		}
	}

	async #readOf(key: string): Promise<void> {
		if (this.#reads.has(key)) return;
		const reads = await this.#ask(key);
		if (reads) this.#reads = new Map(this.#reads).set(key, reads);
	}

	/** What a cell reads, or the cells of a range. */
	async #ask(key: string): Promise<readonly Read[] | undefined> {
		const [sheet, range] = placeOfKey(key);
		if (!isOneCell(range)) return cellsIn(this.#host.workbook, sheet, range);
		const precedents = await this.#host.calculating.precedents({ sheet, ...range.from });
		return precedents?.map(({ label, place, range: cells }) => {
			const on = place?.sheet ?? sheet;
			return { key: cells ? `${on} ${formatKey(cells)}` : `name ${label}`, label, sheet: on, range: cells };
		});
	}

	#listed(first: readonly Read[]): ExplainedLine[] {
		const lines: ExplainedLine[] = [];
		const shown = new Set<string>();
		const add = (reads: readonly Read[], above: readonly string[]) => {
			for (const [index, read] of reads.entries()) {
				if (lines.length >= MOST_LINES) return;
				const path = [...above, read.key].join('\n');
				const line = this.#line(read, path, above, shown);
				lines.push({ ...line, level: above.length + 1, position: index + 1, count: reads.length });
				if (!line.isOpen) continue;
				shown.add(read.key);
				add(this.#reads.get(read.key) ?? [], [...above, read.key]);
			}
		};
		add(first, []);
		return lines;
	}

	#line(
		{ key, label, sheet, range }: Read,
		path: string,
		above: readonly string[],
		shown: ReadonlySet<string>
	): Omit<ExplainedLine, 'level' | 'position' | 'count'> {
		const { workbook, activeSheet, shown: sheets } = this.#host;
		const sheetName = workbook.tables.sheet.get(sheet)?.name ?? '';
		const goTo = range ? placeText(sheetName, range) : '';
		const nothing = {
			text: '',
			state: 'plain',
			formula: '',
			label: '',
			canOpen: false,
			isOpen: false
		} as const;
		if (!range) return { ...nothing, path, title: label, goTo, remark: 'stands for no cells' };
		const address = sheet === activeSheet ? formatRange(range) : goTo;
		if (!isOneCell(range)) {
			const cells = cellsIn(workbook, sheet, range);
			const count = (range.to.row - range.from.row + 1) * (range.to.column - range.from.column + 1);
			const isLong = cells.length >= MOST_OF_RANGE;
			return {
				...nothing,
				path,
				title: /[:!]/.test(label) || label === '' ? address : label,
				text: `${count.toLocaleString('en-US')} cells`,
				canOpen: cells.length > 0,
				isOpen: cells.length > 0 && this.#opened.has(path),
				goTo,
				remark: isLong ? `the first ${MOST_OF_RANGE} that are filled` : ''
			};
		}
		const place = { sheet, ...range.from };
		const { name, text, state, formula, figure, assumption } = sheets.inspect(place);
		const isLoop = above.includes(key);
		const isRepeated = !isLoop && formula !== '' && shown.has(key);
		const canOpen = formula !== '' && !isLoop && !isRepeated && this.#reads.get(key)?.length !== 0;
		return {
			path,
			title: name || address,
			label: figure?.title ?? assumption?.title ?? labelBeside(workbook, place),
			text,
			state,
			formula,
			canOpen,
			isOpen: canOpen && this.#opened.has(path),
			goTo,
			remark: isLoop
				? 'goes round in a circle'
				: isRepeated
					? 'shown above'
					: /\b(INDIRECT|OFFSET)\s*\(/i.test(formula)
						? 'also reads cells that it works out while calculating'
						: ''
		};
	}
}

/** The nearest text to the left in the row of a cell. */
function labelBeside(workbook: Workbook, { sheet, row, column }: Place): string {
	for (let left = column - 1; left >= 0; left--) {
		const content = cellAt(workbook, { sheet, row, column: left })?.content;
		if (typeof content === 'string' && !isFormula(content) && content !== '') return textOfContent(content);
	}
	return '';
}

/** The first cells of a range that are filled. */
function cellsIn(workbook: Workbook, sheet: string, range: Range): readonly Read[] {
	const found: Read[] = [];
	for (const [address] of filledCells(workbook, sheet, range)) {
		const cells = { from: address, to: address };
		const read = { key: `${sheet} ${formatKey(cells)}`, label: '', sheet, range: cells };
		if (found.push(read) >= MOST_OF_RANGE) break;
	}
	return found;
}

function isOneCell({ from, to }: Range): boolean {
	return from.row === to.row && from.column === to.column;
}

function keyOf(place: Place): string {
	return `${place.sheet} ${formatKey({ from: place, to: place })}`;
}

function formatKey({ from, to }: Range): string {
	return `${cellKey(from)}:${cellKey(to)}`;
}

function placeOfKey(key: string): [sheet: string, range: Range] {
	const space = key.lastIndexOf(' ');
	const [from, to] = key
		.slice(space + 1)
		.split(':')
		.map((part) => addressOfKey(Number(part)));
	return [key.slice(0, space), { from: from!, to: to! }];
}

function keyIn(path: string): string {
	return path.slice(path.lastIndexOf('\n') + 1);
}
