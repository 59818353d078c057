import { expect, test } from 'vitest';
import type { Command } from '$lib/editing';
import { indexLedger } from '$lib/ledger';
import { outOfRange } from '$lib/session/out-of-range';
import { at, smallWorkbook } from '../editing/small-workbook';

/** The small workbook, in which a price goes from 1 to 5 and a growth, whose worse end is the larger one, from -0.5 to 0.2. */
function ledger() {
	const workbook = smallWorkbook();
	const { assumption } = workbook.tables;
	assumption.set('assume.price', { ...assumption.get('assume.price')!, high: 5 });
	assumption.set('assume.growth', { ...assumption.get('assume.growth')!, low: 0.2, high: -0.5 });
	return indexLedger(workbook);
}

const typed = (address: string, content: string | number | null): Command => ({
	do: 'set-contents',
	cells: [{ ...at('data', address), content }]
});

test('GRD-222 an assumption outside of its range is told with the range as its cell shows it', () => {
	expect(outOfRange(ledger(), typed('B2', 5.01))).toBe(
		'Outside of the range of “Price”, 1.00 to 5.00: it is taken all the same.'
	);
	expect(outOfRange(ledger(), typed('B3', 0.25))).toBe(
		'Outside of the range of “Growth”, -50% to 20%: it is taken all the same.'
	);
	expect(
		outOfRange(ledger(), { do: 'set-override', scenario: 'dear', name: 'assume.price', content: 0 })
	).toMatch(/^Outside of the range of “Price”/);
});

test('GRD-222 several of them are counted', () => {
	const cells = [
		{ ...at('data', 'B2'), content: 9 },
		{ ...at('data', 'B3'), content: -1 }
	];
	expect(outOfRange(ledger(), { do: 'set-contents', cells })).toBe(
		'2 assumptions are outside of their ranges now: they are taken all the same.'
	);
});

test('GRD-222 of what lies within, is no number or no assumption nothing is said', () => {
	const within = [
		typed('B2', 1),
		typed('B2', 5),
		typed('B2', null),
		typed('B2', '=9'),
		typed('B2', 'words'),
		typed('B3', -0.5),
		typed('C9', 99),
		{ do: 'add-sheet' } as const
	];
	expect(within.map((command) => outOfRange(ledger(), command))).toEqual(within.map(() => ''));
	// An end that is a formula is not known here, nor is on which side it lies.
	expect(outOfRange(indexLedger(smallWorkbook()), typed('B2', 0))).toBe('');
});
