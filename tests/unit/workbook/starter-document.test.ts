import { diffWorkbooks, parseWorkbook, serializeWorkbook } from '$lib/workbook';
import { expect, test } from 'vitest';
import { starterWorkbook } from '../../starter';

test('WBK-19 the starter workbook is the same, field for field, when it is read back from its document', () => {
	const workbook = starterWorkbook();
	const read = parseWorkbook(serializeWorkbook(workbook));
	expect(read.ok && diffWorkbooks(workbook, read.value)).toEqual([]);
});
