import type { EditorEvent } from '$lib/editing';
import { fail, formatRange, ok, type Address, type Range, type Result } from '$lib/workbook';
import {
	copyBlock,
	sizeOfBlock,
	textsAtOnce,
	textsInSlices,
	type CopiedBlock,
	type CopiedTexts
} from './copied-block';
import { PASTE_ALL, pastedMerges, pastedRange, pasteEdits, transposed, type PasteWish } from './pasted-edits';
import { askToGrow } from './growing-sheet';
import { askForFigures } from './figures-at-stake';
import {
	ownSource,
	readSource,
	refusalOf,
	type ClipboardTexts,
	type PasteGoal,
	type PasteSource
} from './pasted-source';
import { askToReplace, countedCells, moveCells, moveDragged, movedTo, moveUnlessAsked } from './moving-cells';
import { conditionsPasted, tooScattered } from './pasted-conditions';
import { pasteWidths } from './pasted-widths';
import type { Session } from './session.svelte';
import { copyAsKeysDo, NOT_WRITTEN, writeClipboard } from './system-clipboard';
import { Cancelled, WorkSlices } from './work-slices';

/** Merged cells that are pasted at once. */
const MOST_MERGED = 2_000;

/** Cells that are copied, and changed after they were read, in one task of the browser. */
const MOST_AT_ONCE = 10_000;

/** What is done sooner needs no button that ends it. */
const STOPPABLE_AFTER_MS = 300;

