import { expect, test } from 'vitest';
import { starterWorkbook } from '../../starter';

test('DAT-1 the data package builds the starter workbook with its 473 names, 188 figures and 33 drivers', () => {
	const { tables } = starterWorkbook();
	expect(tables.name.size).toBe(473);
	expect(tables.figure.size).toBe(188);
	expect(tables.assumption.size).toBe(33);
});
