/** What the store needs of the machine it runs on; tests hand in their own. */
export interface StorageEnvironment {
	readonly indexedDB: IDBFactory | undefined;
	/** Absent on pages without a secure origin: then every tab writes. */
	readonly locks: LockManager | undefined;
	/** Milliseconds since 1970. */
	now(): number;
	/** Calls back once, after a time in milliseconds, unless the returned function is called before. */
	after(delayMs: number, callback: () => void): () => void;
}

/** The browser's own. */
export function browserEnvironment(): StorageEnvironment {
	return {
		indexedDB: browserStorage(),
		locks: globalThis.navigator?.locks,
		now: () => Date.now(),
		after(delayMs, callback) {
			const timer = setTimeout(callback, delayMs);
			return () => clearTimeout(timer);
		}
	};
}

/** In frames without an origin, even asking for it throws. */
function browserStorage(): IDBFactory | undefined {
	try {
		return globalThis.indexedDB;
	} catch {
		return undefined;
	}
}
