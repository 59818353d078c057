import { describe, expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import {
	applyPatch,
	diffWorkbooks,
	invertPatch,
	settingsOf,
	type Assumption,
	type Figure,
	type Patch,
	type Settings,
	type Workbook
} from '$lib/workbook';
import { at, edit, workbookOf } from './model-workbook';

function open(workbook: Workbook, scenario?: string) {
	const engine = new FormulaEngine();
	engine.load(workbook, scenario);
	const apply = (patch: Patch) => {
		applyPatch(workbook, patch);
		return engine.apply(patch);
	};
	return { engine, apply };
}

function addScenario(workbook: Workbook, id: string, overrides: Record<string, string | number | null>) {
	workbook.tables.scenario.set(id, { id, title: id, reason: '', position: 1, overrides });
}

const MODEL = { S: { A1: 2, A2: 3, B1: '=price*count', B2: '=B1+1', C1: 'apart' } };
const NAMES = { price: '=S!$A$1', count: '=S!$A$2', total: '=S!$B$1', block: '=S!$A$1:$A$2' };

describe('patches', () => {
	test('ENG-10 an edit gives the values that changed and no others', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { engine, apply } = open(workbook);
		const changes = apply([edit(workbook, 'A1', 10)]);
		expect([...changes].sort((a, b) => a.column - b.column || a.row - b.row)).toEqual([
			{ ...at('A1'), value: 10 },
			{ ...at('B1'), value: 30 },
			{ ...at('B2'), value: 31 }
		]);
		expect(engine.valueAt(at('B2'))).toBe(31);
		expect(apply([edit(workbook, 'A1', 10)])).toEqual([]);
	});

	test('ENG-10 a cleared cell gives null and leaves the values', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { engine, apply } = open(workbook);
		expect(apply([edit(workbook, 'C1', null)])).toEqual([{ ...at('C1'), value: null }]);
		expect([...engine.values()]).toHaveLength(4);
	});

	test('ENG-10 a change of format, width or title changes no value', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { apply } = open(workbook);
		const cell = edit(workbook, 'B1', '=price*count');
		const sheet = workbook.tables.sheet.get('s')!;
		expect(
			apply([
				{ ...cell, after: { content: '=price*count', format: '0.0' } },
				{ kind: 'sheet', id: 's', before: sheet, after: { ...sheet, columnWidths: { 0: 90 } } }
			])
		).toEqual([]);
	});

	test('ENG-10 many edits at once give the same as one after the other', () => {
		const workbook = workbookOf({ S: { B1: '=SUM(A:A)' } });
		const { engine, apply } = open(workbook);
		const patch = Array.from({ length: 900 }, (_, i) => edit(workbook, `A${i + 1}`, i));
		expect(apply(patch)).toHaveLength(901);
		expect(engine.valueAt(at('B1'))).toBe((899 * 900) / 2);
		expect(apply(invertPatch(patch))).toHaveLength(901);
		expect(engine.valueAt(at('B1'))).toBe(0);
	});

	test('ENG-10 a formula over the columns of a tall sheet can be taken away in little time', () => {
		const workbook = workbookOf({ S: { A1: 1, A400000: 2, B1: '=SUM(A:A)', C1: '=B1+1' } });
		const { engine, apply } = open(workbook);
		const started = performance.now();
		expect(apply([edit(workbook, 'B1', null)])).toEqual([
			{ ...at('C1'), value: 1 },
			{ ...at('B1'), value: null }
		]);
		expect(performance.now() - started).toBeLessThan(8_000);
		expect(engine.valueAt(at('A400000'))).toBe(2);
	});

	test('ENG-10 a sheet that comes, is renamed or goes is followed by the formulas that name it', () => {
		const workbook = workbookOf({ S: { A1: '=Other!A1' } });
		const { engine, apply } = open(workbook);
		expect(engine.valueAt(at('A1'))).toMatchObject({ error: '#REF!' });
		const added = workbookOf({ S: { A1: '=Other!A1' }, Other: { A1: 5 } });
		const patch = diffWorkbooks(workbook, added);
		expect(apply(patch)).toContainEqual({ ...at('A1'), value: 5 });
		const sheet = workbook.tables.sheet.get('other')!;
		const renamed: Patch = [
			{ kind: 'sheet', id: 'other', before: sheet, after: { ...sheet, name: 'Third' } }
		];
		expect(apply(renamed)).toMatchObject([{ ...at('A1'), value: { error: '#REF!' } }]);
		apply(invertPatch(renamed));
		expect(engine.valueAt(at('A1'))).toBe(5);
		const changes = apply(invertPatch(patch));
		expect(changes).toContainEqual({ ...at('other!A1'), value: null });
		expect(engine.valueAt(at('A1'))).toMatchObject({ error: '#REF!' });
	});

	test('ENG-10 a formula that names a sheet that is not there can be edited again and again', () => {
		const workbook = workbookOf({ S: { A1: '=Gone!A1', B1: '=A1+1' } });
		const { engine, apply } = open(workbook);
		apply([edit(workbook, 'A1', '=Gone!A2')]);
		apply([edit(workbook, 'A1', '=Gone!A2+1')]);
		expect(engine.valueAt(at('B1'))).toMatchObject({ error: '#REF!' });
		apply([edit(workbook, 'A1', 4)]);
		expect(engine.valueAt(at('B1'))).toBe(5);
	});

	test('ENG-10 cells of a sheet that is not there have no values', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { apply } = open(workbook);
		expect(apply([edit(workbook, 'gone!A1', 1)])).toEqual([]);
	});

	test('ENG-10 a name that changes is followed', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { engine, apply } = open(workbook);
		const name = workbook.tables.name.get('price')!;
		apply([{ kind: 'name', id: 'price', before: name, after: { ...name, refersTo: '=S!$A$2' } }]);
		expect(engine.valueAt(at('B1'))).toBe(9);
	});

	test('ENG-10 a cell in the way of a table, once cleared, lets it fill its cells', () => {
		const workbook = workbookOf({ S: { A1: 1, B1: 2, D1: '=TRANSPOSE(A1:B1)', D2: 'in the way' } });
		const { engine, apply } = open(workbook);
		apply([edit(workbook, 'D2', null)]);
		expect([at('D1'), at('D2')].map((place) => engine.valueAt(place))).toEqual([1, 2]);
	});
});

