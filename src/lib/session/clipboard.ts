import { parseTsv } from '$lib/exchange';
import type { EditorEvent } from '$lib/editing';
import {
	fail,
	formatAddress,
	formatRange,
	MAX_COLUMNS,
	MAX_ROWS,
	ok,
	type Address,
	type Range,
	type Result
} from '$lib/workbook';
import {
	copyBlock,
	heldIn,
	idOfInternal,
	readInternal,
	sizeOfBlock,
	textsAtOnce,
	textsInSlices,
	type CopiedBlock,
	type CopiedTexts
} from './copied-block';
import {
	PASTE_ALL,
	pastedMerges,
	pastedRange,
	pasteEdits,
	transposed,
	type Pasted,
	type PasteWish
} from './pasted-edits';
import { askForFigures } from './figures-at-stake';
import { readHtmlTable } from './pasted-html';
import type { Session } from './session.svelte';
import { copyAsKeysDo, NOT_WRITTEN, writeClipboard } from './system-clipboard';
import { Cancelled, WorkSlices } from './work-slices';

/** Merged cells that are pasted at once. */
const MOST_MERGED = 2_000;

/** Cells that are copied, and changed after they were read, in one task of the browser. */
const MOST_AT_ONCE = 10_000;

/** What is on the clipboard. */
export interface ClipboardTexts {
	readonly text: string;
	readonly html: string;
}

/** Cells that are to be pasted, and where they were copied where that was on this page. */
interface PasteSource {
	readonly rows: readonly (readonly Pasted[])[];
	readonly own?: CopiedBlock;
	/** Merged cells of a copy from this program, counted from its first row and column. */
	readonly merges?: readonly Range[] | undefined;
}

/** What is done sooner needs no button that ends it. */
const STOPPABLE_AFTER_MS = 300;

/** Copying, pasting and moving cells: for every program as texts and a table, for this one with formulas and looks. */
export class Clipboard {
	#session: Session;
	#copied: CopiedBlock | undefined;
	/** What it gave to others; undefined while that is being made. */
	#texts: CopiedTexts | undefined;
	/** The copying under way. */
	#copying: Promise<void> | undefined;
	#running: WorkSlices | undefined;
	#isPasting = false;
	#isFollowing = false;

	constructor(session: Session) {
		this.#session = session;
	}

	/**
	 * Copies what is selected. Gives the texts for others; undefined, with a sentence in the status, where it cannot be, and
	 * where there is so much of it that they are put on the clipboard only when they are made. Cut cells move when they are
	 * pasted here.
	 */
	copy(isCut: boolean): CopiedTexts | undefined {
		const session = this.#session;
		this.#running?.cancel();
		const { ranges } = session.selection;
		const block: Result<CopiedBlock> =
			isCut && ranges.length > 1
				? fail('Several ranges cannot be cut at once. Cut them one after the other, or copy them.')
				: copyBlock(session, ranges, isCut);
		if (!block.ok) {
			session.status = block.error;
			return undefined;
		}
		this.#copied = block.value;
		this.#texts = undefined;
		session.shown.copied = { sheet: block.value.sheet, ranges: block.value.ranges };
		this.#followChanges();
		const done = `${isCut ? 'Cut' : 'Copied'} ${block.value.ranges.map(formatRange).join(', ')}.`;
		if (sizeOfBlock(block.value) > MOST_AT_ONCE) {
			this.#copying = this.#copyInSlices(block.value, done).finally(() => (this.#copying = undefined));
			return undefined;
		}
		this.#texts = textsAtOnce(block.value, session.workbook);
		session.status = done;
		return this.#texts;
	}

	/** Makes the texts of many cells while the page goes on, and then has the browser copy them. */
	async #copyInSlices(block: CopiedBlock, done: string): Promise<void> {
		const session = this.#session;
		const slices = this.#begin((percent) => `Copying: ${percent} % is written.`);
		try {
			const texts = await textsInSlices(block, session.workbook, slices);
			if (this.#copied?.id !== block.id) return;
			this.#texts = texts;
			session.status = copyAsKeysDo(texts) || (await writeClipboard(texts)) ? done : NOT_WRITTEN;
		} catch (error) {
			if (!(error instanceof Cancelled)) throw error;
			if (this.#copied?.id === block.id) this.#copied = undefined;
			session.status = 'The copy was stopped, and the clipboard is as it was.';
		} finally {
			this.#end(slices);
		}
	}

	/** Begins work that can be stopped, and says how far it is as soon as it takes a while. */
	#begin(words: (percent: number) => string): WorkSlices {
		const { shown } = this.#session;
		const began = performance.now();
		const slices = new WorkSlices((share) => {
			this.#session.status = `${words(Math.round(share * 100))} Stop or Escape ends it.`;
			if (performance.now() - began > STOPPABLE_AFTER_MS) shown.stopClipboard ??= () => this.release();
		});
		this.#running = slices;
		return slices;
	}

	#end(slices: WorkSlices): void {
		if (this.#running !== slices) return;
		this.#running = undefined;
		this.#session.shown.stopClipboard = undefined;
	}

