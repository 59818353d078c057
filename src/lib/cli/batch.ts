import { answerUnfinished } from './batch-answer';

/** Another process or thread that answers lines, one at a time. It may be stopped at any moment. */
export interface CaseWorker {
	/** Settles when lines can be sent; rejects where the worker could not be started. */
	readonly ready: Promise<void>;
	/** The answer to a line. Rejects when the worker ends before it has given one. */
	answer(line: string): Promise<string>;
	stop(): void;
}

/** The workers of a batch. */
export interface CaseWorkers {
	start(): CaseWorker;
	/** How many cases are calculated at once. */
	readonly count: number;
	/** How long one case may take. */
	readonly limitMilliseconds: number;
}

/**
 * Answers lines in their order, one line each. A worker is used again for the next case; one whose case takes too long
 * or ends it is replaced, so that a case costs no other.
 */
export async function answerLines(
	lines: AsyncIterable<string>,
	write: (line: string) => void,
	workers: CaseWorkers
): Promise<void> {
	const seats = Array.from({ length: workers.count }, () => new Seat(workers));
	const free = [...seats];
	const waiting: ((seat: Seat) => void)[] = [];
	let written = Promise.resolve();
	let failure: unknown;
	try {
		for await (const line of lines) {
			const seat = free.shift() ?? (await new Promise<Seat>((resolve) => waiting.push(resolve)));
			if (failure !== undefined) break;
			const answer = seat.answer(line).finally(() => {
				const next = waiting.shift();
				if (next) next(seat);
				else free.unshift(seat);
			});
			written = Promise.all([written, answer]).then(([, text]) => write(text));
			written.catch((error: unknown) => (failure = error));
		}
		await written;
	} finally {
		for (const seat of seats) seat.leave();
	}
}

/** The place of one worker, which changes when a case is the end of it. */
class Seat {
	#workers: CaseWorkers;
	#worker: CaseWorker | undefined;
	/** Whether the worker has answered before: what ends it may be left from an earlier case. */
	#isUsed = false;

	constructor(workers: CaseWorkers) {
		this.#workers = workers;
	}

	async answer(line: string): Promise<string> {
		const worker = (this.#worker ??= this.#workers.start());
		await worker.ready;
		const answer = await this.#within(worker.answer(line));
		if (answer.text !== undefined) {
			this.#isUsed = true;
			return answer.text;
		}
		const wasUsed = this.#isUsed;
		this.leave();
		if (answer.isLate) {
			const seconds = this.#workers.limitMilliseconds / 1000;
			return answerUnfinished(line, `Stopped: the calculation took longer than ${seconds} s.`);
		}
		if (wasUsed) return this.answer(line);
		return answerUnfinished(
			line,
			'Stopped: the calculation ended without a result. It may have needed more memory than there is.'
		);
	}

	leave(): void {
		this.#worker?.stop();
		this.#worker = undefined;
		this.#isUsed = false;
	}

	/** The answer, or that it came too late or not at all. */
	async #within(answer: Promise<string>): Promise<{ text?: string; isLate: boolean }> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const limit = new Promise<{ isLate: boolean }>((resolve) => {
			timer = setTimeout(() => resolve({ isLate: true }), this.#workers.limitMilliseconds);
		});
		const given = answer.then(
			(text) => ({ text, isLate: false }),
			() => ({ isLate: false })
		);
		const first = await Promise.race([given, limit]);
		clearTimeout(timer);
		return first;
	}
}

/** The lines of a text that comes in pieces of any length, without their ends. What follows the last end is a line if it is not empty. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
	let begun: string[] = [];
	let isFirst = true;
	for await (const given of pieces) {
		// Some programs begin a text with a mark of its encoding.
		const piece = isFirst ? given.replace(/^\uFEFF/, '') : given;
		isFirst = false;
		const parts = piece.split('\n');
		for (const part of parts.slice(0, -1)) {
			begun.push(part);
			yield begun.join('').replace(/\r$/, '');
			begun = [];
		}
		begun.push(parts.at(-1)!);
	}
	const last = begun.join('');
	if (last !== '') yield last;
}