describe('scenarios', () => {
	test('ENG-11 a scenario stands in place of the drivers, in the engine only', () => {
		const workbook = workbookOf(MODEL, NAMES);
		addScenario(workbook, 'high', { PRICE: '=5*2', unknown: 1, block: 7 });
		const { engine, apply } = open(workbook, 'high');
		expect(engine.valueAt(at('B1'))).toBe(30);
		expect(engine.useScenario('as_reported').map(({ value }) => value)).toEqual([2, 6, 7]);
		expect(engine.useScenario('high').map(({ value }) => value)).toEqual([10, 30, 31]);
		expect(apply([edit(workbook, 'A1', 4)])).toEqual([]);
		expect(engine.useScenario('no such')).toContainEqual({ ...at('B1'), value: 12 });
	});

	test('ENG-11 an override that changes, and a base that changes with it, are followed', () => {
		const workbook = workbookOf(MODEL, NAMES);
		addScenario(workbook, 'high', { price: 10 });
		const { engine, apply } = open(workbook, 'high');
		const before = workbook.tables.scenario.get('high')!;
		apply([
			{ kind: 'scenario', id: 'high', before, after: { ...before, overrides: { count: 1 } } },
			edit(workbook, 'A1', 8),
			edit(workbook, 'A2', 9)
		]);
		expect(engine.valueAt(at('B1'))).toBe(8);
		apply([{ kind: 'scenario', id: 'high', before: workbook.tables.scenario.get('high')!, after: null }]);
		expect(engine.valueAt(at('B1'))).toBe(72);
	});

	test('ENG-11 a blank driver can be overridden from the start', () => {
		const workbook = workbookOf({ S: { B1: '=price+1' } }, NAMES);
		addScenario(workbook, 'high', { price: 10 });
		expect(open(workbook, 'high').engine.valueAt(at('B1'))).toBe(11);
	});

	test('ENG-11 a driver can be overridden by nothing', () => {
		const workbook = workbookOf(MODEL, NAMES);
		addScenario(workbook, 'blank', { price: null });
		const { engine } = open(workbook, 'blank');
		expect(engine.valueAt(at('A1'))).toBeNull();
		expect(engine.valueAt(at('B1'))).toBe(0);
	});
});

