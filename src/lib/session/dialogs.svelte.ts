import type { LineAxis } from '$lib/workbook';
import type { KeyStroke } from './actions/key-stroke';
import type { OverrideRequest } from './figure-guard';
import type { FiguresRequest } from './figures-at-stake';
import type { PickRequest } from './picking';
import type { SortExtentRequest } from './sort-extent';
import type { Trace } from './tracing';
import type { Broken, DeleteCells, DeleteLines, DeleteSheet } from '$lib/editing';

/** A deletion that waits for an answer. */
export interface BrokenRequest {
	readonly command: DeleteLines | DeleteCells | DeleteSheet;
	readonly broken: Broken;
	/** Deletes all the same. */
	readonly run: () => void;
}

/** What each dialog is opened with, by its name. */
export interface DialogRequests {
	export: undefined;
	settings: undefined;
	'number-format': undefined;
	note: undefined;
	override: OverrideRequest;
	'shift-cells': { readonly isInsert: boolean; readonly isCopied?: boolean };
	broken: BrokenRequest;
	figures: FiguresRequest;
	'replace-cells': { readonly message: string; readonly act: 'Move' | 'Copy'; readonly run: () => void };
	'fill-series': undefined;
	sort: undefined;
	'sort-extent': SortExtentRequest;
	'filter-column': { readonly column: number };
	find: { readonly isReplacing: boolean };
	commands: undefined;
	shortcuts: undefined;
	'go-to': undefined;
	'line-size': { readonly axis: LineAxis };
	history: undefined;
	'sheet-color': undefined;
	sheets: { readonly isHiddenOnly: boolean };
	'grow-sheet': { readonly message: string; readonly run: () => void };
	'paste-special': undefined;
	names: undefined;
	'conditional-formats': undefined;
	trace: Trace;
	pick: PickRequest;
}
export type DialogName = keyof DialogRequests;

/** Which dialog is open. One at a time: opening another closes it. */
export class Dialogs {
	#open = $state.raw<{ readonly name: DialogName; readonly request: unknown }>();
	#typedAhead = '';

	/** The name of the dialog that is open. */
	get name(): DialogName | undefined {
		return this.#open?.name;
	}

	/** What a dialog was opened with; undefined where it is not open. */
	requestOf<N extends DialogName>(name: N): DialogRequests[N] | undefined {
		return this.#open?.name === name ? (this.#open.request as DialogRequests[N]) : undefined;
	}

	open<N extends DialogName>(
		name: N,
		...request: DialogRequests[N] extends undefined ? [] : [DialogRequests[N]]
	): void {
		this.#typedAhead = '';
		this.#open = { name, request: request[0] };
	}

	close(): void {
		this.#open = undefined;
	}

	/** Takes a key that was pressed while the dialog was still on its way; false where it is a command of its own. */
	typeAhead({ key, ctrlKey, metaKey, altKey }: KeyStroke): boolean {
		// Ctrl and Alt together type signs on many keyboards.
		if (metaKey || ctrlKey !== altKey || /^F\d+$/.test(key)) return false;
		if (key === 'Escape') this.close();
		else if (key === 'Enter') this.#typedAhead += '\n';
		else if (key === 'Backspace') this.#typedAhead = this.#typedAhead.slice(0, -1);
		else if ([...key].length === 1) this.#typedAhead += key;
		return true;
	}

	/** What was typed before the dialog was there, once. */
	takeTyped(): string {
		return this.takeKeys().replaceAll('\n', '');
	}

	/** The same with a line feed for each Enter, for a dialog that is answered by letters. */
	takeKeys(): string {
		const typed = this.#typedAhead;
		this.#typedAhead = '';
		return typed;
	}
}
