import { describe, expect, test } from 'vitest';
import { placeNear } from '$lib/view/dialog/place-near';

const WINDOW = { width: 1280, height: 800 };
const DIALOG = { width: 400, height: 460 };
const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 25 });

describe('where a dialog stands', () => {
	test.each([
		['below what it is about', box(200, 150), { left: 200, top: 177 }],
		['within the window', box(1200, 150), { left: 872, top: 177 }],
		['at the edge of the window, where it is cut off', box(-60, 150), { left: 8, top: 177 }],
		['above it, where only there is room', box(200, 700), { left: 200, top: 238 }]
	])('PAG-319 %s', (_, about, place) => {
		expect(placeNear(about, DIALOG, WINDOW)).toEqual(place);
	});

	test.each([
		['there is no room above or below', box(200, 380), WINDOW],
		['it is out of sight', box(200, -60), WINDOW],
		['the window is narrow', box(20, 150), { width: 390, height: 780 }]
	])('PAG-319 in the middle, where %s', (_, about, window) => {
		expect(placeNear(about, DIALOG, window)).toBeUndefined();
	});
});
