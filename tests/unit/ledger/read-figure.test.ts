import { describe, expect, test } from 'vitest';
import { createInterval, exactly, WHOLE_LINE } from '$lib/interval';
import { readFigure, restsOnReading } from '$lib/ledger';
import { QUALIFIERS, readingWords, type AboutReading } from '$lib/workbook';
import { sampleFigure } from './sample-figure';

const PRINTED: AboutReading = { kind: 'printed-digits' };
const PERCENT: AboutReading = { kind: 'percent', percent: 0.1 };
const FLAG: AboutReading = { kind: 'flag-only' };

describe('what stands fast under every reading', () => {
	test.each([
		['exact', {}, exactly(6e6)],
		['exact', { low: 1, high: 2 }, exactly(6e6)],
		['more-than', {}, createInterval(6e6, Infinity, 'low')],
		['more-than', { low: 6e6, high: 9e6 }, createInterval(6e6, Infinity, 'low')],
		['at-least', {}, createInterval(6e6, Infinity)],
		['at-most', {}, createInterval(0, 6e6)],
		['at-most', { unit: 'share', published: 0.3 }, createInterval(-Infinity, 0.3)],
		['at-most', { published: -5 }, createInterval(-Infinity, -5)],
		['between', { low: 4e6, high: 9e6 }, createInterval(4e6, 9e6)],
		['between', { low: 4e6 }, createInterval(4e6, Infinity)],
		['between', { high: 9e6 }, createInterval(0, 9e6)],
		['order-of-magnitude', { low: 1e6, high: 1e7 }, createInterval(1e6, 1e7, 'high')]
	] as const)('LED-6 %s with %o', (qualifier, fields, expected) => {
		for (const reading of [PRINTED, PERCENT, FLAG]) {
			expect(readFigure(sampleFigure({ qualifier, ...fields }), reading)).toEqual(expected);
		}
	});
});

describe('about', () => {
	const about = sampleFigure({ qualifier: 'about' });

	test('LED-7 printed digits: half a unit of the last printed digit to both sides', () => {
		expect(readFigure(about, PRINTED)).toEqual(createInterval(5.5e6, 6.5e6));
		expect(readFigure({ ...about, published: 0.3894, digits: 4 }, PRINTED)).toEqual(
			createInterval(0.38935, 0.38945)
		);
		expect(readFigure({ ...about, published: -0.3, digits: 2 }, PRINTED)).toEqual(
			createInterval(-0.305, -0.295)
		);
	});

	test('LED-7 printed digits: what the record says of low and high goes before', () => {
		expect(readFigure({ ...about, low: 5.9e6, high: 6.4e6 }, PRINTED)).toEqual(createInterval(5.9e6, 6.4e6));
	});

	test('LED-7 printed digits: without their number, the last digit that is not zero', () => {
		expect(readFigure({ ...about, published: 5_576_000, digits: null }, PRINTED)).toEqual(
			createInterval(5_575_500, 5_576_500)
		);
	});

	test('LED-8 percent: a share of the value to both sides, whatever low and high say', () => {
		expect(readFigure({ ...about, low: 1, high: 2 }, PERCENT)).toEqual(createInterval(5.4e6, 6.6e6));
		expect(readFigure({ ...about, published: -100 }, PERCENT)).toEqual(createInterval(-110, -90));
	});

	test('LED-9 flag only: the value, as it stands', () => {
		expect(readFigure({ ...about, low: 1, high: 2 }, FLAG)).toEqual(exactly(6e6));
	});
});

describe('nearly', () => {
	const nearly = sampleFigure({ qualifier: 'nearly' });

	test('LED-7 printed digits: half a unit below, and never the value itself', () => {
		expect(readFigure(nearly, PRINTED)).toEqual(createInterval(5.5e6, 6e6, 'high'));
		expect(readFigure({ ...nearly, low: 5.8e6 }, PRINTED)).toEqual(createInterval(5.8e6, 6e6, 'high'));
	});

	test('LED-8 percent: a share below', () => {
		expect(readFigure(nearly, PERCENT)).toEqual(createInterval(5.4e6, 6e6, 'high'));
	});

	test('LED-9 flag only: that it is below the value stays a claim', () => {
		expect(readFigure(nearly, FLAG)).toEqual(createInterval(0, 6e6, 'high'));
	});
});

test('LED-10 bounds that contradict each other say nothing', () => {
	expect(readFigure(sampleFigure({ qualifier: 'between', low: 9, high: 4 }), PRINTED)).toEqual(WHOLE_LINE);
	expect(readFigure(sampleFigure({ qualifier: 'order-of-magnitude', low: 9, high: 9 }), PRINTED)).toEqual(
		WHOLE_LINE
	);
	expect(readFigure(sampleFigure({ qualifier: 'about', low: 9e6, high: 1e6 }), PRINTED)).toEqual(WHOLE_LINE);
});

test('LED-11 only about and nearly rest on a reading, and not where it is a flag only', () => {
	for (const qualifier of QUALIFIERS) {
		const isRead = qualifier === 'about' || qualifier === 'nearly';
		expect(restsOnReading(sampleFigure({ qualifier }), PRINTED)).toBe(isRead);
		expect(restsOnReading(sampleFigure({ qualifier }), PERCENT)).toBe(isRead);
		expect(restsOnReading(sampleFigure({ qualifier }), FLAG)).toBe(false);
	}
});

test('LED-11 a reading is named as the setting is', () => {
	expect([PRINTED, { kind: 'percent', percent: 0.07 } as const, FLAG].map(readingWords)).toEqual([
		'printed digits',
		'plus or minus 7 %',
		'flag only'
	]);
});
