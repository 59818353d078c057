import { expect, vi } from 'vitest';
import { CalculationClient } from '$lib/workers';
import {
	applyPatch,
	cellAt,
	emptyWorkbook,
	type Content,
	type Patch,
	type Place,
	type Workbook
} from '$lib/workbook';
import { FakeCalculation, settled, type valueOf } from './fake-calculation';

const comparison = { scenarios: [], rows: [] };
export const place = (row: number): Place => ({ sheet: 's', row, column: 0 });

function workbookWithScenario(): Workbook {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', {
		id: 's',
		name: 'S',
		position: 1,
		columnWidths: {},
		rowHeights: {}
	});
	workbook.tables.scenario.set('dear', {
		id: 'dear',
		title: 'Dear',
		reason: '',
		position: 1,
		overrides: {}
	});
	return workbook;
}

/** A client with a workbook that is edited through it, the calculations it connected to, and what its listener heard. */
export class Desk {
	readonly workbook = workbookWithScenario();
	readonly ports: FakeCalculation[] = [];
	readonly heard: unknown[][] = [];
	readonly client = new CalculationClient(
		() => {
			const port = new FakeCalculation();
			this.ports.push(port);
			return port;
		},
		{
			values: (changes) => this.heard.push(['values', changes]),
			pending: () => undefined,
			comparison: () => this.heard.push(['comparison']),
			running: (running) => this.heard.push(['running', running && [running.what, running.milliseconds]]),
			stopped: (stopped) => this.heard.push(['stopped', stopped]),
			held: (places) => this.heard.push(['held', places]),
			failure: (sentence) => this.heard.push(['failure', sentence])
		}
	);
	#version = 0;

	/** The latest calculation. */
	get port(): FakeCalculation {
		return this.ports.at(-1)!;
	}

	/** The kinds of what was heard, `running` left out. */
	get kinds(): unknown[] {
		return this.heard.filter(([kind]) => kind !== 'running').map(([kind]) => kind);
	}

	/** What the latest calculation was asked last. */
	get asked() {
		return this.port.asked.at(-1)!;
	}

	/** Opens the workbook; all of it takes `fullMs`. */
	async open(fullMs = 1): Promise<this> {
		this.client.open(this.workbook, 0, 'as_reported');
		await this.answer([], fullMs);
		await this.compared();
		this.heard.length = 0;
		return this;
	}

	type(contents: Readonly<Record<number, Content>>): void {
		const patch: Patch = Object.entries(contents).map(([row, content]) => ({
			kind: 'cell',
			...place(Number(row)),
			before: cellAt(this.workbook, place(Number(row))) ?? null,
			after: content === null ? null : { content }
		}));
		applyPatch(this.workbook, patch);
		this.client.push(patch, ++this.#version);
	}

	/** Answers the latest request with values. */
	async answer(values: ReturnType<typeof valueOf>[] = [], milliseconds = 1): Promise<void> {
		const { kind, request } = this.asked;
		const version = request['version'] as number;
		const isWhole = kind === 'open';
		const answer = { version, scenario: 'as_reported', isWhole, values, milliseconds };
		await this.port.resolve(this.port.asked.length - 1, answer);
	}

	/** Answers the comparison that was asked for last. */
	async compared(): Promise<void> {
		const { kind, request } = this.asked;
		expect(kind).toBe('compare');
		const version = request['version'] as number;
		await this.port.resolve(this.port.asked.length - 1, { version, comparison, milliseconds: 1 });
	}

	async pass(milliseconds: number): Promise<void> {
		vi.advanceTimersByTime(milliseconds);
		await settled();
	}
}
