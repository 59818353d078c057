import { describe, expect, test } from 'vitest';
import type { CellView } from '../../../src/lib/view/grid/grid-source';
import { mayNotFit, overflowingFrom, textOverflow } from '../../../src/lib/view/grid/text-overflow';

const LONG = 'What a training run cost, as published and as built up from chips and hours';
const view = (text: string, more: Partial<CellView> = {}): CellView => ({
	text,
	align: 'left',
	state: 'text',
	...more
});
const widthOf = () => 100;

function overflowOf(cells: Record<number, CellView>, column: number, columnCount = 12) {
	return textOverflow(cells[column]!, column, 100, widthOf, (other) => cells[other], columnCount);
}

describe('text that is longer than its column', () => {
	test('GRD-17 runs over blank neighbours up to the next cell that shows something', () => {
		expect(overflowOf({ 2: view(LONG), 5: view('next') }, 2)).toEqual({ left: 0, right: 200 });
		expect(overflowOf({ 2: view(LONG), 3: view('', { state: 'blank' }), 4: view('next') }, 2)).toEqual({
			left: 0,
			right: 100
		});
		expect(overflowOf({ 2: view(LONG), 3: view('next') }, 2)).toBeUndefined();
	});

	test('GRD-17 runs to the left where it is aligned right, both ways where it is centred', () => {
		const right = view(LONG, { align: 'right' });
		expect(overflowOf({ 1: view('x'), 4: right }, 4)).toEqual({ left: 200, right: 0 });
		expect(overflowOf({ 2: view(LONG, { align: 'center' }), 4: view('x') }, 2)).toEqual({
			left: 200,
			right: 100
		});
	});

	test('GRD-17 a formula that gives an empty text stops it, as in Excel', () => {
		expect(overflowOf({ 0: view(LONG), 1: view('', { state: 'derived' }) }, 0)).toBeUndefined();
	});

	test('GRD-81 a wrapped text goes on below and not beside', () => {
		const wrapped = view(LONG, { look: { isWrapped: true } });
		expect(overflowOf({ 2: wrapped }, 2)).toBeUndefined();
		expect(overflowingFrom(3, (column) => (column === 0 ? wrapped : undefined), widthOf)).toBe(-1);
	});

	test('GRD-17 what fits, and the end of the sheet, need no room', () => {
		expect(overflowOf({ 0: view('short') }, 0)).toBeUndefined();
		expect(overflowOf({ 11: view(LONG) }, 11)).toBeUndefined();
	});

	test('GRD-17 a text whose cell is out of view still runs into view', () => {
		const cells: Record<number, CellView> = { 0: view(LONG), 9: view('short') };
		const at = (column: number) => cells[column];
		expect(overflowingFrom(3, at, widthOf)).toBe(0);
		expect(overflowingFrom(0, at, widthOf)).toBe(-1);
		expect(overflowingFrom(9, at, widthOf)).toBe(-1);
		expect(overflowingFrom(11, at, widthOf)).toBe(-1);
		expect(overflowingFrom(300, () => undefined, widthOf)).toBe(-1);
	});
});

describe('numbers', () => {
	const number = view('123,456,789,012', { align: 'right', state: 'derived', isNumber: true });

	test('GRD-18 never run over their neighbours and are never cut to another number', () => {
		expect(overflowOf({ 4: number }, 4)).toBeUndefined();
		expect(mayNotFit(number, 100)).toBe(true);
		expect(mayNotFit(view('16.7×', { align: 'right', state: 'derived', isNumber: true }), 100)).toBe(false);
	});

	test('GRD-18 texts and errors are not numbers, however they are aligned', () => {
		expect(mayNotFit(view(LONG, { align: 'right' }), 100)).toBe(false);
		expect(mayNotFit(view('#DIV/0!', { isError: true, state: 'derived' }), 20)).toBe(false);
	});
});
