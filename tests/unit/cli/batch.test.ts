import { describe, expect, it } from 'vitest';
import { answerLines, linesOf, type CaseWorker } from '$lib/cli';

async function* piecesOf(...pieces: string[]) {
	yield* pieces;
}

async function linesIn(...pieces: string[]): Promise<string[]> {
	const lines: string[] = [];
	for await (const line of linesOf(piecesOf(...pieces))) lines.push(line);
	return lines;
}

const REQUEST = (id: unknown, does = '') => JSON.stringify({ id, does, cells: ['S!A1'] });

/** Workers that answer `done <id>`; a case may ask them to hang, to end, or to take some time. */
function fakeWorkers(count: number) {
	const log: string[] = [];
	let started = 0;
	const start = (): CaseWorker => {
		const number = ++started;
		let answered = 0;
		log.push(`start ${number}`);
		return {
			ready: Promise.resolve(),
			stop: () => log.push(`stop ${number}`),
			answer: async (line) => {
				const { id, does } = JSON.parse(line);
				answered += 1;
				log.push(`${number} takes ${id}`);
				if (does === 'hang') await new Promise(() => {});
				if (does === 'end' || (does === 'end if used' && answered > 1)) throw new Error('ended');
				if (does === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
				return `done ${id}`;
			}
		};
	};
	return { log, workers: { start, count, limitMilliseconds: 200 } };
}

async function answersTo(count: number, ...lines: string[]) {
	const written: string[] = [];
	const { log, workers } = fakeWorkers(count);
	await answerLines(piecesOf(...lines), (line) => written.push(line), workers);
	return { written, log };
}

describe('batch of cases', () => {
	it('CAL-40 finds lines in pieces of any length, whatever ends them', async () => {
		expect(await linesIn('a\nb', 'c\r', '\n\n', 'd')).toEqual(['a', 'bc', '', 'd']);
		expect(await linesIn('a\u2028b\n')).toEqual(['a\u2028b']);
		expect(await linesIn()).toEqual([]);
	});

	it('CAL-40 writes answers in the order of the lines, whichever is ready first', async () => {
		const { written } = await answersTo(3, REQUEST(1, 'wait'), REQUEST(2), REQUEST(3, 'wait'), REQUEST(4));
		expect(written).toEqual(['done 1', 'done 2', 'done 3', 'done 4']);
	});

	it('CAL-40 uses a worker again, and starts no more than there are cases at once', async () => {
		const { log } = await answersTo(2, ...[1, 2, 3, 4, 5].map((id) => REQUEST(id)));
		expect(log.filter((entry) => entry.startsWith('start')).length).toBeLessThanOrEqual(2);
		expect(log.filter((entry) => entry.startsWith('stop')).length).toBe(
			log.filter((entry) => entry.startsWith('start')).length
		);
	});

	it('CAL-45 stops a case that takes too long, says so in its cells, and goes on', async () => {
		const { written, log } = await answersTo(1, REQUEST(1), REQUEST(2, 'hang'), REQUEST(3));
		expect(written[0]).toBe('done 1');
		expect(JSON.parse(written[1]!)).toEqual({
			id: 2,
			values: { 'S!A1': { error: '#ERROR!', message: 'Stopped: the calculation took longer than 0.2 s.' } }
		});
		expect(written[2]).toBe('done 3');
		expect(log).toEqual(['start 1', '1 takes 1', '1 takes 2', 'stop 1', 'start 2', '2 takes 3', 'stop 2']);
	});

	it('CAL-45 answers for a case that ends its worker, and tries again where another may be to blame', async () => {
		const { written, log } = await answersTo(
			1,
			REQUEST(1),
			REQUEST(2, 'end if used'),
			REQUEST(3, 'end'),
			REQUEST(4)
		);
		expect(written[1]).toBe('done 2');
		expect(JSON.parse(written[2]!).values['S!A1'].message).toMatch(/ended without a result/);
		expect(written[3]).toBe('done 4');
		expect(log.filter((entry) => entry.endsWith('takes 3'))).toHaveLength(2);
	});

	it('CAL-45 fails as a whole where no worker can be started', async () => {
		const start = (): CaseWorker => ({
			ready: Promise.reject(new Error('no process')),
			answer: () => new Promise(() => {}),
			stop: () => {}
		});
		const workers = { start, count: 1, limitMilliseconds: 200 };
		await expect(answerLines(piecesOf('1', '2', '3'), () => {}, workers)).rejects.toThrow('no process');
	});
});

it('ENG-176 a mark of the encoding before the first line is passed over', async () => {
	expect(await linesIn('\uFEFFone\ntwo')).toEqual(['one', 'two']);
});