	/** Puts what is on the clipboard into what is selected. */
	async paste(texts: ClipboardTexts, wish: PasteWish = PASTE_ALL): Promise<void> {
		const session = this.#session;
		const { selection, activeSheet: sheet } = session;
		const { ranges } = selection;
		// What is still being copied is what is meant.
		if (this.#copying) {
			await this.#copying;
			texts = this.latest ?? texts;
		}
		this.#running?.cancel();
		const slices = this.#begin((percent) => `Pasting: ${percent} % is read.`);
		try {
			const source = await this.#sourceOf(texts, slices);
			const problem = source.ok ? await this.#put(source.value, sheet, ranges, wish, slices) : source.error;
			if (problem) session.status = problem;
		} catch (error) {
			if (!(error instanceof Cancelled)) throw error;
			session.status = 'The paste was stopped, and nothing was changed.';
		} finally {
			this.#end(slices);
		}
	}

	/** Moves or copies a range so that its top left lies at an address, as dragging its edge does. */
	async drag(range: Range, to: Address, isCopy: boolean): Promise<void> {
		const session = this.#session;
		const sheet = session.activeSheet;
		const goal = movedTo(range, to);
		if (goal.from.row === range.from.row && goal.from.column === range.from.column) return;
		if (!isCopy) {
			const move = () => {
				session.status = this.#move(sheet, range, { sheet, ...to }) ?? session.status;
			};
			if (!this.#askToReplace('Move', sheet, range, goal, move)) move();
			return;
		}
		const copy = () => void this.#copyTo(sheet, range, goal);
		if (!this.#askToReplace('Copy', sheet, range, goal, copy)) copy();
	}

	async #copyTo(sheet: string, range: Range, goal: Range): Promise<void> {
		const session = this.#session;
		const block = copyBlock(session, [range], false);
		if (!block.ok) {
			session.status = block.error;
			return;
		}
		const { rows, merges } = block.value;
		const source = { rows: rows.map((row) => row.map((cell) => ({ block: cell }))), merges };
		const problem = await this.#put(source, sheet, [goal], PASTE_ALL, new WorkSlices(() => undefined));
		if (problem) session.status = problem;
	}

	/** Lets go of what was copied, and stops a paste that is under way. */
	release(): void {
		this.#running?.cancel();
		this.#session.shown.copied = undefined;
		// What was cut and let go of is pasted as a copy.
		if (this.#copied?.isCut) this.#copied = { ...this.#copied, isCut: false };
	}

	/** What was copied here last, for pasting where the browser does not show its clipboard. */
	get latest(): ClipboardTexts | undefined {
		return this.#copied && this.#texts && { text: this.#texts.text, html: '' };
	}

	#followChanges(): void {
		if (this.#isFollowing || !this.#session.editor) return;
		this.#isFollowing = true;
		this.#session.editor.subscribe((event) => this.#follow(event));
	}

	/** A change of the workbook ends what is outlined: it may no longer be what was copied. */
	#follow({ cause }: EditorEvent): void {
		if (this.#isPasting && cause === 'execute') return;
		this.#session.shown.copied = undefined;
		if (this.#copied?.isCut) this.#copied = { ...this.#copied, isCut: false };
	}

	async #sourceOf({ text, html }: ClipboardTexts, slices: WorkSlices): Promise<Result<PasteSource>> {
		const copied = this.#copied;
		if (copied && (html ? html.includes(copied.id) : text === this.#texts?.text))
			return ok(ownSource(copied));
		const table = html ? await readHtmlTable(html, slices) : undefined;
		if (table && !table.ok) return table;
		if (table) {
			const { internal, rows } = table.value;
			const copy = internal && idOfInternal(internal) ? await readInternal(internal, slices) : undefined;
			return ok(
				copy
					? { rows: copy.rows.map((row) => row.map((cell) => ({ block: cell }))), merges: copy.merges }
					: { rows: rows.map((row) => row.map((read) => ({ read }))) }
			);
		}
		const rows = parseTsv(text);
		return rows.ok
			? ok({ rows: rows.value.map((row) => row.map((field) => ({ read: { text: field } }))) })
			: rows;
	}

	/** Pastes into ranges of a sheet; gives what is wrong. */
	async #put(
		{ rows: block, own, merges }: PasteSource,
		sheet: string,
		ranges: readonly Range[],
		wish: PasteWish,
		slices: WorkSlices,
		mayGrow = false
	): Promise<string | undefined> {
		const session = this.#session;
		if (own?.isCut) {
			if (wish !== PASTE_ALL) return 'Cut cells can only be pasted whole. Copy them instead.';
			return this.#moveCut(own, sheet, ranges[0]!.from);
		}
		const rows = wish.isTransposed ? transposed(block) : block;
		if (ranges.length > 1 && (rows.length !== 1 || rows[0]!.length !== 1)) {
			return 'Several cells cannot be pasted into several ranges. Select one range.';
		}
		const cells = [];
		let pasted: Range | undefined;
		for (const selected of ranges) {
			const range = pastedRange(rows, selected);
			if (!range.ok) return range.error;
			pasted = range.value;
			if (!mayGrow && this.#growsBy(pasted)) {
				this.#ask(pasted, () => void this.#put({ rows: block, merges }, sheet, ranges, wish, slices, true));
				return undefined;
			}
			const target = { workbook: session.workbook, sheet, scenario: session.scenarios.active, range: pasted };
			for (const edit of await pasteEdits(rows, target, wish, slices)) cells.push(edit);
		}
		const takesMerges = merges && ranges.length === 1 && (wish.part === 'all' || wish.part === 'formats');
		const merged = takesMerges ? pastedMerges(rows, merges, pasted!, wish) : undefined;
		if (merged && merged.length > MOST_MERGED) {
			return `More than ${countedCells(MOST_MERGED)} that are merged cannot be pasted at once. Paste values instead, or select fewer cells.`;
		}
		// Reading and carrying out are two tasks for the browser.
		if (cells.length > MOST_AT_ONCE) await slices.rest(1);
		askForFigures(session, cells, 'paste', (chosen, scenario) => {
			this.#isPasting = true;
			const done = session.execute({
				do: 'set-contents',
				cells: chosen,
				// Formats are the same under every scenario.
				...(wish.part !== 'formats' && { scenario }),
				act: 'paste',
				...(merged && { merges: { sheet, within: pasted!, ranges: merged } })
			});
			this.#isPasting = false;
			if (!done.ok) return;
			if (ranges.length === 1 && session.activeSheet === sheet) session.selection.selectRange(pasted!);
			session.status ||= `Pasted ${countedCells(chosen.length)}.`;
		});
		return undefined;
	}

	/** Asks before cells are dragged onto others that hold something; whether it had to. */
	#askToReplace(act: 'Move' | 'Copy', sheet: string, range: Range, goal: Range, run: () => void): boolean {
		const session = this.#session;
		const replaced = heldIn(session.workbook, sheet, goal, act === 'Move' ? range : undefined);
		if (replaced.length === 0) return false;
		const figures = session.shown.guard.figuresUnder(
			replaced.map((address) => ({ sheet, ...address, content: null }))
		).length;
		// Pasting asks what is to become of the figures by itself.
		if (act === 'Copy' && figures > 0) return false;
		const held = replaced.length === 1 ? '1 cell that holds' : `${countedCells(replaced.length)} that hold`;
		const reported =
			figures === 1 ? ', 1 of them a reported figure' : `, ${figures} of them reported figures`;
		session.dialogs.open('replace-cells', {
			act,
			message: `${formatRange(goal)} has ${held} something${figures > 0 ? reported : ''}.`,
			run
		});
		return true;
	}

	/** Cut cells go to their new place, once: pasting again copies them. */
	#moveCut(own: CopiedBlock, sheet: string, to: Address): string | undefined {
		const range = own.ranges[0]!;
		const problem = this.#move(own.sheet, range, { sheet, ...to });
		if (problem) return problem;
		const moved = copyBlock(this.#session, [movedTo(range, to)], false);
		// Under the name of the copy that is on the clipboard.
		this.#copied = moved.ok ? { ...moved.value, id: own.id } : undefined;
		this.#session.shown.copied = undefined;
		return undefined;
	}

	#move(sheet: string, range: Range, to: Address & { sheet: string }): string | undefined {
		const session = this.#session;
		const goal = movedTo(range, to);
		const replaced = heldIn(session.workbook, to.sheet, goal, sheet === to.sheet ? range : undefined).length;
		const done = session.execute({ do: 'move-cells', sheet, range, to });
		if (!done.ok) return done.error;
		if (session.activeSheet === to.sheet) session.selection.selectRange(goal);
		const over = replaced > 0 ? `, over ${countedCells(replaced)} that held something` : '';
		session.status ||= `Moved ${formatRange(range)} to ${formatAddress(to)}${over}.`;
		return undefined;
	}

	/** Whether a range reaches beyond the rows and columns that the sheet now shows. */
	#growsBy({ to }: Range): boolean {
		const { rowCount, columnCount } = this.#session.shown.source;
		return (to.row >= rowCount && to.row < MAX_ROWS) || (to.column >= columnCount && to.column < MAX_COLUMNS);
	}

	#ask(range: Range, run: () => void): void {
		const { rowCount, columnCount } = this.#session.shown.source;
		const corner = formatAddress({ row: rowCount - 1, column: columnCount - 1 });
		this.#session.dialogs.open('grow-sheet', {
			message: `What is pasted would fill ${formatRange(range)}, and the sheet now ends at ${corner}.`,
			run
		});
	}
}

function ownSource(own: CopiedBlock): PasteSource {
	return { own, merges: own.merges, rows: own.rows.map((row) => row.map((cell) => ({ block: cell }))) };
}

function countedCells(count: number): string {
	return count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`;
}

function movedTo({ from, to }: Range, { row, column }: Address): Range {
	return {
		from: { row, column },
		to: { row: row + to.row - from.row, column: column + to.column - from.column }
	};
}
