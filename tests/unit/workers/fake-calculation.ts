import type { Calculated, CalculationPort, Compared, Dependents, Precedents, Tried } from '$lib/calculation';
import { CalculationStopped } from '$lib/workers';
import type { CellValue, Patch } from '$lib/workbook';

/** A change of the cell in the first column of a row. */
export function typed(row: number, before: number | null, after: number | null): Patch {
	const cell = (content: number | null) => (content === null ? null : { content });
	return [{ kind: 'cell', sheet: 's', row, column: 0, before: cell(before), after: cell(after) }];
}

export function valueOf(row: number, value: CellValue) {
	return { sheet: 's', row, column: 0, value };
}

type Request = Exclude<keyof CalculationPort, 'describeFunctions'>;

/** A calculation that answers when it is told to, and keeps what it was asked. */
export class FakeCalculation implements CalculationPort {
	readonly asked: { kind: Request; request: Record<string, unknown> }[] = [];
	isClosed = false;
	#waiting: { resolve: (answer: never) => void; reject: (reason: unknown) => void }[] = [];

	/** The kinds of the requests so far. */
	get kinds(): readonly Request[] {
		return this.asked.map(({ kind }) => kind);
	}

	/** Answers the request at an index of `asked` with values. */
	async answer(index: number, values: Calculated['values'] = [], isWhole = false): Promise<void> {
		const version = this.asked[index]!.request['version'] as number;
		await this.resolve(index, { version, scenario: 'as_reported', isWhole, values, milliseconds: 1 });
	}

	async resolve(
		index: number,
		answer: Calculated | Compared | Precedents | Dependents | Tried
	): Promise<void> {
		this.#waiting[index]!.resolve(answer as never);
		await settled();
	}

	async reject(index: number, reason: Error): Promise<void> {
		this.#waiting[index]!.reject(reason);
		await settled();
	}

	open(request: Parameters<CalculationPort['open']>[0]): Promise<Calculated> {
		return this.#ask('open', request);
	}
	apply(request: Parameters<CalculationPort['apply']>[0]): Promise<Calculated> {
		return this.#ask('apply', request);
	}
	useScenario(request: Parameters<CalculationPort['useScenario']>[0]): Promise<Calculated> {
		return this.#ask('useScenario', request);
	}
	compare(request: Parameters<CalculationPort['compare']>[0]): Promise<Compared> {
		return this.#ask('compare', request);
	}
	precedents(request: Parameters<CalculationPort['precedents']>[0]): Promise<Precedents> {
		return this.#ask('precedents', request);
	}
	dependents(request: Parameters<CalculationPort['dependents']>[0]): Promise<Dependents> {
		return this.#ask('dependents', request);
	}
	tryFormulas(request: Parameters<CalculationPort['tryFormulas']>[0]): Promise<Tried> {
		return this.#ask('tryFormulas', request);
	}
	describeFunctions() {
		return Promise.resolve([]);
	}
	/** Ends what waits, as a worker that is ended does. */
	close(): void {
		this.isClosed = true;
		for (const { reject } of this.#waiting) reject(new CalculationStopped('The calculation was closed.'));
	}

	#ask<T>(kind: Request, request: object): Promise<T> {
		this.asked.push({ kind, request: { ...request } });
		return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
	}
}

/** Lets everything run that waits for nothing but its turn. */
export async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
