import { describe, expect, it } from 'vitest';
import { BareFormulaEngine } from '$lib/engine';
import { applyPatch, type Patch, type Workbook } from '$lib/workbook';
import { at, edit, workbookOf } from './model-workbook';

const STOPPED = { error: '#ERROR!', message: expect.stringMatching(/^Stopped: this took too long .*F9/) };

function change(workbook: Workbook, patch: Patch): Patch {
	applyPatch(workbook, patch);
	return patch;
}

function valuesOf(engine: BareFormulaEngine): Record<string, unknown> {
	return Object.fromEntries(
		[...engine.values()].map(({ sheet, row, column, value }) => [`${sheet} ${row} ${column}`, value])
	);
}

/** Holds that an engine has the values of a new one. */
function expectFresh(engine: BareFormulaEngine, workbook: Workbook, held: string[], scenario?: string) {
	const fresh = new BareFormulaEngine();
	fresh.load(workbook, scenario, held.map(at));
	expect(valuesOf(engine)).toEqual(valuesOf(fresh));
}

describe('cells that are held back', () => {
	const build = () =>
		workbookOf(
			{ S: { A1: 2, A2: '=A1*3', A3: '=A2+1', A4: '=IFERROR(A3,"none")', B1: '=A1+1' }, T: { A1: '=S!A2' } },
			{ rate: '=S!$A$1' }
		);

	it('ENG-21 give an error that says so, and what reads them names them; all else is computed', () => {
		const engine = new BareFormulaEngine();
		engine.load(build(), undefined, [at('A2')]);
		expect(engine.valueAt(at('A2'))).toEqual(STOPPED);
		for (const [reader, name] of [
			['A3', 'A2'],
			['t!A1', 'S!A2']
		] as const) {
			expect(engine.valueAt(at(reader))).toEqual({
				error: '#ERROR!',
				message: expect.stringMatching(new RegExp(`^${name} gives #ERROR!: Stopped: this took too long`))
			});
		}
		expect(engine.valueAt(at('A4'))).toBe('none');
		expect(engine.valueAt(at('B1'))).toBe(3);
	});

	it('ENG-21 are told for themselves where they read each other, and where they are blank or a number', () => {
		const engine = new BareFormulaEngine();
		engine.load(build(), undefined, [at('A1'), at('A2'), at('A3'), at('C1')]);
		for (const address of ['A1', 'A2', 'A3', 'C1']) expect(engine.valueAt(at(address))).toEqual(STOPPED);
		expect(engine.valueAt(at('B1'))).toMatchObject({ message: expect.stringMatching(/^A1 gives/) });
	});

	it('ENG-21 stay held back whatever is put into them, until they are let go', () => {
		const workbook = build();
		const engine = new BareFormulaEngine();
		engine.load(workbook, undefined, [at('A2')]);
		expect(engine.apply(change(workbook, [edit(workbook, 'A2', 7)]))).toEqual([]);
		const changes = engine.apply([], []);
		expect(changes).toContainEqual({ ...at('A2'), value: 7 });
		expect(engine.valueAt(at('A3'))).toBe(8);
		expectFresh(engine, workbook, []);
	});

	it('ENG-21 are held back and let go together with a patch, a few or very many', () => {
		const many = Object.fromEntries(
			Array.from({ length: 700 }, (_, index) => [`D${index + 1}`, `=A$1+${index}`])
		);
		const workbook = workbookOf({ S: { A1: 2, A2: '=A1*3', A3: '=SUM(D1:D700)', ...many } });
		const engine = new BareFormulaEngine();
		engine.load(workbook);
		engine.apply(change(workbook, [edit(workbook, 'A1', 5)]), [at('A2')]);
		expect(engine.valueAt(at('A2'))).toEqual(STOPPED);
		expectFresh(engine, workbook, ['A2']);
		engine.apply([], Object.keys(many).map(at));
		expect(engine.valueAt(at('A2'))).toBe(15);
		expect(engine.valueAt(at('A3'))).toMatchObject({ message: expect.stringMatching(/^D1 gives/) });
		expectFresh(engine, workbook, Object.keys(many));
		engine.apply(change(workbook, [edit(workbook, 'D1', 1)]), []);
		expectFresh(engine, workbook, []);
	});

	it('ENG-21 are held back under every scenario and when evaluated, overrides included', () => {
		const workbook = build();
		workbook.tables.scenario.set('dear', {
			id: 'dear',
			title: 'Dear',
			reason: '',
			position: 1,
			overrides: { rate: 10 }
		});
		workbook.tables.name.set('out', { id: 'out', name: 'out', refersTo: '=S!$B$1' });
		const engine = new BareFormulaEngine();
		engine.load(workbook, 'as_reported', [at('A1')]);
		expect(engine.evaluate({ rate: 10 }, ['out'])).toEqual([
			{ error: '#ERROR!', message: expect.stringMatching(/^A1 gives/) }
		]);
		engine.useScenario('dear');
		expect(engine.valueAt(at('A1'))).toEqual(STOPPED);
		engine.apply([], []);
		expect(engine.valueAt(at('B1'))).toBe(11);
		expect(engine.evaluate({ rate: 20 }, ['out'])).toEqual([21]);
		expectFresh(engine, workbook, [], 'dear');
	});

	it('ENG-21 on a sheet that is gone are no matter', () => {
		const workbook = build();
		const engine = new BareFormulaEngine();
		engine.load(workbook, undefined, [at('gone!A1')]);
		expect(engine.apply([], [at('gone!B1'), at('A2')]).length).toBeGreaterThan(0);
		expectFresh(engine, workbook, ['A2']);
	});
});
