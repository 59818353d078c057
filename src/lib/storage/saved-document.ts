import { joinDocument, RECORD_KINDS } from '$lib/workbook';
import type { Database, SavedMeta, ViewState } from './database';
import type { Writes } from './dirty';

/** A saved workbook as the text of a document. */
export interface SavedDocument {
	readonly meta: SavedMeta;
	readonly view: ViewState;
	readonly text: string;
}

/** Reads what is said of the saved workbook; undefined where nothing is saved. */
export async function readMeta(database: Database): Promise<SavedMeta | undefined> {
	return (await database.get('meta', 'saved')) as SavedMeta | undefined;
}

/** Reads what is saved, in one transaction; undefined where nothing is. */
export async function readSaved(database: Database): Promise<SavedDocument | undefined> {
	const transaction = database.transaction(['meta', 'records', 'tiles']);
	const [records, tiles] = [transaction.objectStore('records'), transaction.objectStore('tiles')];
	const [meta, view, recordKeys, recordLines, tileKeys, tileLines] = await Promise.all([
		transaction.objectStore('meta').get('saved'),
		transaction.objectStore('meta').get('view'),
		records.getAllKeys(),
		records.getAll(),
		tiles.getAllKeys(),
		tiles.getAll(),
		transaction.done
	]);
	if (!meta) return undefined;
	const tables = new Map<string, string[]>(RECORD_KINDS.map((kind) => [kind, []]));
	recordKeys.forEach(([kind], index) => append(tables, kind, recordLines[index]!));
	const cells = new Map<string, string[]>();
	tileKeys.forEach(([sheet], index) => append(cells, sheet, tileLines[index]!));
	const saved = meta as SavedMeta;
	return {
		meta: saved,
		view: (view as ViewState | undefined) ?? {},
		text: joinDocument({ schema: saved.schema, tables, cells })
	};
}

/** Writes lines in one transaction, which is under way when this returns; resolves when it is done. */
export async function putAll(
	database: Database,
	{ isWhole, records, tiles }: Writes,
	meta: SavedMeta,
	view: ViewState
): Promise<void> {
	const transaction = database.transaction(['meta', 'records', 'tiles'], 'readwrite');
	const recordStore = transaction.objectStore('records');
	const tileStore = transaction.objectStore('tiles');
	const metaStore = transaction.objectStore('meta');
	const requests: Promise<unknown>[] = [transaction.done];
	if (isWhole) requests.push(recordStore.clear(), tileStore.clear());
	for (const { key, line } of records) {
		requests.push(line === undefined ? recordStore.delete(key) : recordStore.put(line, key));
	}
	for (const { key, lines } of tiles) {
		requests.push(lines === undefined ? tileStore.delete(key) : tileStore.put(lines, key));
	}
	requests.push(metaStore.put(meta, 'saved'), metaStore.put(view, 'view'));
	// Said now, not once the requests are answered: a page that is being left hears no answer any more.
	transaction.commit();
	await settled(requests);
}

/** Moves what is saved out of the way, in one transaction. */
export async function putAside(database: Database, text: string, reason: string, now: number): Promise<void> {
	const transaction = database.transaction(['meta', 'records', 'tiles', 'aside'], 'readwrite');
	await settled([
		transaction.done,
		transaction.objectStore('aside').add({ text, reason, setAsideAt: now }),
		transaction.objectStore('meta').clear(),
		transaction.objectStore('records').clear(),
		transaction.objectStore('tiles').clear()
	]);
}

/** Waits for a transaction and its requests. Where it is aborted, its own reason says more than theirs. */
async function settled(requests: readonly Promise<unknown>[]): Promise<void> {
	const outcomes = await Promise.allSettled(requests);
	for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

function append(lists: Map<string, string[]>, key: string, item: string): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
