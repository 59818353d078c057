import { describe, expect, it } from 'vitest';
import { labelOfCell } from '$lib/cli/cell-label';
import { parseAddress, type Workbook } from '$lib/workbook';
import { smallWorkbook } from './small-workbook';

function label(workbook: Workbook, address: string): string {
	const parsed = parseAddress(address);
	if (!parsed.ok) throw new Error(parsed.error);
	return labelOfCell(workbook, { sheet: 'sheet-0', ...parsed.value });
}

const workbook = smallWorkbook({
	Costs: {
		A1: 'Costs',
		A3: 'In use',
		B3: 'Value',
		F3: 'Reads',
		A4: "'=V3, as typed",
		B4: '=B9',
		F4: '=B4&""',
		A6: 'By method',
		A7: 'Year',
		B7: 'Press',
		C7: 'Rental',
		A8: 2024,
		B8: 5,
		C8: 6,
		A9: '=A8+1',
		B9: 7,
		C9: 'projection',
		D9: 'A run costs half',
		A11: 'Alone'
	}
});

describe('labelOfCell', () => {
	it('CAL-23 labels the value of a line by its row', () => {
		expect(label(workbook, 'B4')).toBe('=V3, as typed');
		expect(label(workbook, 'A1')).toBe('Costs');
	});

	it('CAL-23 labels other cells of a line and cells of a table by row and column', () => {
		expect(label(workbook, 'F4')).toBe('=V3, as typed — Reads');
		expect(label(workbook, 'B8')).toBe('2024 — Press');
		expect(label(workbook, 'C8')).toBe('2024 — Rental');
	});

	it('CAL-23 labels a row that begins with a computed cell by its longest text', () => {
		expect(label(workbook, 'A9')).toBe('A run costs half — Year');
		expect(label(workbook, 'B9')).toBe('A run costs half — Press');
	});
});
