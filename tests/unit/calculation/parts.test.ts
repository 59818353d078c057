import { describe, expect, it } from 'vitest';
import { Calculation } from '$lib/calculation';
import { BareFormulaEngine, loadPart, type PartName, type Parts } from '$lib/engine';
import { applyPatch, emptyWorkbook, type Content, type Patch, type Workbook } from '$lib/workbook';

function typed(row: number, content: Content): Patch {
	return [{ kind: 'cell', sheet: 's', row, column: 0, before: null, after: { content } }];
}

function workbookOf(...contents: Content[]): Workbook {
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set('s', { id: 's', name: 'S', position: 0, columnWidths: {}, rowHeights: {} });
	for (const [row, content] of contents.entries()) applyPatch(workbook, typed(row, content));
	return workbook;
}

/** A calculation, what it asked to be loaded, and how to let that come. */
function withLoader() {
	const waiting: { name: PartName; resolve: (parts: Parts) => void; reject: (reason: Error) => void }[] = [];
	const load = (name: PartName) =>
		new Promise<Parts>((resolve, reject) => waiting.push({ name, resolve, reject }));
	const calculation = new Calculation((parts) => new BareFormulaEngine(parts), load);
	const come = async (index: number) => waiting[index]!.resolve(await loadPart(waiting[index]!.name));
	return { calculation, waiting, come };
}

/** Until everything that can be done without waiting has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const cell = (row: number, value: unknown) => ({ sheet: 's', row, column: 0, value });

describe('TEXT', () => {
	it('CAL-26 loads what it is calculated with when a formula first calls it, and not before', async () => {
		const { calculation, waiting, come } = withLoader();
		await calculation.open({ version: 1, workbook: workbookOf(0.5, '=A1*2'), scenario: 'as_reported' });
		await calculation.apply({ version: 2, patch: typed(2, 'text (of a cell)') });
		expect(waiting).toHaveLength(0);
		const asked = calculation.apply({ version: 3, patch: typed(3, '=TEXT(A1,"0%")') });
		await settled();
		expect(waiting).toHaveLength(1);
		await come(0);
		expect(await asked).toMatchObject({ version: 3, isWhole: true });
		expect((await asked).values).toContainEqual(cell(3, '50%'));
		const next = await calculation.apply({ version: 4, patch: typed(4, '=TEXT(A2,"0.0")') });
		expect(next).toMatchObject({ version: 4, isWhole: false, values: [cell(4, '1.0')] });
		expect(waiting).toHaveLength(1);
	});

	it('CAL-26 lets no request pass one that waits for it', async () => {
		const { calculation, waiting, come } = withLoader();
		const finished: string[] = [];
		const note = (name: string) => (answer: unknown) => {
			finished.push(name);
			return answer;
		};
		const workbook = workbookOf(0.5, '=TEXT(A1,"0%")');
		const place = { sheet: 's', row: 0, column: 0 };
		const opened = calculation.open({ version: 1, workbook, scenario: 'as_reported' });
		applyPatch(workbook, typed(0, 0.75));
		const later = [
			calculation.apply({ version: 2, patch: typed(0, 0.25) }).then(note('apply')),
			calculation.compare({ version: 2 }).then(note('compare')),
			calculation.useScenario({ version: 2, scenario: 'x' }).then(note('scenario')),
			calculation.dependents({ version: 2, place }).then(note('dependents')),
			calculation.precedents({ version: 2, place }).then(note('precedents'))
		];
		await settled();
		expect(finished).toEqual([]);
		await come(0);
		expect((await opened).values).toEqual([cell(0, 0.5), cell(1, '50%')]);
		expect(await later[0]).toMatchObject({ version: 2, values: [cell(0, 0.25), cell(1, '25%')] });
		await Promise.all(later);
		expect(finished[0]).toBe('apply');
		expect(waiting).toHaveLength(1);
	});

	it('CAL-26 gives an error that says so where it cannot be loaded, and tries again', async () => {
		const { calculation, waiting, come } = withLoader();
		const opened = calculation.open({
			version: 1,
			workbook: workbookOf(0.5, '=TEXT(A1,"0%")', '=A1*2'),
			scenario: 'as_reported'
		});
		await settled();
		waiting[0]!.reject(new Error('offline'));
		const { values } = await opened;
		expect(values[1]!.value).toMatchObject({
			error: '#VALUE!',
			message: expect.stringContaining('could not be loaded')
		});
		expect(values[2]).toEqual(cell(2, 1));
		const again = calculation.apply({ version: 2, patch: typed(3, '=TEXT(A1,"0.0")') });
		await settled();
		await come(1);
		expect(await again).toMatchObject({ version: 2, isWhole: true });
		expect((await again).values).toEqual([cell(0, 0.5), cell(1, '50%'), cell(2, 1), cell(3, '0.5')]);
	});
});

describe('rare functions', () => {
	it('CAL-27 answer after they could not be loaded, never as the library would, and in formulas that stood there', async () => {
		const { calculation, waiting, come } = withLoader();
		const sum = '=IMSUM("1+i",2)';
		const opened = calculation.open({ version: 1, workbook: workbookOf(sum, 2), scenario: 'as_reported' });
		await settled();
		expect(waiting.map(({ name }) => name)).toEqual(['rareFunctions']);
		waiting[0]!.reject(new Error('offline'));
		expect((await opened).values[0]!.value).toMatchObject({
			error: '#VALUE!',
			message: expect.stringContaining('What IMSUM is calculated with could not be loaded')
		});
		const other = await calculation.apply({ version: 2, patch: typed(1, 3) });
		expect(other).toMatchObject({ isWhole: false, values: [cell(1, 3)] });
		expect(waiting).toHaveLength(1);

		const both = calculation.apply({ version: 3, patch: typed(2, '=TEXT(IMABS("3+4i"),"0.0")') });
		await settled();
		expect(waiting.slice(1).map(({ name }) => name)).toEqual(['formatText', 'rareFunctions']);
		waiting[1]!.reject(new Error('offline'));
		await come(2);
		expect(await both).toMatchObject({ version: 3, isWhole: true });
		expect((await both).values).toContainEqual(cell(0, '3+i'));
		expect((await both).values[2]!.value).toMatchObject({ message: expect.stringContaining('What TEXT is') });

		const text = calculation.apply({ version: 4, patch: typed(3, '=TEXT(0.5,"0%")') });
		await settled();
		await come(3);
		expect((await text).values).toEqual([cell(0, '3+i'), cell(1, 3), cell(2, '5.0'), cell(3, '50%')]);
		const next = await calculation.apply({ version: 5, patch: typed(1, '=CONVERT(1,"km","m")') });
		expect(next).toMatchObject({ isWhole: false, values: [cell(1, 1000)] });
		expect(waiting).toHaveLength(4);
	});
});
