import { describe, expect, it } from 'vitest';
import { referredRanges } from '$lib/session/active-formula';
import { emptyWorkbook } from '$lib/workbook';

describe('referredRanges', () => {
	it('GRD-23 marks a range once, however often the formula reads it', () => {
		const workbook = emptyWorkbook();
		const home = [...workbook.tables.sheet.keys()][0]!;
		const ranges = referredRanges(workbook, '=SUMPRODUCT(A1:A9,a$1:A$9)+B2*B2', home, home);
		expect(ranges.map(({ range }) => range.from)).toEqual([
			{ row: 0, column: 0 },
			{ row: 1, column: 1 }
		]);
	});
});
