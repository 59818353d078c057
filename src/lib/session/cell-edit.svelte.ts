import type { FormulaSpan } from '$lib/formula';
import type { Departure } from './selection.svelte';
import type { Place } from '$lib/workbook';

/** How an edit began: by typing over a cell (arrows take it and move on) or by opening its text (arrows move the caret). */
export type EditMode = 'enter' | 'edit';

/** Where the selection goes when an edit is taken, or that the page is left with it. */
export type CommitDeparture = Departure | 'away';

/** Where the caret of an edit is: in the cell, in the formula bar, or still in the grid where a text is being composed. */
export type EditSurface = 'cell' | 'bar' | 'grid';

/** Why a text was not taken: a sentence, and the part of the text that it speaks of where there is one. */
export interface EditProblem {
	readonly message: string;
	readonly start?: number;
	readonly end?: number;
}

/** A selected part of the text being edited, empty for a bare caret. */
export interface Caret {
	readonly start: number;
	readonly end: number;
}

/** A piece of a text as it is coloured. References to the same cells have the same colour. */
export interface TextSpan {
	readonly text: string;
	readonly kind: FormulaSpan['kind'] | 'content';
	readonly colorIndex?: number;
}

/** What an edit needs of the document. */
export interface EditHost {
	/** Called when an edit begins. */
	begun(): void;
	/** A cell's content as it is typed: a formula with its `=`, a number in the workbook's locale. */
	textForEditing(place: Place): string;
	/** Takes a text into a cell; gives what is wrong where it is refused. */
	commit(place: Place, text: string, departure: CommitDeparture): EditProblem | undefined;
	/** Takes a text into every selected cell, as written for one of them. */
	commitEverywhere(place: Place, text: string): EditProblem | undefined;
	/** The whole text that what is typed into a cell may be completed to. */
	completionFor(place: Place, typed: string): string | undefined;
	/** The pieces of a text for colouring: one piece where that cannot be said yet. */
	spansOf(text: string): readonly TextSpan[];
}

/** How an edit begins; without a text, with that of the cell. */
export interface EditStart {
	readonly mode: EditMode;
	readonly surface: EditSurface;
	readonly text?: string;
}

/** The text of one cell while it is edited. Grid and formula bar show the same one; what is refused stays as it was typed. */
export class CellEdit {
	#host: EditHost;
	#place = $state.raw<Place>();
	#original = $state('');
	#text = $state('');
	#mode = $state<EditMode>('enter');
	#problem = $state.raw<EditProblem>();
	/** What the text was completed to, with its own capitals, until it is typed on. */
	#completed: string | undefined;

	/** Where the caret is; whoever shows the text takes the focus when it becomes theirs. */
	surface = $state<EditSurface>('cell');
	caret = $state.raw<Caret>({ start: 0, end: 0 });

	constructor(host: EditHost) {
		this.#host = host;
	}

	get isOpen(): boolean {
		return this.#place !== undefined;
	}

	/** The cell being edited; undefined where none is. */
	get place(): Place | undefined {
		return this.#place;
	}

	/** The cell's text before the edit. */
	get original(): string {
		return this.#original;
	}

	get text(): string {
		return this.#text;
	}

	get mode(): EditMode {
		return this.#mode;
	}

	/** Why the text was refused, until it changes. */
	get problem(): EditProblem | undefined {
		return this.#problem;
	}

	/** A cell's text as an edit of it would begin. */
	textOf(place: Place): string {
		return this.#host.textForEditing(place);
	}

	/** The pieces of a text for colouring. */
	spansOf(text: string): readonly TextSpan[] {
		return this.#host.spansOf(text);
	}

	/** Begins the edit of a cell. An edit of another cell that is still open is dropped: commit it first. */
	begin(place: Place, { mode, surface, text }: EditStart): void {
		this.#place = place;
		this.#original = this.#host.textForEditing(place);
		this.#text = text ?? this.#original;
		this.#mode = mode;
		this.#problem = undefined;
		this.#completed = undefined;
		this.surface = surface;
		this.caret = { start: this.#text.length, end: this.#text.length };
		this.#host.begun();
	}

	/** Takes in what the field now holds. */
	type(text: string, caret: Caret = { start: text.length, end: text.length }): void {
		if (text !== this.#text) {
			this.#problem = undefined;
			this.#completed = undefined;
		}
		this.#text = text;
		this.caret = caret;
	}

	/** Completes a new text that was just typed at, where the column has one that begins so: the added part is selected. */
	complete(): void {
		const { start, end } = this.caret;
		const typed = this.#text;
		if (!this.#place || (this.#mode === 'edit' && this.#original !== '')) return;
		if (start !== end || end !== typed.length) return;
		const whole = this.#host.completionFor(this.#place, typed);
		if (whole === undefined) return;
		this.type(typed + whole.slice(typed.length), { start: end, end: whole.length });
		this.#completed = whole;
	}

	/** Puts a text in the place of the selected part and the caret behind it. */
	insert(text: string): void {
		const { start, end } = this.caret;
		const at = start + text.length;
		this.type(this.#text.slice(0, start) + text + this.#text.slice(end), { start: at, end: at });
	}

	/** Has whoever shows the text take the focus, though neither place nor caret is another: it was elsewhere meanwhile. */
	takeFocus(surface: EditSurface = this.surface): void {
		this.surface = surface;
		this.caret = { ...this.caret };
	}

	setMode(mode: EditMode): void {
		this.#mode = mode;
	}

	/** Gives the text to the document and ends the edit; false, and still open, where it is refused. */
	commit(departure: CommitDeparture = 'stay'): boolean {
		const place = this.#place;
		if (!place) return true;
		const text = this.#completed ?? this.#text;
		if (text !== this.#original) {
			this.#problem = this.#host.commit(place, text, departure);
			if (this.#problem) return false;
		}
		this.#close();
		return true;
	}

	/** Gives the text to every selected cell and ends the edit; false, and still open, where it is refused. */
	commitEverywhere(): boolean {
		if (!this.#place) return true;
		this.#problem = this.#host.commitEverywhere(this.#place, this.#completed ?? this.#text);
		if (this.#problem) return false;
		this.#close();
		return true;
	}

	/** Ends the edit; the cell stays as it was. */
	cancel(): void {
		this.#close();
	}

	#close(): void {
		this.#place = undefined;
		this.#problem = undefined;
		this.#completed = undefined;
		this.#text = '';
		this.#original = '';
	}
}
