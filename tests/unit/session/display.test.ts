import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Display } from '$lib/session/display.svelte';

describe('how sheets are shown', () => {
	const stored = new Map<string, string>();

	beforeEach(() => {
		stored.clear();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => stored.get(key) ?? null,
			setItem: (key: string, value: string) => stored.set(key, value)
		});
	});
	afterEach(() => vi.unstubAllGlobals());

	test('ACT-27 zoom and figures are there again', () => {
		const display = new Display();
		display.zoomTo(125);
		display.toggleFigure('max');
		display.toggleFigure('sum');
		const again = new Display();
		again.restore();
		expect(again.zoom).toBe(125);
		expect(again.figures).toEqual(['average', 'count', 'max']);
	});

	test('ACT-27 zoom goes from step to step and ends at 50 and 200 per cent', () => {
		const display = new Display();
		const ups: number[] = [];
		for (let next = display.zoomBeside(1); next !== undefined; next = display.zoomBeside(1)) {
			display.zoomTo(next);
			ups.push(next);
		}
		expect(ups).toEqual([110, 125, 150, 175, 200]);
		display.zoomTo(60);
		expect(display.zoomBeside(-1)).toBe(50);
		display.zoomTo(50);
		expect(display.zoomBeside(-1)).toBeUndefined();
	});

	test.each(['no JSON', '7', '{"zoom":9000,"figures":"sum"}', '{"zoom":"125","figures":["mode"]}'])(
		'ACT-27 %s does no harm',
		(text) => {
			stored.set('reckoner.display', text);
			const display = new Display();
			display.restore();
			expect(display.zoom).toBe(100);
			expect(display.figures.every((figure) => ['average', 'count', 'sum'].includes(figure))).toBe(true);
		}
	);
});
