import { describe, expect, test } from 'vitest';
import { prepared, rangeOf } from './prepared-editor';

describe('what formulas refer to beyond what is in use', () => {
	const READ = {
		F1: '=SUM(B1:B40)',
		F2: '=B40',
		F3: '=SUM(B:B)',
		F4: '=SUM(B$30:C$40)',
		F5: '=SUM(40:40)',
		F6: '=SUM(B2:B1048576)'
	};
	const readings = (book: ReturnType<typeof prepared>) => Object.keys(READ).map((one) => book.content(one));

	test('EDT-234 moves with cells that are inserted', () => {
		const book = prepared(READ);
		book.run({ do: 'insert-cells', sheet: 'data', range: rangeOf('B3'), shift: 'down' });
		expect(readings(book)).toEqual([
			'=SUM(B1:B41)',
			'=B41',
			'=SUM(B:B)',
			'=SUM(B$30:C$40)',
			'=SUM(40:40)',
			'=SUM(B2:B1048576)'
		]);
		book.expectUndone();
	});

	test('EDT-234 moves with cells that are deleted', () => {
		const book = prepared(READ);
		book.run({ do: 'delete-cells', sheet: 'data', range: rangeOf('B3'), shift: 'up' });
		expect(readings(book)).toEqual([
			'=SUM(B1:B39)',
			'=B39',
			'=SUM(B:B)',
			'=SUM(B$30:C$40)',
			'=SUM(40:40)',
			'=SUM(B2:B1048575)'
		]);
		book.expectUndone();
	});

	test('EDT-234 what would be pushed off the sheet is not', () => {
		const book = prepared({ B1048576: 1 });
		expect(book.run({ do: 'insert-cells', sheet: 'data', range: rangeOf('B3'), shift: 'down' })).toMatch(
			/reach to the end of the sheet/
		);
		expect(book.content('B1048576')).toBe(1);
	});
});
