import { describe, expect, it } from 'vitest';
import { referredRanges } from '$lib/session/active-formula';
import { smallWorkbook } from '../editing/small-workbook';

describe('referredRanges', () => {
	it('GRD-23 marks a range once, however often the formula reads it', () => {
		const ranges = referredRanges(smallWorkbook(), '=SUMPRODUCT(A1:A9,a$1:A$9)+B2*B2', 'data', 'data');
		expect(ranges.map(({ range }) => range.from)).toEqual([
			{ row: 0, column: 0 },
			{ row: 1, column: 1 }
		]);
	});
});
