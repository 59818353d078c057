import type { CalculationPort } from '$lib/calculation';
import { wrap, type Endpoint } from 'comlink';
import { unpackedCalculation, type PackedCalculation } from './packed-calculation';

/** A calculation that runs elsewhere, until it is closed. */
export interface ConnectedCalculation extends CalculationPort {
	close(): void;
}

/** A calculation that may be ended. */
export type ClosablePort = CalculationPort & { close?(): void };

/** Why a request was not answered: the thread that should have is gone. Its calculation has to be opened again elsewhere. */
export class CalculationStopped extends Error {
	override readonly name = 'CalculationStopped';
}

export function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/**
 * The calculation at the other end of a channel. Every request that is not answered when the channel reports an error,
 * and every later one, rejects with {@link CalculationStopped}.
 */
export function connectThrough(
	channel: Endpoint & EventTarget,
	closeChannel: () => void
): ConnectedCalculation {
	const remote = unpackedCalculation(wrap<PackedCalculation>(channel));
	let stop: (reason: CalculationStopped) => void = () => undefined;
	const stopped = new Promise<never>((_resolve, reject) => (stop = reject));
	// Without a request under way nobody waits for it, and that is no failure.
	stopped.catch(() => undefined);

	const fail = (event: Event) => {
		// A worker's error would otherwise be reported to the page as one of its own.
		event.preventDefault();
		const detail = 'message' in event && event.message ? ` (${String(event.message)})` : '';
		stop(new CalculationStopped(`The calculation stopped unexpectedly${detail}.`));
	};
	channel.addEventListener('error', fail);
	channel.addEventListener('messageerror', fail);

	const orStopped = <T>(answer: Promise<T>) => Promise.race([answer, stopped]);
	return {
		open: (request) => orStopped(remote.open(request)),
		apply: (request) => orStopped(remote.apply(request)),
		useScenario: (request) => orStopped(remote.useScenario(request)),
		compare: (request) => orStopped(remote.compare(request)),
		precedents: (request) => orStopped(remote.precedents(request)),
		dependents: (request) => orStopped(remote.dependents(request)),
		tryFormulas: (request) => orStopped(remote.tryFormulas(request)),
		describeFunctions: () => orStopped(remote.describeFunctions()),
		close() {
			stop(new CalculationStopped('The calculation was closed.'));
			closeChannel();
		}
	};
}

/** Starts a worker for calculation. It is a file of its own, so that the page never loads the engine. */
export function connectCalculation(): ConnectedCalculation {
	const worker = new Worker(new URL('./calculation.worker.ts', import.meta.url), {
		type: 'module',
		name: 'calculation'
	});
	return connectThrough(worker, () => worker.terminate());
}
