import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openStore, type SaveState, type StorageEnvironment, type WorkbookStore } from '$lib/storage';

/** A machine with storage that tabs share, a clock that tests move on, and locks as browsers have them. */
export class Machine implements StorageEnvironment {
	indexedDB: IDBFactory | undefined = new IDBFactory();
	locks: LockManager | undefined = new Locks() as unknown as LockManager;
	#now = 1_000;
	#timers: { at: number; callback: () => void }[] = [];

	now(): number {
		return this.#now;
	}

	after(delayMs: number, callback: () => void): () => void {
		const timer = { at: this.#now + delayMs, callback };
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter((other) => other !== timer);
		};
	}

	/** Lets time pass, and what is due happen. */
	pass(milliseconds: number): void {
		const end = this.#now + milliseconds;
		for (;;) {
			const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
			if (!next) break;
			this.#timers = this.#timers.filter((other) => other !== next);
			this.#now = next.at;
			next.callback();
		}
		this.#now = end;
	}

	/** Lets time pass up to the first thing that is then due, and that one happen. */
	passTo(milliseconds: number): void {
		const end = this.#now + milliseconds;
		const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
		this.#now = end;
		if (!next) return;
		this.#timers = this.#timers.filter((other) => other !== next);
		next.callback();
	}

	/** The same machine with something about it different. */
	but(changes: Partial<StorageEnvironment>): StorageEnvironment {
		return {
			indexedDB: this.indexedDB,
			locks: this.locks,
			now: () => this.now(),
			after: (delayMs, callback) => this.after(delayMs, callback),
			...changes
		};
	}

	get isWaiting(): boolean {
		return this.#timers.length > 0;
	}
}

interface Waiting {
	readonly name: string;
	readonly grant: () => void;
}

/** Exclusive locks by name, granted in the order of asking. */
class Locks {
	readonly #held = new Set<string>();
	#queue: Waiting[] = [];

	async request(
		name: string,
		{ ifAvailable = false, signal }: LockOptions,
		callback: (lock: Lock | null) => unknown
	): Promise<unknown> {
		if (this.#held.has(name)) {
			if (ifAvailable) return callback(null);
			await new Promise<void>((resolve, reject) => {
				const waiting: Waiting = { name, grant: resolve };
				this.#queue.push(waiting);
				signal?.addEventListener('abort', () => {
					this.#queue = this.#queue.filter((other) => other !== waiting);
					reject(new DOMException('The request was aborted.', 'AbortError'));
				});
			});
		}
		this.#held.add(name);
		try {
			return await callback({ name, mode: 'exclusive' });
		} finally {
			this.#held.delete(name);
			const next = this.#queue.find((waiting) => waiting.name === name);
			this.#queue = this.#queue.filter((waiting) => waiting !== next);
			next?.grant();
		}
	}
}

/** A tab of the page: its store and what the store told it. */
export interface Tab {
	readonly store: WorkbookStore;
	readonly states: SaveState['kind'][];
	readonly told: string[];
}

export async function openTab(machine: StorageEnvironment): Promise<Tab> {
	const states: SaveState['kind'][] = [];
	const told: string[] = [];
	const opened = await openStore({
		environment: machine,
		stateChanged: ({ kind }) => states.push(kind),
		changedElsewhere: () => told.push('changed elsewhere'),
		setAside: (reason) => told.push(reason)
	});
	if (!opened.ok) throw new Error(opened.error);
	return { store: opened.value, states, told };
}

/** Waits until something is so, as the database works behind the scenes. */
export async function until(isSo: () => boolean): Promise<void> {
	for (let turn = 0; turn < 1_000; turn++) {
		if (isSo()) return;
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	throw new Error('It did not come to be.');
}
