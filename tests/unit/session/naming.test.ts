import { describe, expect, test } from 'vitest';
import { usesOfName, usesWords } from '$lib/session/naming';
import { cellKey, emptyWorkbook, type Content } from '$lib/workbook';

function workbookOf(contents: readonly Content[], names: Readonly<Record<string, string>>) {
	const workbook = emptyWorkbook();
	const cells = contents.map((content, row) => [cellKey({ row, column: 0 }), { content }] as const);
	workbook.cells.set('s', new Map(cells));
	for (const [name, refersTo] of Object.entries(names))
		workbook.tables.name.set(name, { id: name, name, refersTo });
	return workbook;
}

describe('what uses a name', () => {
	test('PAG-181 formulas and other names are counted once each, in any case, texts and longer names are not', () => {
		const contents = ['=rate+RATE', '="rate"', 'rate', '=rate.low', '=SUM(A1,Rate)', 4];
		const workbook = workbookOf(contents, {
			rate: '=S!$A$6',
			'rate.low': '=S!$A$6*0.9',
			twice: '=rate*2'
		});
		expect(usesOfName(workbook, 'rate')).toEqual({ formulas: 2, names: 1 });
		expect(usesOfName(workbook, 'RATE.LOW')).toEqual({ formulas: 1, names: 0 });
	});

	test('PAG-181 a name that is called like a function is used', () => {
		const workbook = workbookOf(['=grown(A1)', '=grown(2)'], { grown: '=LAMBDA(x,x*2)' });
		expect(usesOfName(workbook, 'grown')).toEqual({ formulas: 2, names: 0 });
	});

	test('PAG-181 the words tell what deleting it would do', () => {
		expect(usesWords({ formulas: 0, names: 0 })).toBe('No formula uses it.');
		expect(usesWords({ formulas: 1, names: 0 })).toBe('1 formula uses it: without it there will be #NAME?.');
		expect(usesWords({ formulas: 1200, names: 2 })).toBe(
			'1,200 formulas and 2 other names use it: without it there will be #NAME?.'
		);
	});
});
