import { fail, ok, parseWorkbook, SCHEMA, type Patch, type Result, type Workbook } from '$lib/workbook';
import { openDatabase, type AsideEntry, type Database, type SavedMeta, type ViewState } from './database';
import { Dirty } from './dirty';
import { browserEnvironment, type StorageEnvironment } from './environment';
import { putAll, putAside, readSaved, type SavedDocument } from './saved-document';
import {
	CHANGED_ELSEWHERE,
	CLOSED,
	OUTDATED,
	READ_ONLY,
	readFailure,
	REFUSED,
	RESTORE_FIRST,
	saveFailure
} from './sentences';
import { takeWriterLock, type WriterLock } from './writer-lock';

/** Whether the workbook is safe, for the page to say. */
export type SaveState =
	/** `at` is in milliseconds since 1970; null where nothing was saved yet because nothing changed. */
	| { readonly kind: 'saved'; readonly at: number | null }
	| { readonly kind: 'saving' }
	| { readonly kind: 'failed'; readonly message: string }
	/** Another tab saves; this one may when that is closed. */
	| { readonly kind: 'read-only'; readonly message: string };

/** What the store tells of, after it happened. */
export interface StoreEvents {
	/** Called whenever {@link WorkbookStore.state} changes. */
	stateChanged?(state: SaveState): void;
	/** The saved workbook was changed by another tab, and this one has no changes of its own: restore it again. */
	changedElsewhere?(): void;
	/** A saved workbook was put aside instead of being written over. */
	setAside?(reason: string): void;
}

export interface StoreOptions extends StoreEvents {
	readonly environment?: StorageEnvironment;
	/** The name of the database and of the lock. */
	readonly name?: string;
}

/** A workbook as it was saved, and what was on show then. */
export interface Restored {
	readonly workbook: Workbook;
	readonly view: ViewState;
	/** Milliseconds since 1970. */
	readonly savedAt: number;
}

const DEBOUNCE_MS = 300;
/** While somebody types on and on, changes are saved at least this often. */
const LONGEST_WAIT_MS = 2_000;
const OPEN_TIMEOUT_MS = 10_000;

/** Opens the storage of this browser. Fails with a sentence where there is none; all but saving works without it. */
export async function openStore(options: StoreOptions = {}): Promise<Result<WorkbookStore>> {
	const { environment = browserEnvironment(), name = 'reckoner', ...events } = options;
	if (!environment.indexedDB) return fail(REFUSED);
	const opened: { store?: WorkbookStore } = {};
	let cancel = () => {};
	const giveUp = new Promise<void>((resolve) => (cancel = environment.after(OPEN_TIMEOUT_MS, resolve)));
	const database = await openDatabase(
		environment.indexedDB,
		name,
		{ outdated: () => opened.store?.letGo(OUTDATED), closed: () => opened.store?.letGo(CLOSED) },
		giveUp
	);
	cancel();
	if (!database.ok) return database;
	const lock = await takeWriterLock(environment.locks, name);
	opened.store = new WorkbookStore(database.value, lock, environment, events);
	return ok(opened.store);
}

/**
 * Keeps one workbook in the browser. Changes are written a little later, only the parts that changed, in one transaction.
 * One tab writes; others read and take over when it is closed.
 */
