import {
	columnLetters,
	formatRange,
	isWholeColumns,
	isWholeRows,
	quoteSheetName,
	rangeBetween,
	type Address,
	type Range,
	type Workbook
} from '$lib/workbook';
import type { CellEdit } from './cell-edit.svelte';
import type { Direction, Selection } from './selection.svelte';
import type * as Workings from './workings';

/** What pointing at cells needs of the session. */
export interface PointingHost {
	readonly edit: CellEdit;
	readonly tables: Workbook['tables'];
	readonly workings: typeof Workings | undefined;
	readonly activeSheet: string;
	readonly selection: Selection;
}

/** A reference that was put in by pointing, for as long as nothing else was typed. */
interface Pointed {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly sheet: string;
	readonly anchor: Address;
	readonly focus: Address;
}

/** Puts references into the formula that is being typed, by pointing at cells with the mouse or the arrow keys. */
export class Pointing {
	readonly #host: PointingHost;
	#pointed = $state.raw<Pointed>();

	constructor(host: PointingHost) {
		this.#host = host;
	}

	/** The reference that was pointed at last, while the caret still stands behind it. */
	get #latest(): Pointed | undefined {
		const { edit } = this.#host;
		const pointed = this.#pointed;
		const isThere = edit.isOpen && edit.text === pointed?.text && edit.caret.start === pointed.end;
		return isThere ? pointed : undefined;
	}

	/** Whether the caret stands behind a reference that was pointed at. */
	get isPointing(): boolean {
		return this.#latest !== undefined;
	}

	/** Whether a cell that is pointed at now goes into the formula. */
	get canPoint(): boolean {
		const { edit, workings } = this.#host;
		if (!edit.isOpen || !workings) return false;
		const { start } = edit.caret;
		const added = this.#addedStart.length;
		return (
			this.#latest !== undefined || workings.awaitsReference(this.#addedStart + edit.text, start + added)
		);
	}

	/** What makes a formula of a text that is typed with a sign before it, as in Excel. */
	get #addedStart(): '=' | '' {
		const { mode, text } = this.#host.edit;
		return mode === 'enter' && /^[-+](?!\s)/.test(text) ? '=' : '';
	}

	/**
	 * Points at a cell, lets the range that was begun reach to it, or adds it behind a comma; false where no reference can
	 * go in.
	 */
	pointAt(address: Address, isExtending = false, isAdding = false): boolean {
		if (!this.canPoint) return false;
		const { edit, activeSheet: sheet } = this.#host;
		const latest = this.#latest;
		if (latest && isAdding) {
			edit.type(`${edit.text.slice(0, latest.end)},${edit.text.slice(latest.end)}`, {
				start: latest.end + 1,
				end: latest.end + 1
			});
			return this.pointAt(address);
		}
		const isSameRange = isExtending && latest?.sheet === sheet;
		this.#put({ sheet, anchor: isSameRange ? latest.anchor : address, focus: address }, isSameRange);
		return true;
	}

	/** Stays with the reference that was pointed at, which F4 has just turned. */
	followTurn(): void {
		const { text, caret } = this.#host.edit;
		if (this.#pointed) this.#pointed = { ...this.#pointed, text, end: caret.end };
	}

	/** Moves what is pointed at by an arrow key, by a cell or to the edge of the data. */
	step(direction: Direction, isExtending: boolean, isToEdge: boolean): boolean {
		const { selection } = this.#host;
		const latest = this.#here;
		const anchor = latest?.anchor ?? this.#start;
		if (!anchor) return false;
		const from = isExtending ? (latest?.focus ?? anchor) : anchor;
		const target = selection.targetFrom(from, direction, isToEdge ? { edgeAlong: anchor } : {});
		if (!this.canPoint) return false;
		const { activeSheet: sheet } = this.#host;
		this.#put({ sheet, anchor: isExtending ? anchor : target, focus: target }, true);
		return true;
	}

	/** Where pointing by keys begins: at the cell being edited, or on another sheet at its active cell. */
	get #start(): Address | undefined {
		const { edit, activeSheet, selection } = this.#host;
		return edit.place?.sheet === activeSheet ? edit.place : selection.active;
	}

	/** The reference that was pointed at last, where that is on the sheet on show. */
	get #here(): Pointed | undefined {
		const latest = this.#latest;
		return latest?.sheet === this.#host.activeSheet ? latest : undefined;
	}

	/** The cell of the sheet on show that is pointed at, or that a range reaches to: of whole rows and columns just which. */
	get reached(): { readonly row: number | undefined; readonly column: number | undefined } | undefined {
		const latest = this.#here;
		if (!latest) return undefined;
		const range = rangeBetween(latest.anchor, latest.focus);
		return {
			row: isWholeColumns(range) ? undefined : latest.focus.row,
			column: isWholeRows(range) ? undefined : latest.focus.column
		};
	}

	/** The reference that is pointed at, as it stands in the formula. */
	get reference(): string | undefined {
		const latest = this.#latest;
		return latest?.text.slice(latest.start, latest.end);
	}

	/** Writes a reference at the caret or in the place of the latest one, whose `$` it may keep. */
	#put({ sheet, anchor, focus }: Pick<Pointed, 'sheet' | 'anchor' | 'focus'>, keepsForm: boolean): void {
		const { edit, tables, workings } = this.#host;
		const { start, end } = this.#latest ?? edit.caret;
		const name = tables.sheet.get(sheet)?.name ?? '';
		const prefix = sheet === edit.place?.sheet ? '' : `${quoteSheetName(name)}!`;
		const relative = prefix + referenceTo(rangeBetween(anchor, focus));
		const written = keepsForm && this.reference;
		const reference = (written && workings?.inFormOf(relative, written)) || relative;
		const before = this.#addedStart + edit.text.slice(0, start);
		const text = before + reference + edit.text.slice(end);
		const caret = before.length + reference.length;
		edit.type(text, { start: caret, end: caret });
		this.#pointed = { text, start: before.length, end: caret, sheet, anchor, focus };
	}
}

/** A range as a formula refers to it: `B:B` for a whole column. */
function referenceTo(range: Range): string {
	const { from, to } = range;
	if (isWholeColumns(range)) return `${columnLetters(from.column)}:${columnLetters(to.column)}`;
	return isWholeRows(range) ? `${from.row + 1}:${to.row + 1}` : formatRange(range);
}
