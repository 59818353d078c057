import { describe, expect, it } from 'vitest';
import { Calculation } from '$lib/calculation';
import { BareFormulaEngine, loadFormatText, type FormatText } from '$lib/engine';
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

/** A calculation, how often it loaded what TEXT is calculated with, and how to let that come. */
function withLoader() {
	const waiting: { resolve: (formatText: FormatText) => void; reject: (reason: Error) => void }[] = [];
	const load = () => new Promise<FormatText>((resolve, reject) => waiting.push({ resolve, reject }));
	const calculation = new Calculation((formatText) => new BareFormulaEngine(formatText), load);
	return { calculation, waiting };
}

/** Until everything that can be done without waiting has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const cell = (row: number, value: unknown) => ({ sheet: 's', row, column: 0, value });

describe('TEXT', () => {
	it('CAL-26 loads what it is calculated with when a formula first calls it, and not before', async () => {
		const { calculation, waiting } = withLoader();
		await calculation.open({ version: 1, workbook: workbookOf(0.5, '=A1*2'), scenario: 'as_reported' });
		await calculation.apply({ version: 2, patch: typed(2, 'text (of a cell)') });
		expect(waiting).toHaveLength(0);
		const asked = calculation.apply({ version: 3, patch: typed(3, '=TEXT(A1,"0%")') });
		await settled();
		expect(waiting).toHaveLength(1);
		waiting[0]!.resolve(await loadFormatText());
		expect(await asked).toMatchObject({ version: 3, isWhole: true });
		expect((await asked).values).toContainEqual(cell(3, '50%'));
		const next = await calculation.apply({ version: 4, patch: typed(4, '=TEXT(A2,"0.0")') });
		expect(next).toMatchObject({ version: 4, isWhole: false, values: [cell(4, '1.0')] });
		expect(waiting).toHaveLength(1);
	});

	it('CAL-26 lets no request pass one that waits for it', async () => {
		const { calculation, waiting } = withLoader();
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
		waiting[0]!.resolve(await loadFormatText());
		expect((await opened).values).toEqual([cell(0, 0.5), cell(1, '50%')]);
		expect(await later[0]).toMatchObject({ version: 2, values: [cell(0, 0.25), cell(1, '25%')] });
		await Promise.all(later);
		expect(finished[0]).toBe('apply');
		expect(waiting).toHaveLength(1);
	});

	it('CAL-26 gives an error that says so where it cannot be loaded, and tries again', async () => {
		const { calculation, waiting } = withLoader();
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
		waiting[1]!.resolve(await loadFormatText());
		expect(await again).toMatchObject({ version: 2, isWhole: true });
		expect((await again).values).toEqual([cell(0, 0.5), cell(1, '50%'), cell(2, 1), cell(3, '0.5')]);
	});
});