export class WorkbookStore {
	readonly #database: Database;
	readonly #lock: WriterLock;
	readonly #environment: StorageEnvironment;
	readonly #events: StoreEvents;
	/** Tells the revisions of this tab from those of others. */
	readonly #tab = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join(
		''
	);
	#isWriter: boolean;
	/** Why the connection is gone, once it is. */
	#gone: string | undefined;
	#state: SaveState;
	#workbook: Workbook | undefined;
	#dirty = new Dirty();
	#view: ViewState = {};
	#isViewDirty = false;
	/** Whether the database holds the workbook that is followed, but for what is dirty. */
	#isStored = false;
	/** Whether the database holds more than this tab has seen, so that nothing may be written over it. */
	#mustRestore = false;
	/** The latest save that this tab read or wrote. */
	#revision: string | undefined;
	#saves = 0;
	#writing = 0;
	#savedAt: number | null = null;
	#waitingSince: number | undefined;
	#cancelTimer = () => {};

	constructor(database: Database, lock: WriterLock, environment: StorageEnvironment, events: StoreEvents) {
		this.#database = database;
		this.#lock = lock;
		this.#environment = environment;
		this.#events = events;
		this.#isWriter = lock.isWriter;
		this.#state = lock.isWriter ? { kind: 'saved', at: null } : { kind: 'read-only', message: READ_ONLY };
		void lock.granted.then(() => this.#takeOver());
	}

	get state(): SaveState {
		return this.#state;
	}

	/**
	 * Reads the saved workbook and follows it from now on; undefined where there is none. One that cannot be read is put
	 * aside, never deleted, and the sentence says why.
	 */
	async restore(): Promise<Result<Restored | undefined>> {
		if (this.#gone !== undefined) return fail(this.#gone);
		let saved: SavedDocument | undefined;
		try {
			saved = await readSaved(this.#database);
		} catch (error) {
			return fail(readFailure(error));
		}
		if (!saved) return ok(undefined);
		const workbook = parseWorkbook(saved.text);
		if (!workbook.ok) {
			if (this.#isWriter) await this.#setAside(saved.text, workbook.error);
			return fail(`The workbook saved in this browser was not opened; it is kept aside. ${workbook.error}`);
		}
		this.#follow(workbook.value);
		this.#isStored = true;
		this.#revision = saved.meta.revision;
		this.#view = saved.view;
		this.#savedAt = saved.meta.savedAt;
		this.#settle();
		return ok({ workbook: workbook.value, view: saved.view, savedAt: saved.meta.savedAt });
	}

	/** Follows a workbook that need not be saved until it changes, such as the one that ships. */
	follow(workbook: Workbook): void {
		this.#follow(workbook);
		this.#isStored = false;
		this.#settle();
	}

	/** Follows a workbook that takes the place of the saved one, and saves all of it. */
	replace(workbook: Workbook): void {
		this.follow(workbook);
		this.#dirty.addAll();
		this.#schedule();
	}

	/** Tells what changed in the workbook that is followed, after it did. */
	changed(patch: Patch): void {
		if (patch.length === 0) return;
		if (this.#isStored) this.#dirty.add(patch);
		else this.#dirty.addAll();
		this.#schedule();
	}

	/** Keeps what is on show, with a workbook that is saved. */
	saveView(view: ViewState): void {
		this.#view = view;
		this.#isViewDirty = true;
		if (this.#isStored) this.#schedule();
	}

	/**
	 * Writes what is not saved yet, at once: the transaction is under way when this returns, so that it can be called as
	 * the page is hidden. Resolves when it is done.
	 */
	async flush(): Promise<SaveState> {
		this.#cancelTimer();
		this.#waitingSince = undefined;
		await this.#write();
		return this.#state;
	}

	/** Saved workbooks that were put aside, oldest first, for export as text. */
	async asides(): Promise<AsideEntry[]> {
		const [keys, entries] = await Promise.all([
			this.#database.getAllKeys('aside'),
			this.#database.getAll('aside')
		]);
		return entries.map((entry, index) => ({ id: keys[index]!, ...entry }));
	}

	/** Saves what is left, and lets another tab write. */
	async close(): Promise<void> {
		await this.flush();
		this.#lock.release();
		this.#database.close();
		this.#gone = CLOSED;
	}

	/** Called when the connection is lost, or must be given up for a newer version of the page. */
	letGo(reason: string): void {
		if (this.#gone !== undefined) return;
		void this.flush();
		this.#gone = reason;
		this.#database.close();
		this.#lock.release();
		this.#setState({ kind: 'failed', message: reason });
	}

	/** The tab that wrote is gone. What it saved since is put aside if this tab has changes of its own. */
	async #takeOver(): Promise<void> {
		try {
			const saved = await readSaved(this.#database);
			this.#isWriter = true;
			const isSame = saved?.meta.revision === this.#revision;
			if (!isSame && saved && this.#dirty.isEmpty) {
				this.#mustRestore = true;
				this.#events.changedElsewhere?.();
			} else if (!isSame) {
				if (saved) await this.#setAside(saved.text, CHANGED_ELSEWHERE);
				this.#dirty.addAll();
			}
			await this.flush();
		} catch (error) {
			this.#setState({ kind: 'failed', message: saveFailure(error) });
		}
	}

	#follow(workbook: Workbook): void {
		this.#cancelTimer();
		this.#waitingSince = undefined;
		this.#workbook = workbook;
		this.#dirty = new Dirty();
		this.#mustRestore = false;
	}

	async #setAside(text: string, reason: string): Promise<void> {
		await putAside(this.#database, text, reason, this.#environment.now());
		this.#isStored = false;
		this.#events.setAside?.(reason);
	}

	#setState(state: SaveState): void {
		if (sameState(this.#state, state)) return;
		this.#state = state;
		this.#events.stateChanged?.(state);
	}

	get #canWrite(): boolean {
		return this.#isWriter && !this.#mustRestore && this.#gone === undefined;
	}

	#schedule(): void {
		if (!this.#canWrite) return;
		this.#setState({ kind: 'saving' });
		const now = this.#environment.now();
		this.#waitingSince ??= now;
		const wait = Math.max(0, Math.min(DEBOUNCE_MS, this.#waitingSince + LONGEST_WAIT_MS - now));
		this.#cancelTimer();
		this.#cancelTimer = this.#environment.after(wait, () => void this.flush());
	}

	/** Makes one transaction of all that is dirty. Everything up to the first await runs at once. */
	async #write(): Promise<void> {
		const workbook = this.#workbook;
		const hasView = this.#isViewDirty && (this.#isStored || !this.#dirty.isEmpty);
		if (!this.#canWrite || !workbook || (this.#dirty.isEmpty && !hasView)) {
			this.#settle();
			return;
		}
		const dirty = this.#dirty;
		this.#dirty = new Dirty();
		this.#isViewDirty = false;
		this.#writing++;
		this.#setState({ kind: 'saving' });
		const meta: SavedMeta = {
			schema: SCHEMA,
			revision: `${this.#tab}-${++this.#saves}`,
			savedAt: this.#environment.now()
		};
		try {
			const done = putAll(this.#database, dirty.writes(workbook), meta, this.#view);
			this.#isStored = true;
			await done;
			this.#revision = meta.revision;
			this.#savedAt = meta.savedAt;
			this.#writing--;
			this.#settle();
		} catch (error) {
			this.#writing--;
			if (workbook === this.#workbook) this.#dirty.addFrom(dirty);
			this.#isViewDirty = true;
			this.#setState({ kind: 'failed', message: saveFailure(error) });
		}
	}

	/** Says how things stand when nothing is under way. */
	#settle(): void {
		if (this.#gone !== undefined) this.#setState({ kind: 'failed', message: this.#gone });
		else if (this.#mustRestore) this.#setState({ kind: 'failed', message: RESTORE_FIRST });
		else if (!this.#isWriter) this.#setState({ kind: 'read-only', message: READ_ONLY });
		else if (this.#writing === 0 && this.#dirty.isEmpty) this.#setState({ kind: 'saved', at: this.#savedAt });
	}
}

function sameState(a: SaveState, b: SaveState): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