describe('evaluate', () => {
	test('ENG-12 overrides are on top of the base, whatever scenario is in use, and leave no trace', () => {
		const workbook = workbookOf(MODEL, NAMES);
		addScenario(workbook, 'high', { price: 10 });
		const { engine } = open(workbook, 'high');
		const before = [...engine.values()];
		expect(engine.evaluate({ Count: 5 }, ['total', 'PRICE', 'count'])).toEqual([10, 2, 5]);
		expect(engine.evaluate({}, ['total'])).toEqual([6]);
		expect(engine.evaluate({ price: 10 }, ['total'])).toEqual([30]);
		expect(engine.evaluate({ price: '=1/0', nosuch: 1 }, ['total'])).toMatchObject([{ error: '#DIV/0!' }]);
		expect([...engine.values()]).toEqual(before);
		engine.useScenario('as_reported');
		expect(engine.valueAt(at('B2'))).toBe(7);
	});

	test('ENG-12 an output that is not the name of a cell is an error that says so', () => {
		const { engine } = open(workbookOf(MODEL, NAMES));
		expect(engine.evaluate({}, ['totl', 'block'])).toEqual([
			{ error: '#NAME?', message: 'No cell is called “totl”.' },
			{ error: '#NAME?', message: 'No cell is called “block”.' }
		]);
	});

	test('ENG-12 it is exact where formulas fill several cells, too', () => {
		const { engine } = open(
			workbookOf(
				{ S: { A1: 1, B1: 2, D1: '=TRANSPOSE(A1:B1)', E1: '=D2*10' } },
				{ second: '=S!$B$1', out: '=S!$E$1' }
			)
		);
		expect(engine.evaluate({ second: 7 }, ['out'])).toEqual([70]);
		expect(engine.evaluate({}, ['out'])).toEqual([20]);
	});

	test('ENG-12 it is exact where an override fills several cells, too', () => {
		const { engine } = open(workbookOf(MODEL, NAMES));
		const before = [...engine.values()];
		expect(engine.evaluate({ price: '=TRANSPOSE({4,5})' }, ['price'])).toMatchObject([{ error: '#SPILL!' }]);
		expect([...engine.values()]).toEqual(before);
		expect(engine.evaluate({}, ['total'])).toEqual([6]);
	});
});

describe('who reads whom', () => {
	test('ENG-13 dependents are found through names, ranges and whole columns, each once', () => {
		const workbook = workbookOf(
			{
				S: {
					A1: 1,
					B1: '=price+price',
					B2: '=SUM(A1:A9)',
					B3: '=SUM(A1:A3)',
					B4: '=SUM(A:A)+A1',
					B5: '=A2',
					B6: '=twice'
				}
			},
			{ price: '=S!$A$1', twice: '=price*2' }
		);
		const { engine } = open(workbook);
		const found = engine.dependents(at('A1')).map(({ row }) => `B${row + 1}`);
		expect(found.sort()).toEqual(['B1', 'B2', 'B3', 'B4', 'B6']);
		expect(engine.dependents(at('B5'))).toEqual([]);
		expect(engine.dependents(at('nowhere!A1'))).toEqual([]);
	});

	test('ENG-13 precedents are the references of the formula in use, names included', () => {
		const workbook = workbookOf(MODEL, NAMES);
		const { engine } = open(workbook);
		expect(engine.precedents(at('B1')).map(({ text }) => text)).toEqual(['price', 'count']);
		expect(engine.precedents(at('A1'))).toEqual([]);
	});
});

