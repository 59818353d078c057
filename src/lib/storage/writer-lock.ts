/** A place in the queue of the tabs that want to write. */
export interface WriterLock {
	/** Whether this tab writes from the beginning. */
	readonly isWriter: boolean;
	/** Resolves once a tab that had to wait may write. */
	readonly granted: Promise<void>;
	/** Lets the next tab write, or leaves the queue. */
	release(): void;
}

/** Takes the lock that one tab holds while it is open. Where another has it, waits for it behind the scenes. */
export async function takeWriterLock(locks: LockManager | undefined, name: string): Promise<WriterLock> {
	let letGo!: () => void;
	const held = new Promise<void>((resolve) => (letGo = resolve));
	if (!locks) return { isWriter: true, granted: new Promise(() => undefined), release: letGo };
	const leave = new AbortController();
	const isWriter = await new Promise<boolean>((resolve) => {
		const request = locks.request(name, { ifAvailable: true }, (lock) => {
			resolve(lock !== null);
			return lock === null ? undefined : held;
		});
		// A browser that refuses locks lets every tab write, as one without them does.
		request.catch(() => resolve(true));
	});
	const granted = new Promise<void>((resolve) => {
		if (isWriter) return;
		const waiting = locks.request(name, { signal: leave.signal }, () => {
			resolve();
			return held;
		});
		// Leaving the queue ends the wait with an error that nobody needs to hear of.
		waiting.catch(() => undefined);
	});
	const release = () => {
		leave.abort();
		letGo();
	};
	return { isWriter, granted, release };
}
