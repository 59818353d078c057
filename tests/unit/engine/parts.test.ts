import { describe, expect, test } from 'vitest';
import {
	BareFormulaEngine,
	FormulaEngine,
	loadPart,
	partsBrought,
	partsCalled,
	type PartName
} from '$lib/engine';
import { RARE_NAMES } from '$lib/engine/functions/numeric';
import { RARE_FUNCTIONS } from '$lib/engine/functions/numeric/rare-functions';
import { explainArgumentCount } from '$lib/engine/argument-count';
import type { Workbook } from '$lib/workbook';
import { starterWorkbook } from '../../starter';
import { at, edit, workbookOf } from './model-workbook';

const CALLS: readonly [PartName, string][] = [
	['formatText', 'text ( A2,"0")'],
	['rareFunctions', 'ImSum("1+i",2)']
];

const PLACES: readonly [string, (workbook: Workbook, formula: string) => void][] = [
	['a cell', ({ cells }, content) => cells.get('s')!.set(0, { content })],
	['a name', ({ tables }, refersTo) => tables.name.set('n', { id: 'n', name: 'n', refersTo })],
	[
		'a scenario',
		({ tables }, formula) => {
			const overrides = { n: formula };
			tables.scenario.set('x', { id: 'x', title: 'x', reason: '', position: 1, overrides });
		}
	],
	[
		'an assumption',
		({ tables }, high) => {
			const record = { id: 'a', name: 'a', label: 'a', unit: '', low: null, high };
			tables.assumption.set('a', { ...record, choices: [], reason: '', sources: [] });
		}
	]
];

describe('parts that are loaded when a formula needs them', () => {
	test.each(PLACES)('ENG-161 a call is seen in %s', (_where, add) => {
		for (const [part, call] of CALLS) {
			const workbook = workbookOf({
				S: { A1: "'=TEXT(1)", A2: '=context(1)+PRICES(1)', A3: 'text (of a cell)' }
			});
			expect([...partsCalled(workbook)]).toEqual([]);
			add(workbook, `=1&${call}`);
			expect([...partsCalled(workbook)]).toEqual([part]);
		}
	});

	test('ENG-161 a call is seen when a patch brings it, and a function that is handed over by its name', () => {
		const workbook = workbookOf({ S: { A1: '=TEXT(1,"0")' } });
		const brought = (content: string) => [...partsBrought([edit(workbook, 'A2', content)])];
		expect(brought('=TEXT(1,"0")')).toEqual(['formatText']);
		expect(brought('=TEXT(PRICE(1),"0")')).toEqual(['formatText', 'rareFunctions']);
		expect(brought('=MAP(A1:A3,IMABS)')).toEqual(['rareFunctions']);
		expect(brought('=erf.precise(1)')).toEqual(['rareFunctions']);
		expect(brought('=1')).toEqual([]);
		expect([...partsBrought([edit(workbook, 'A1', null)])]).toEqual([]);
	});

	test('ENG-161 the shipped workbook needs no rare functions', () => {
		expect([...partsCalled(starterWorkbook())]).not.toContain('rareFunctions');
	});

	test('ENG-162 the names of the rare functions are those that are offered', () => {
		const offered = RARE_FUNCTIONS.flatMap(({ name, aliases }) => [name, ...aliases]);
		expect(RARE_NAMES).toEqual(offered.sort());
		expect(new Set(RARE_NAMES).size).toBe(RARE_NAMES.length);
	});

	test('ENG-162 until they are there each is an error that says so, and never counts as misspelt', async () => {
		const calls = RARE_NAMES.map((name) => `=${name}(A1:A3,"1",{1,2})`);
		const load = (engine: BareFormulaEngine, formulas: readonly string[]) => {
			engine.load(
				workbookOf({ S: Object.fromEntries(formulas.map((formula, row) => [`B${row + 1}`, formula])) })
			);
			return formulas.map((_, row) => engine.valueAt(at(`B${row + 1}`)));
		};
		for (const [index, value] of load(new BareFormulaEngine(), calls).entries()) {
			const message = `What ${RARE_NAMES[index]} is calculated with could not be loaded: reload the page when it can be reached.`;
			expect(value).toEqual({ error: '#VALUE!', message });
		}
		const wrong = ['=CONVERTT(1)', '=PRICE(1)+SIN()', '=1+1', '=IMSUM("1+i",2)'];
		expect(load(new BareFormulaEngine(), wrong).slice(0, 3)).toMatchObject([
			{ error: '#NAME?', message: expect.stringContaining('Did you mean CONVERT?') },
			{ error: '#VALUE!' },
			2
		]);
		expect(explainArgumentCount(wrong[1]!)).toBe('SIN takes 1 argument; here it has none.');
		expect(load(new BareFormulaEngine(await loadPart('rareFunctions')), wrong)[3]).toBe('3+i');
		expect(load(new FormulaEngine(), wrong)[3]).toBe('3+i');
	});
});
