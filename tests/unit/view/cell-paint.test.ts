import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Color } from '$lib/workbook';
import { FILLS, INKS } from '../../../src/lib/view/format-bar/palette';
import { darkPaint, LEAST_CONTRAST, lightPaint, type Paint } from '../../../src/lib/view/grid/cell-paint';
import { colorOf, contrast, oklabOf } from '../../../src/lib/view/grid/oklab';

const theme = readFileSync(join(import.meta.dirname, '../../../src/lib/view/theme.css'), 'utf8');

/** A colour of the page in both themes. */
function themed(name: string): { light: Color; dark: Color } {
	const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(theme)!;
	return { light: light as Color, dark: dark as Color };
}

const PAPER = themed('paper');
const STATES = ['ink', 'muted', 'reported', 'assumed', 'override', 'bad'].map(themed);
const THEMES = [
	['light', lightPaint],
	['dark', darkPaint]
] as const;
/** Steps through all colours. */
const SOME_COLORS = Array.from({ length: 216 }, (_, at): Color => {
	const part = (index: number) => (Math.floor(index) % 6) * 51;
	const hex = [part(at / 36), part(at / 6), part(at)].map((value) => value.toString(16).padStart(2, '0'));
	return `#${hex.join('')}`;
});

describe('colours of cells', () => {
	test('GRD-82 are kept and given back by lightness, chroma and hue', () => {
		for (const color of SOME_COLORS) expect(colorOf(oklabOf(color))).toBe(color);
		expect(oklabOf('#ffffff').lightness).toBeCloseTo(1, 5);
		expect(contrast('#000000', '#ffffff')).toBe(21);
	});

	test.each(THEMES)('GRD-82 every ink that is offered is read on every fill, %s', (theme, paint) => {
		for (const fill of [undefined, ...FILLS.map(({ color }) => color)]) {
			for (const { color, name } of INKS) {
				const painted: Paint = paint(color, fill);
				const seen = contrast(painted.ink!, painted.fill ?? PAPER[theme]);
				expect(seen, `${name} on ${fill}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
			}
		}
	});

	test.each(THEMES)(
		'GRD-82 the inks of states are read on every fill that leaves them, %s',
		(theme, paint) => {
			for (const { color: fill, name } of FILLS) {
				const painted = paint(undefined, fill);
				const inks = painted.ink ? [painted.ink] : STATES.map((state) => state[theme]);
				for (const ink of inks) {
					expect(contrast(ink, painted.fill!), `${ink} on ${name}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
				}
			}
			expect(FILLS.slice(0, 8).every(({ color }) => paint(undefined, color).ink === undefined)).toBe(true);
		}
	);

	test.each(THEMES)('GRD-82 so is any other ink on any other fill, %s', (theme, paint) => {
		for (const fill of SOME_COLORS) {
			const painted = paint(undefined, fill);
			const inks = painted.ink ? [painted.ink] : STATES.map((state) => state[theme]);
			for (const ink of [...inks, paint(SOME_COLORS[(SOME_COLORS.indexOf(fill) * 7) % 216], fill).ink!]) {
				expect(contrast(ink, painted.fill!), `${ink} on ${fill}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
			}
		}
	});

	test('GRD-82 what was chosen is what is seen on white paper, where it can be read', () => {
		expect(lightPaint('#b3261e', '#e6eeff')).toEqual({ ink: '#b3261e', fill: '#e6eeff' });
		expect(lightPaint('#ffffff', '#2f5fe0')).toEqual({ ink: '#ffffff', fill: '#2f5fe0' });
		expect(lightPaint(undefined, undefined)).toEqual({});
	});
});
