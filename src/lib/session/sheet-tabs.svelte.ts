import type { Result, Sheet } from '$lib/workbook';
import type { Session } from './session.svelte';

/** The tabs of the sheets: which have one, and which is being renamed. */
export class SheetTabs {
	#session: Session;
	/** The id of the sheet that is being renamed. */
	renaming = $state<string>();
	/** Why the name that was typed is refused; empty where it is not. */
	refusal = $state('');

	constructor(session: Session) {
		this.#session = session;
	}

	/** The sheets that have a tab, in order: those that are not hidden, and the one on show however it came there. */
	readonly all: readonly Sheet[] = $derived.by(() =>
		this.#session.sheets.filter(({ id, isHidden }) => !isHidden || id === this.#session.activeSheet)
	);

	startRenaming(sheet: string): void {
		// A formula that goes along to the sheet may be about its old name.
		if (!this.#session.settleEdit()) return;
		this.refusal = '';
		this.renaming = sheet;
	}

	/** Takes a new name; where it is refused, the tab stays open for another. */
	finishRenaming(sheet: Sheet, name: string): void {
		if (this.renaming !== sheet.id) return;
		const done: Result<unknown> =
			name === sheet.name
				? { ok: true, value: undefined }
				: this.#session.execute({ do: 'rename-sheet', sheet: sheet.id, name });
		if (done.ok) this.stopRenaming();
		else this.refusal = done.error;
	}

	stopRenaming(): void {
		this.renaming = undefined;
		this.refusal = '';
	}

	/** Shows the tab so many further on; false where there is none. */
	walk(by: number): boolean {
		const next = this.#beside(by);
		return next !== undefined && this.#session.showSheet(next.id);
	}

	/** The tab beside the one on show, on either side, that takes its place when it goes. */
	get neighbour(): Sheet | undefined {
		const beside = [this.#beside(1), this.#beside(-1)];
		return beside.find((sheet) => sheet && !sheet.isHidden);
	}

	#beside(by: number): Sheet | undefined {
		const at = this.all.findIndex(({ id }) => id === this.#session.activeSheet);
		return this.all[at + by];
	}
}