/** Copying, pasting and moving cells: for every program as texts and a table, for this one with formulas and looks. */
export class Clipboard {
	#session: Session;
	#copied: CopiedBlock | undefined;
	/** What it gave to others; undefined while that is being made. */
	#texts: CopiedTexts | undefined;
	/** The copying under way, on the page or on its way to the clipboard of the system. */
	#copying: Promise<unknown> | undefined;
	/** What of it is done in slices. */
	#copySlices: WorkSlices | undefined;
	/** The paste under way, which the next one waits for. */
	#pasting: Promise<void> | undefined;
	/** All that is under way, to be stopped at once. */
	readonly #running = new Set<WorkSlices>();
	#isPasting = false;
	/** What the paste under way is the last one of. */
	#lastPasteOf: string | undefined;
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
		this.#copySlices?.cancel();
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
			this.#goesOn(this.#copyInSlices(block.value, done));
			return undefined;
		}
		this.#texts = textsAtOnce(block.value, session.workbook);
		session.status = done;
		return this.#texts;
	}

	/** Copies what is selected for others without keys that the browser has its own leave for. */
	async copyAsAsked(isCut: boolean): Promise<void> {
		const texts = this.copy(isCut);
		if (!texts) return;
		const writing = writeClipboard(texts);
		this.#goesOn(writing);
		if (!(await writing)) this.#session.status = NOT_WRITTEN;
	}

	/** Lets a paste wait for copying that takes a while. */
	#goesOn(copying: Promise<unknown>): void {
		const done = copying.finally(() => {
			if (this.#copying === done) this.#copying = undefined;
		});
		this.#copying = done;
	}

	/** Makes the texts of many cells while the page goes on, and then has the browser copy them. */
	async #copyInSlices(block: CopiedBlock, done: string): Promise<void> {
		const session = this.#session;
		const slices = (this.#copySlices = this.#begin((percent) => `Copying: ${percent} % is written.`));
		try {
			const texts = await textsInSlices(block, session.workbook, slices);
			if (this.#copied?.id !== block.id) return;
			this.#texts = texts;
			session.status = copyAsKeysDo(texts) || (await writeClipboard(texts)) ? done : NOT_WRITTEN;
		} catch (error) {
			if (!(error instanceof Cancelled)) throw error;
			// Another copy may have taken its place.
			if (this.#copied?.id !== block.id) return;
			this.#copied = undefined;
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
		this.#running.add(slices);
		return slices;
	}

	#end(slices: WorkSlices): void {
		this.#running.delete(slices);
		if (this.#running.size === 0) this.#session.shown.stopClipboard = undefined;
	}

	/** What was copied, as long as it is outlined. */
	get outlined(): CopiedBlock | undefined {
		return this.#session.shown.copied && this.#copied;
	}

	/** Pastes what is outlined and lets go of it, as Enter does; false where nothing is outlined. */
	pasteOutlined(): boolean {
		const copied = this.outlined;
		if (!copied) return false;
		void this.paste({ text: '', html: copied.id });
		// Lets go where it is done: it may ask first.
		this.#lastPasteOf = copied.id;
		return true;
	}

	/** Where a paste that is asked for now goes. */
	get goal(): PasteGoal {
		const { activeSheet: sheet, selection } = this.#session;
		return { sheet, ranges: selection.ranges, active: selection.active };
	}

	/** Puts what is on the clipboard into what is selected; says why in the status where that cannot be. */
	async paste(texts: ClipboardTexts, wish: PasteWish = PASTE_ALL, goal = this.goal): Promise<void> {
		this.#lastPasteOf = undefined;
		const copying = this.#copying;
		await this.#inTurn(async (slices) => {
			// What is still being copied is what is meant.
			await copying?.catch(() => undefined);
			const source = await this.#sourceOf((copying && this.latest) || texts, slices);
			return source.ok ? this.#put(source.value, goal, wish, slices) : source.error;
		});
	}

	/** Runs a paste behind the one before it, unless it is stopped; says in the status what is wrong. */
	async #inTurn(paste: (slices: WorkSlices) => Promise<string | undefined>): Promise<void> {
		const before = this.#pasting;
		const done = this.#unlessStopped(paste, before).finally(() => {
			if (this.#pasting === done) this.#pasting = undefined;
		});
		this.#pasting = done;
		await done;
	}

	async #unlessStopped(
		paste: (slices: WorkSlices) => Promise<string | undefined>,
		before: Promise<void> | undefined
	): Promise<void> {
		const slices = this.#begin((percent) => `Pasting: ${percent} % is read.`);
		try {
			if (before) {
				await before.catch(() => undefined);
				await slices.rest(0);
			}
			const problem = await paste(slices);
			if (problem) this.#session.status = problem;
		} catch (error) {
			if (!(error instanceof Cancelled)) throw error;
			this.#session.status = 'The paste was stopped, and nothing was changed.';
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
		if (!isCopy) return moveDragged(session, range, to);
		const copy = () => void this.#copyTo(sheet, range, goal);
		if (!askToReplace(session, 'Copy', range, goal, copy)) copy();
	}

	async #copyTo(sheet: string, range: Range, goal: Range): Promise<void> {
		const session = this.#session;
		const block = copyBlock(session, [range], false);
		if (!block.ok) {
			session.status = block.error;
			return;
		}
		const place = { ...this.goal, sheet, ranges: [goal] };
		await this.#inTurn((slices) => this.#put(ownSource(block.value), place, PASTE_ALL, slices));
	}

	/** Lets go of what was copied, and stops a paste that is under way. */
	release(): void {
		for (const slices of this.#running) slices.cancel();
		this.letGo();
	}

	/** Lets go of what was copied: it is outlined no longer. */
	letGo(): void {
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

	/** A change of the workbook ends what is outlined: it may no longer be what was copied. That of other sheets alone does not. */
	#follow({ cause, patch }: EditorEvent): void {
		const isElsewhere = patch.every((one) => one.kind === 'sheet' && one.id !== this.#copied?.sheet);
		if (isElsewhere && patch.length > 0) return;
		if (!this.#isPasting || cause !== 'execute') this.letGo();
	}

	async #sourceOf({ text, html }: ClipboardTexts, slices: WorkSlices): Promise<Result<PasteSource>> {
		const copied = this.#copied;
		if (copied && (html ? html.includes(copied.id) : text === this.#texts?.text))
			return ok(ownSource(copied));
		return readSource({ text, html }, slices);
	}

	/** Carries out what a paste comes to, which does not end the copy as other changes do. */
	#asPaste<T>(run: () => T): T {
		this.#isPasting = true;
		try {
			return run();
		} finally {
			this.#isPasting = false;
		}
	}

	/** Pastes into ranges of a sheet; gives what is wrong. */
	async #put(
		source: PasteSource,
		goal: PasteGoal,
		wish: PasteWish,
		slices: WorkSlices,
		mayGrow = false
	): Promise<string | undefined> {
		const session = this.#session;
		const { rows: block, own, merges } = source;
		const { sheet, ranges } = goal;
		if (own?.isCut) {
			if (wish !== PASTE_ALL) return 'Cut cells can only be pasted whole. Copy them instead.';
			this.#moveCut(own, sheet, ranges[0]!.from);
			return undefined;
		}
		// Behind an outline that is gone the cells may lie elsewhere by now.
		const isInPlace = own !== undefined && session.shown.copied !== undefined;
		const refusal = isInPlace ? undefined : refusalOf(wish.part, own !== undefined);
		if (refusal) return refusal;
		if (own && wish.part === 'widths')
			return this.#asPaste(() => pasteWidths(session, own, sheet, ranges[0]!.from.column));
		const rows = wish.isTransposed ? transposed(block) : block;
		if (ranges.length > 1 && (rows.length !== 1 || rows[0]!.length !== 1)) {
			return 'Several cells cannot be pasted into several ranges. Select one range.';
		}
		const cells = [];
		const goals: Range[] = [];
		let pasted: Range | undefined;
		for (const selected of ranges) {
			const range = pastedRange(rows, selected);
			if (!range.ok) return range.error;
			pasted = range.value;
			goals.push(pasted);
			const again = () => void this.#inTurn((more) => this.#put(source, goal, wish, more, true));
			if (!mayGrow && askToGrow(session, pasted, again)) return undefined;
			const target = {
				workbook: session.workbook,
				sheet,
				scenario: session.scenarios.active,
				range: pasted,
				...(own && { from: own.sheet })
			};
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
			const conditions = isInPlace && conditionsPasted(session.workbook, own, sheet, goals, wish);
			const isTooScattered = conditions === 'too-many';
			const done = this.#asPaste(() =>
				session.execute({
					do: 'set-contents',
					cells: chosen,
					// Formats are the same under every scenario.
					...(wish.part !== 'formats' && { scenario }),
					act: 'paste',
					...(merged && { merges: { sheet, within: pasted!, ranges: merged } }),
					...(conditions && !isTooScattered && { conditions })
				})
			);
			if (!done.ok) return;
			if (own && own.id === this.#lastPasteOf) this.letGo();
			// Whoever has gone on meanwhile stays there.
			const isStill = session.activeSheet === sheet && session.selection.active === goal.active;
			if (ranges.length === 1 && isStill) session.selection.selectRange(pasted!);
			session.status ||= `Pasted ${countedCells(chosen.length)}.`;
			if (isTooScattered) session.status += tooScattered('paste');
		});
		return undefined;
	}

	/** Cut cells go to their new place, once: pasting again copies them. */
	#moveCut(own: CopiedBlock, sheet: string, to: Address): void {
		const session = this.#session;
		const range = own.ranges[0]!;
		const goal = { sheet, ...to };
		moveUnlessAsked(session, own.sheet, range, goal, () => {
			const problem = moveCells(session, own.sheet, range, goal);
			if (problem) {
				session.status = problem;
				return;
			}
			const moved = copyBlock(session, [movedTo(range, to)], false);
			// Under the name of the copy that is on the clipboard.
			this.#copied = moved.ok ? { ...moved.value, id: own.id } : undefined;
			session.shown.copied = undefined;
		});
	}
}
