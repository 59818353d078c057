import { describe, expect, test } from 'vitest';
import {
	dateTicks,
	linearScale,
	logarithmicScale,
	valueExtent,
	type Extent
} from '$lib/view/chart/axis-scale';
import { shortenLabel, tickTexts, wrapLabel } from '$lib/view/chart/axis-text';
import type { ChartData, ChartPoint } from '$lib/session/chart-data';

const closed = (min: number, max: number): Extent => ({ min, max, isOpenLow: false, isOpenHigh: false });
const USD = '[>=1000000000]$#,##0.00,,,"B";[>=1000000]$#,##0.00,,"M";$#,##0';

describe('axes of charts', () => {
	test.each([
		[closed(118.7, 142), false, 115, 145],
		[closed(4.28e9, 51.2e9), true, 0, 60e9],
		[closed(-0.3, 0.2), true, -0.3, 0.2],
		[closed(0, 0), true, 0, 1],
		[closed(7, 7), true, 0, 8],
		[closed(-7, -7), true, -8, 0],
		[closed(1e-9, 3e-9), true, 0, 3e-9]
	])('CHT-11 a linear axis spans round numbers around its values: %j', (extent, isFromZero, min, max) => {
		const scale = linearScale(extent, isFromZero);
		expect(scale.min).toBeCloseTo(min, 12);
		expect(scale.max).toBeCloseTo(max, 12);
		expect(scale.ticks.length).toBeGreaterThanOrEqual(3);
		expect(scale.ticks.length).toBeLessThanOrEqual(8);
		expect([scale.ticks[0], scale.ticks.at(-1)]).toEqual([scale.min, scale.max]);
	});

	test('CHT-11 ticks are the decimals that they are written as', () => {
		expect(linearScale(closed(0, 0.5), true).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
	});

	test('CHT-11 a logarithmic axis has its ticks at powers of ten, and the least bar a length', () => {
		const scale = logarithmicScale(closed(1e6, 1.1e9), true);
		expect(scale.ticks).toEqual([1e5, 1e6, 1e7, 1e8, 1e9]);
		expect(scale.max).toBeGreaterThan(1.1e9);
		expect(scale.max).toBeLessThan(1e10);
		expect(logarithmicScale(closed(5, 5), false).ticks).toEqual([1, 10]);
		expect(logarithmicScale(closed(1e-9, 1e12), false).ticks.length).toBeLessThanOrEqual(8);
	});

	test('CHT-11 an open end leaves room for its arrow', () => {
		const open = { ...closed(6e6, 1e8), isOpenHigh: true };
		expect(logarithmicScale(open, true).max).toBeGreaterThan(1e9);
		expect(linearScale({ ...open, min: 0 }, true).max).toBeGreaterThan(1.1e8);
	});

	test('CHT-11 ticks show the number format of the cells without decimals that are zero', () => {
		expect(tickTexts([0, 1e6, 2.5e6, 1e8, 1e9], USD, 'en-US')).toEqual([
			'$0',
			'$1M',
			'$2.5M',
			'$100M',
			'$1B'
		]);
		expect(tickTexts([0, 0.1, 0.25], '0.0%', 'en-US')).toEqual(['0%', '10%', '25%']);
		expect(tickTexts([1000, 1500.5], '#,##0.00', 'de-DE')).toEqual(['1.000', '1.500,5']);
		expect(tickTexts([100, 1000], '#,##0', 'en-US')).toEqual(['100', '1,000']);
		expect(tickTexts([1e24], '0.00E+00', 'en-US')).toEqual(['1E+24']);
		expect(tickTexts([45_658], 'yyyy', 'en-US')).toEqual(['2025']);
	});

	test('CHT-11 ticks of dates stand at beginnings of months or years', () => {
		const january2020 = 43_831;
		const years = dateTicks(january2020, january2020 + 8 * 365.25, 6);
		expect(years.stepMonths).toBe(24);
		expect(tickTexts(years.ticks, 'd mmm yyyy', 'en-US')).toEqual([
			'1 Jan 2020',
			'1 Jan 2022',
			'1 Jan 2024',
			'1 Jan 2026',
			'1 Jan 2028'
		]);
		const months = dateTicks(january2020 + 1, january2020 + 100, 6);
		expect(tickTexts(months.ticks, 'd mmm', 'en-US')).toEqual(['1 Feb', '1 Mar', '1 Apr']);
	});

	test('CHT-11 what an axis must hold counts bounds and marks, and says where no limit is', () => {
		const point = (value: number | null, low?: number, high?: number): ChartPoint => ({
			...{ value, text: '', lowText: '', highText: '', words: '', isHollow: false, isDashed: false },
			...(low !== undefined && high !== undefined
				? { bounds: { low, high, isLowOpen: false, isHighOpen: false } }
				: {})
		});
		const data = {
			scale: 'linear',
			marks: [
				{ label: 'm', axis: 'value', value: 90, text: '' },
				{ label: 'c', axis: 'category', value: 9999, text: '' }
			],
			series: [
				{
					label: 's',
					isProjected: false,
					points: [point(5, 0, 7), point(8, 6, Infinity), point(null, -4, 400)]
				}
			]
		} as unknown as ChartData;
		expect(valueExtent(data)).toEqual({ min: 0, max: 90, isOpenLow: false, isOpenHigh: true });
		// Zero has no place on a logarithmic axis: the whisker runs off it.
		expect(valueExtent({ ...data, scale: 'logarithmic' })).toEqual({
			...{ min: 5, max: 90, isOpenLow: true, isOpenHigh: true }
		});
		expect(valueExtent({ ...data, marks: [], series: [] })).toBeUndefined();
	});
});

describe('labels of charts', () => {
	const measure = (text: string) => text.length;

	test('CHT-12 a label breaks at spaces, and what does not fit ends in an ellipsis', () => {
		expect(wrapLabel('China private AI investment, 2024', 18, 2, measure)).toEqual([
			'China private AI',
			'investment, 2024'
		]);
		expect(wrapLabel('One quarter of Chinese AI venture', 14, 2, measure)).toEqual([
			'One quarter of',
			'Chinese AI ve…'
		]);
		expect(wrapLabel('Short', 14, 2, measure)).toEqual(['Short']);
		expect(wrapLabel('', 14, 2, measure)).toEqual([]);
	});

	test('CHT-12 no label is wider than its room', () => {
		expect(shortenLabel('State guidance fund, per year', 21, measure)).toBe('State guidance fund…');
		expect(wrapLabel('Unbreakablylongword next', 8, 2, measure).every((line) => line.length <= 8)).toBe(true);
	});
});
