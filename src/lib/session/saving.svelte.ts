import type { AsideEntry, Restored, SaveState, ViewState, WorkbookStore } from '$lib/storage';
import type { Patch, Result, Workbook } from '$lib/workbook';

/** Tells the script that runs before the first paint that this browser holds a workbook of the reader's own. */
const SAVED_MARK = 'reckoner.saved';

/** Keeps the workbook in this browser, and says how that stands. */
export class Saving {
	#store: WorkbookStore | undefined;
	#view: () => ViewState;
	#state = $state.raw<SaveState>({ kind: 'saved', at: null });
	#isUnavailable = $state(false);
	/** Called where another tab has saved a workbook that this one has not read. */
	onchangedelsewhere: (() => void) | undefined;
	/** Called after a saved workbook was put aside. */
	onsetaside: (() => void) | undefined;
	/** Called where saving stopped, with a sentence that says why; empty where it goes on. */
	ontrouble: ((sentence: string) => void) | undefined;

	/** `view` gives what is on show, to be kept with the workbook. */
	constructor(view: () => ViewState) {
		this.#view = view;
	}

	/** How saving stands, in a few words. */
	readonly text: string = $derived.by(() => {
		if (this.#isUnavailable) return 'Not saved';
		switch (this.#state.kind) {
			case 'saved':
				return this.#state.at === null ? 'Changes are saved in this browser' : 'Saved in this browser';
			case 'saving':
				return 'Saving …';
			case 'read-only':
				return 'Not saved: open in another tab';
			case 'failed':
				return 'Not saved';
		}
	});

	readonly isFailed: boolean = $derived(this.#isUnavailable || 'message' in this.#state);

	/** Opens this browser's storage and reads the saved workbook; undefined where there is none. Fails with a sentence. */
	async restore(): Promise<Result<Restored | undefined>> {
		const { openStore } = await import('$lib/storage');
		const opened = await openStore({
			stateChanged: (state) => this.#take(state),
			changedElsewhere: () => this.onchangedelsewhere?.(),
			setAside: () => this.onsetaside?.()
		});
		if (!opened.ok) {
			this.#isUnavailable = true;
			return opened;
		}
		this.#store = opened.value;
		this.#take(opened.value.state);
		return opened.value.restore();
	}

	/** Follows a workbook that need not be saved until it changes. */
	follow(workbook: Workbook): void {
		this.#store?.follow(workbook);
	}

	changed(patch: Patch): void {
		this.#store?.changed(patch);
	}

	/** Keeps what is on show. */
	rememberView(): void {
		this.#store?.saveView(this.#view());
	}

	/** Writes at once what is not saved yet. */
	async flush(): Promise<void> {
		await this.#store?.flush();
	}

	/** Saved workbooks that could not be read, oldest first. */
	async asides(): Promise<AsideEntry[]> {
		return (await this.#store?.asides()) ?? [];
	}

	/** Whether this browser keeps workbooks at all. */
	get isAvailable(): boolean {
		return this.#store !== undefined;
	}

	/** Lets go of a workbook that was put aside. */
	async discardAside(id: number): Promise<void> {
		await this.#store?.discardAside(id);
	}

	async close(): Promise<void> {
		await this.#store?.close();
	}

	#take(state: SaveState): void {
		this.#state = state;
		this.ontrouble?.('message' in state ? state.message : '');
		if (state.kind !== 'saved' || state.at === null) return;
		try {
			localStorage.setItem(SAVED_MARK, 'yes');
		} catch {
			// Without the mark the shipped numbers show for a moment before the saved ones.
		}
	}
}