describe('records', () => {
	const figure: Figure = {
		id: 'v3-cost',
		name: 'deepseek.v3_cost',
		label: '',
		entity: 'DeepSeek',
		country: '',
		category: '',
		metric: 'training cost',
		published: 6e6,
		unit: 'USD',
		qualifier: 'nearly',
		wording: '',
		low: 5.5e6,
		high: null,
		digits: 1,
		periodStart: '',
		periodEnd: '2024-12',
		asOf: '2024-12',
		source: 'row-2025',
		tier: 'secondary',
		attributedTo: '',
		note: 'a note'
	};
	const assumption: Assumption = {
		id: 'start',
		name: 'assume.start',
		label: '',
		unit: 'date',
		low: '=DATE(2025,1,1)',
		high: 46000,
		choices: [],
		reason: 'seen',
		sources: ['v3-cost', 'other']
	};
	const FORMULAS = {
		A1: '=FIGURE("v3-cost","published")',
		A2: '=FIGURE("v3-cost","Wording")',
		A3: '=FIGURE("v3-cost","high")',
		A4: '=figure(B1,"low")*2',
		A5: '=FIGURE("v3-cost","as_of")',
		A6: '=ASSUMPTION("ASSUME.start","low")',
		A7: '=ASSUMPTION("assume.start","sources")',
		A8: '=FIGURE("gone","low")',
		A9: '=ASSUMPTION("assume.start","wording")',
		B1: 'v3-cost'
	};

	test('ENG-14 FIGURE and ASSUMPTION answer from the records, and follow when these change', () => {
		const workbook = workbookOf({ S: FORMULAS });
		workbook.tables.figure.set(figure.id, figure);
		workbook.tables.assumption.set(assumption.id, assumption);
		const { engine, apply } = open(workbook);
		const read = () => Array.from({ length: 9 }, (_, row) => engine.valueAt({ sheet: 's', row, column: 0 }));
		expect(read()).toEqual([
			6e6,
			'',
			'',
			11e6,
			'2024-12',
			45658,
			'v3-cost; other',
			{ error: '#N/A', message: 'There is no figure “gone”: check its id on the Figures sheet.' },
			{
				error: '#VALUE!',
				message: 'ASSUMPTION has no field “wording”: it knows low, high, unit, reason, sources.'
			}
		]);
		const changes = apply([
			{ kind: 'figure', id: figure.id, before: figure, after: { ...figure, published: 7e6 } },
			{ kind: 'assumption', id: assumption.id, before: assumption, after: { ...assumption, low: 1 } }
		]);
		expect(changes).toEqual([
			{ ...at('A1'), value: 7e6 },
			{ ...at('A6'), value: 1 }
		]);
	});

	test.each(['=B1*2', '=FIGURE("v3-cost","low")', '=ASSUMPTION("assume.start","low")', '=SETTING("about")'])(
		'ENG-14 an end of an assumption that refers to other cells or records has no value: %s',
		(low) => {
			const workbook = workbookOf({ S: { A1: '=ASSUMPTION("assume.start","low")', A2: '=1+1' } });
			workbook.tables.figure.set(figure.id, figure);
			workbook.tables.assumption.set(assumption.id, { ...assumption, low });
			const { engine } = open(workbook);
			expect(engine.valueAt(at('A1'))).toMatchObject({ error: '#VALUE!' });
			expect(engine.valueAt(at('A2'))).toBe(2);
		}
	);
});

test('ENG-14 SETTING answers from the settings of the workbook, and follows when these change', () => {
	const workbook = workbookOf({ S: { A1: '=SETTING("About")', A2: '=setting("nosuch")', A3: '=A1&"!"' } });
	const { engine, apply } = open(workbook);
	expect(engine.valueAt(at('A1'))).toBe('printed digits');
	expect(engine.valueAt(at('A2'))).toEqual({
		error: '#VALUE!',
		message: 'SETTING has no field “nosuch”: it knows about.'
	});
	const before = settingsOf(workbook);
	const after: Settings = { ...before, aboutReading: { kind: 'percent', percent: 0.05 } };
	const patch: Patch = [{ kind: 'settings', id: before.id, before, after }];
	expect(apply(patch)).toEqual([
		{ ...at('A1'), value: 'plus or minus 5 %' },
		{ ...at('A3'), value: 'plus or minus 5 %!' }
	]);
	apply(invertPatch(patch));
	expect(engine.valueAt(at('A1'))).toBe('printed digits');
});

test('ENG-15 help names every function with its parameters, ours and those that do not exist in it left out', () => {
	const help = new FormulaEngine().describeFunctions();
	const byName = new Map(help.map((entry) => [entry.name, entry]));
	expect(byName.get('SUMIF')!.parameters.map(({ name, isOptional }) => [name, isOptional])).toEqual([
		['range', false],
		['criteria', false],
		['sum_range', true]
	]);
	expect(byName.get('SUM')!.parameters.at(-1)!.isRepeated).toBe(true);
	expect(byName.get('FIGURE')!.parameters).toHaveLength(2);
	expect(byName.has('WEBSERVICE')).toBe(false);
	expect(byName.get('LAMBDA')!.parameters.at(-1)!.isRepeated).toBe(true);
	expect([...byName.keys()].filter((name) => !/^[A-Z]/.test(name))).toEqual([]);
	for (const { name, description, category } of help) expect([name, description, category]).not.toContain('');
});
