import { describe, expect, it } from 'vitest';
import { calculatedTable } from '$lib/cli/calculated-table';
import type { CellValue, Evaluate, Scenario } from '$lib/workbook';
import { smallWorkbook } from './small-workbook';

const workbook = smallWorkbook(
	{
		Second: { A1: 'Beta', B1: { content: 1, unit: 'USD' }, C1: 2, A2: 'Gamma', B2: 3 },
		Figures: { A1: 'Published', C1: 4 },
		First: { A1: 'Alpha', B1: 5 }
	},
	{
		'a.last': '=Second!$B$2',
		'b.first': '=Second!$B$1',
		'b.third': '=Second!$C$1',
		'c.other_sheet': '=First!$B$1',
		'd.figure': '=Figures!$C$1',
		'e.range': '=Second!$B$1:$B$2',
		'f.constant': '=0.5',
		'g.gone': '=Missing!$A$1'
	}
);
const scenarios: Scenario[] = [
	{ id: 'late', title: 'Late', reason: '', position: 2, overrides: { x: 2 } },
	{ id: 'early', title: 'Early', reason: '', position: 1, overrides: { x: 1 } }
];
for (const scenario of scenarios) workbook.tables.scenario.set(scenario.id, scenario);

describe('calculatedTable', () => {
	it('CAL-20 gives names of single cells by sheet, row and column, and scenarios by position', async () => {
		const evaluate: Evaluate = (overrides, outputs) =>
			outputs.map((name) => `${name} ${Number(overrides['x'] ?? 0)}`);
		const table = await calculatedTable(workbook, evaluate);
		const texts = table.map((record) =>
			record.map((field) => (field && typeof field === 'object' && 'text' in field ? field.text : field))
		);
		const values = (name: string) => [`${name} 0`, `${name} 1`, `${name} 2`];
		expect(texts).toEqual([
			['name', 'label', 'unit', 'as_reported', 'early', 'late'],
			['b.first', 'Beta', 'USD', ...values('b.first')],
			['b.third', 'Beta', '', ...values('b.third')],
			['a.last', 'Gamma', '', ...values('a.last')],
			['c.other_sheet', 'Alpha', '', ...values('c.other_sheet')]
		]);
	});

	it.each<[string, CellValue, unknown]>([
		['a number to 15 significant digits', 0.1 + 0.2, 0.3],
		['a large number', 1714285714.2857144, 1714285714.28571],
		['a whole number', 100000000, 100000000],
		['a text that looks like a formula', '-not reached', { text: '-not reached' }],
		['a truth value', false, { text: 'FALSE' }],
		['an error', { error: '#DIV/0!', message: 'Divided by zero.' }, { text: '#DIV/0!' }],
		['a blank', null, null]
	])('CAL-21 gives %s', async (_what, value, field) => {
		const table = await calculatedTable(workbook, (_overrides, outputs) => outputs.map(() => value));
		expect(table[1]!.slice(3)).toEqual([field, field, field]);
	});
});
