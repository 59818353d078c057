import { fail, ok, parseWorkbook, SCHEMA, type Patch, type Result, type Workbook } from '$lib/workbook';
import { openDatabase, type AsideEntry, type Database, type SavedMeta, type ViewState } from './database';
import { Dirty } from './dirty';
import { browserEnvironment, type StorageEnvironment } from './environment';
import { putAll, putAside, readMeta, readSaved } from './saved-document';
import {
	CHANGED_ELSEWHERE,
	CLOSED,
	OUTDATED,
	READ_ONLY,
	readFailure,
	REFUSED,
	REPLACED,
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
	try {
		const held = await readMeta(database.value);
		opened.store = new WorkbookStore(database.value, held, lock, environment, events);
		return ok(opened.store);
	} catch (error) {
		lock.release();
		return fail(readFailure(error));
	}
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
	/** The save that the database holds. */
	#held: string | undefined;
	/** The save that the followed workbook stands on; another one is never written over. */
	#basis: string | undefined;
	#puttingAside: Promise<void> | undefined;
	#saves = 0;
	#writing = 0;
	#savedAt: number | null = null;
	#waitingSince: number | undefined;
	#cancelTimer = () => {};

	constructor(
		database: Database,
		held: SavedMeta | undefined,
		lock: WriterLock,
		environment: StorageEnvironment,
		events: StoreEvents
	) {
		this.#database = database;
		this.#held = held?.revision;
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
		try {
			const saved = await readSaved(this.#database);
			this.#held = saved?.meta.revision;
			if (!saved) {
				this.#basis = undefined;
				return ok(undefined);
			}
			const { meta, view } = saved;
			const workbook = parseWorkbook(saved.text);
			if (!workbook.ok) {
				if (this.#isWriter) await this.#putAside(workbook.error);
				return fail(`The workbook saved in this browser was not opened; it is kept aside. ${workbook.error}`);
			}
			this.#follow(workbook.value, meta.revision);
			this.#view = view;
			this.#savedAt = meta.savedAt;
			this.#settle();
			return ok({ workbook: workbook.value, view, savedAt: meta.savedAt });
		} catch (error) {
			return fail(readFailure(error));
		}
	}

	/**
	 * Follows a workbook that need not be saved until it changes, such as the one that ships. Once it is, what was saved
	 * before is put aside.
	 */
	follow(workbook: Workbook): void {
		this.#follow(workbook, undefined);
		this.#settle();
	}

	/** Follows a workbook and saves all of it; what was saved before is put aside. */
	replace(workbook: Workbook): void {
		this.follow(workbook);
		this.#dirty.addAll();
		this.#schedule();
	}

	/** Tells what changed in the workbook that is followed, after it did. */
	changed(patch: Patch): void {
		if (patch.length === 0) return;
		if (this.#basis === undefined && !this.#dirty.isWhole) this.#dirty.addAll();
		this.#dirty.add(patch);
		this.#schedule();
	}

	/** Keeps what is on show, with a workbook that is saved. */
	saveView(view: ViewState): void {
		this.#view = view;
		this.#isViewDirty = true;
		if (this.#basis !== undefined) this.#schedule();
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

	/** Deletes a workbook that was put aside. */
	async discardAside(id: number): Promise<void> {
		await this.#database.delete('aside', id);
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
			this.#held = (await readMeta(this.#database))?.revision;
			this.#isWriter = true;
			if (this.#held !== undefined && this.#held === this.#basis) {
				await this.flush();
			} else if (!this.#dirty.isEmpty) {
				this.#dirty.addAll();
				await this.#putAside(CHANGED_ELSEWHERE);
				await this.flush();
			} else {
				if (this.#held === undefined) this.#basis = undefined;
				this.#settle();
				if (this.#held !== undefined) this.#events.changedElsewhere?.();
			}
		} catch (error) {
			this.#setState({ kind: 'failed', message: saveFailure(error) });
		}
	}

	#follow(workbook: Workbook, basis: string | undefined): void {
		this.#cancelTimer();
		this.#waitingSince = undefined;
		this.#workbook = workbook;
		this.#basis = basis;
		this.#savedAt = null;
		this.#dirty = new Dirty();
	}

	/** Moves what the database holds out of the way. */
	async #putAside(reason: string): Promise<void> {
		const saved = await readSaved(this.#database);
		if (saved) await putAside(this.#database, saved.text, reason, this.#environment.now());
		this.#held = undefined;
		if (saved) this.#events.setAside?.(reason);
	}

	#setState(state: SaveState): void {
		if (sameState(this.#state, state)) return;
		this.#state = state;
		this.#events.stateChanged?.(state);
	}

	/** Whether the database holds a save that the followed workbook does not stand on. */
	get #holdsAnother(): boolean {
		return this.#held !== undefined && this.#held !== this.#basis;
	}

	#schedule(): void {
		if (!this.#isWriter || this.#gone !== undefined) return;
		this.#setState({ kind: 'saving' });
		const now = this.#environment.now();
		this.#waitingSince ??= now;
		const wait = Math.max(0, Math.min(DEBOUNCE_MS, this.#waitingSince + LONGEST_WAIT_MS - now));
		this.#cancelTimer();
		this.#cancelTimer = this.#environment.after(wait, () => this.#save());
	}

	/** Writes the lines of what is dirty piece by piece, then saves them in one transaction. */
	#save(): void {
		if (!this.#workbook || this.#dirty.prepare(this.#workbook)) void this.flush();
		else this.#cancelTimer = this.#environment.after(0, () => this.#save());
	}

	/** Makes one transaction of all that is dirty. Unless something must be put aside first, it is under way at once. */
	async #write(): Promise<void> {
		const workbook = this.#workbook;
		const hasView = this.#isViewDirty && (this.#basis !== undefined || !this.#dirty.isEmpty);
		const hasWork = hasView || !this.#dirty.isEmpty;
		if (!this.#isWriter || this.#gone !== undefined || !workbook || !hasWork) return this.#settle();
		if (this.#holdsAnother && !this.#dirty.isWhole) {
			return this.#setState({ kind: 'failed', message: RESTORE_FIRST });
		}
		const dirty = this.#dirty;
		let failure: unknown;
		this.#writing++;
		this.#setState({ kind: 'saving' });
		try {
			if (this.#holdsAnother) {
				await (this.#puttingAside ??= this.#putAside(REPLACED).finally(
					() => (this.#puttingAside = undefined)
				));
			}
			if (this.#dirty === dirty) await this.#put(workbook, dirty);
		} catch (error) {
			failure = error;
			if (workbook === this.#workbook) this.#dirty.addFrom(dirty);
			this.#isViewDirty = true;
		}
		this.#writing--;
		if (failure === undefined) this.#settle();
		else this.#setState({ kind: 'failed', message: saveFailure(failure) });
	}

	async #put(workbook: Workbook, dirty: Dirty): Promise<void> {
		this.#dirty = new Dirty();
		this.#isViewDirty = false;
		// What is on show is no change of the workbook: another tab that waits has read all there is.
		const revision =
			dirty.isEmpty && this.#basis !== undefined ? this.#basis : `${this.#tab}-${++this.#saves}`;
		const meta: SavedMeta = { schema: SCHEMA, revision, savedAt: this.#environment.now() };
		const done = putAll(this.#database, dirty.writes(workbook), meta, this.#view);
		this.#basis = revision;
		this.#held = revision;
		await done;
		this.#savedAt = meta.savedAt;
	}

	/** Says how things stand when nothing is under way. */
	#settle(): void {
		if (this.#gone !== undefined) this.#setState({ kind: 'failed', message: this.#gone });
		else if (!this.#isWriter) this.#setState({ kind: 'read-only', message: READ_ONLY });
		else if (this.#writing === 0 && this.#dirty.isEmpty) this.#setState({ kind: 'saved', at: this.#savedAt });
	}
}

function sameState(a: SaveState, b: SaveState): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
