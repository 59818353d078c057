import { describe, expect, test } from 'vitest';
import { formatOfFormula } from '$lib/session/formula-format';
import { Editor } from '$lib/editing';
import { at, smallWorkbook } from '../editing/small-workbook';

function workbook() {
	const editor = new Editor(smallWorkbook());
	const cells = [
		{ ...at('sums', 'D1'), content: 5, format: '$#,##0' },
		{ ...at('sums', 'D2'), content: 7, format: '$#,##0' },
		{ ...at('sums', 'D3'), content: 0.5, format: '0%' },
		{ ...at('sums', 'E1'), content: 45748, format: 'd mmm yyyy' },
		{ ...at('sums', 'E2'), content: 45750, format: 'd mmm yyyy' },
		{ ...at('sums', 'F1'), content: '007', format: '@' },
		{ ...at('sums', 'F2'), content: 12, format: '$0.00"/h"' },
		{ ...at('sums', 'F3'), content: 8, format: '#,##0' },
		{ ...at('sums', 'F4'), content: 8, format: '"$"#,##0.00_);\\("$"#,##0.00\\)' },
		{ ...at('sums', 'F5'), content: 8e9, format: '[>=1000000000]$#,##0.00,,,"B";$#,##0' },
		{ ...at('sums', 'F6'), content: 8e9, format: '"CN¥"#,##0.0,,,"B"' }
	];
	const done = editor.execute({ do: 'set-contents', cells });
	if (!done.ok) throw new Error(done.error);
	return editor.workbook;
}

test('PAG-371 an amount of money that is per something else loses its format with the first multiplication', () => {
	const formatOf = (formula: string) => formatOfFormula(workbook(), at('sums', 'H1'), formula);
	expect(formatOf('=F2*F3')).toBeUndefined();
	expect(formatOf('=F2')).toBe('$0.00"/h"');
	expect(formatOf('=F5*2')).toBe('[>=1000000000]$#,##0.00,,,"B";$#,##0');
	expect(formatOf('=F6*2')).toBe('"CN¥"#,##0.0,,,"B"');
	expect(formatOf('=F4*F3')).toBe('"$"#,##0.00_);\\("$"#,##0.00\\)');
});

describe('the format that a formula implies', () => {
	test.each([
		['=TODAY()', 'yyyy-mm-dd'],
		['=date(2025,3,4)', 'yyyy-mm-dd'],
		['=EDATE(E1,1)', 'yyyy-mm-dd'],
		['=NOW()', 'yyyy-mm-dd hh:mm'],
		['=TODAY()-E1', undefined],
		['=SUM(D1:D2)', '$#,##0'],
		['=SUM(D1:D9)', undefined],
		['=SUM(D1:D2, D1)', '$#,##0'],
		['=D1-D2', '$#,##0'],
		['=D1+D3', undefined],
		['=D1*D2', undefined],
		['=D1/D2', undefined],
		['=D1*2', '$#,##0'],
		['=2*D1/A9', '$#,##0'],
		['=D1*(1+D3)', '$#,##0'],
		['=D1*D3', '$#,##0'],
		['=2/D1', undefined],
		['=(D1+1)*2', undefined],
		['=D1*2+1', undefined],
		['=D1*E1', undefined],
		['=D1^2', undefined],
		['=E1+1', 'd mmm yyyy'],
		['=E1-A9', 'd mmm yyyy'],
		['=30+E1', 'd mmm yyyy'],
		['=30-E1', undefined],
		['=E1*2', undefined],
		['=E1+D3', undefined],
		['=E2-E1+1', undefined],
		['=COUNT(D1:D2)', undefined],
		['=ROUND(D1,0)', '$#,##0'],
		['=D3', '0%'],
		['=E1', 'd mmm yyyy'],
		['=MAX(E1:E2)', 'd mmm yyyy'],
		['=SUM(E1:E2)', undefined],
		['=E2-E1', undefined],
		['=F1', undefined],
		['=openai.cost', '$#,##0'],
		['=Data!B3', '0%'],
		['=1+2', undefined],
		['=A9', undefined],
		['=', undefined],
		['=SUM(D1', '$#,##0']
	])('GRD-116 %s', (formula, format) => {
		expect(formatOfFormula(workbook(), at('sums', 'H1'), formula)).toBe(format);
	});
});
