import { wrap, type DBSchema, type IDBPDatabase } from 'idb';
import { fail, ok, type Place, type RecordKind, type Result } from '$lib/workbook';
import { NEWER, REFUSED, SILENT } from './sentences';

/** What is said of the saved workbook beside its records and cells. */
export interface SavedMeta {
	/** The schema of the lines. */
	readonly schema: number;
	/** Changes with every save, so that a tab can tell whether another one saved since. */
	readonly revision: string;
	/** Milliseconds since 1970. */
	readonly savedAt: number;
}

/** What was on show, and what was not calculated because it took too long. */
export interface ViewState {
	readonly activeSheet?: string;
	readonly activeScenario?: string;
	/** The cells that were held back. */
	readonly held?: readonly Place[];
}

/** A saved workbook that was put out of the way: it could not be read, or another tab had changed it. */
export interface AsideEntry {
	readonly id: number;
	/** Why it was put aside, as a sentence. */
	readonly reason: string;
	/** Milliseconds since 1970. */
	readonly setAsideAt: number;
	/** The document, as it was. */
	readonly text: string;
}

/** The stores: lines of text, as a document has them, so that reading is one parse for both. */
export interface StoredWorkbook extends DBSchema {
	meta: { key: 'saved' | 'view'; value: SavedMeta | ViewState };
	records: { key: [kind: RecordKind, id: string]; value: string };
	tiles: { key: [sheet: string, row: number, column: number]; value: string };
	aside: { key: number; value: Omit<AsideEntry, 'id'> };
}
export type Database = IDBPDatabase<StoredWorkbook>;

const VERSION = 1;

/** What a database tells its owner after it was opened. */
export interface DatabaseEvents {
	/** A newer version of the page wants to open it: let go of it. */
	outdated(): void;
	/** The browser closed it. */
	closed(): void;
}

/** Opens the database, made on first use. Fails with a sentence where the browser refuses, or does not answer in time. */
export async function openDatabase(
	factory: IDBFactory,
	name: string,
	events: DatabaseEvents,
	giveUp: Promise<void>
): Promise<Result<Database>> {
	let request: IDBOpenDBRequest;
	try {
		request = factory.open(name, VERSION);
	} catch {
		return fail(REFUSED);
	}
	const opened = new Promise<Result<Database>>((resolve) => {
		request.onupgradeneeded = () => {
			for (const store of ['meta', 'records', 'tiles'] as const) request.result.createObjectStore(store);
			request.result.createObjectStore('aside', { autoIncrement: true });
		};
		request.onerror = () => resolve(fail(request.error?.name === 'VersionError' ? NEWER : REFUSED));
		request.onsuccess = () => {
			request.result.onversionchange = () => events.outdated();
			request.result.onclose = () => events.closed();
			resolve(ok(wrap(request.result) as Database));
		};
	});
	const first = await Promise.race([opened, giveUp.then(() => fail(SILENT))]);
	if (!first.ok && first.error === SILENT) {
		void opened.then((late) => late.ok && late.value.close());
	}
	return first;
}
