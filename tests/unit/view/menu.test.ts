import { describe, expect, it } from 'vitest';
import { MenuKeys } from '../../../src/lib/view/menu/menu-keys';
import { menuCorner } from '../../../src/lib/view/menu/menu-place';

const TITLES = ['Cut', 'Copy', 'Clear contents', 'Insert rows above'];

describe('ACT-21 keys lead through a menu', () => {
	const press = (key: string, timeStamp = 0) => ({ key, timeStamp });

	it('ACT-21 arrows go round, Home and End to the ends', () => {
		const keys = new MenuKeys();
		const to = (key: string, at: number) => keys.target(press(key), at, TITLES);
		expect(to('ArrowDown', -1)).toBe(0);
		expect(to('ArrowDown', 3)).toBe(0);
		expect(to('ArrowUp', -1)).toBe(3);
		expect(to('ArrowUp', 0)).toBe(3);
		expect(to('Home', 2)).toBe(0);
		expect(to('End', 0)).toBe(3);
	});

	it('ACT-21 a letter leads to the next title that begins with it, letters typed on narrow it down', () => {
		const keys = new MenuKeys();
		expect(keys.target(press('c', 1_000), -1, TITLES)).toBe(0);
		expect(keys.target(press('c', 1_200), 0, TITLES)).toBe(1);
		expect(keys.target(press('c', 1_400), 1, TITLES)).toBe(2);
		expect(keys.target(press('C', 1_600), 2, TITLES)).toBe(0);
		expect(keys.target(press('i', 5_000), 0, TITLES)).toBe(3);
		expect(keys.target(press('c', 9_000), 3, TITLES)).toBe(0);
		expect(keys.target(press('l', 9_100), 0, TITLES)).toBe(2);
		expect(keys.target(press('e', 9_200), 2, TITLES)).toBe(2);
		expect(keys.target(press('x', 20_000), 2, TITLES)).toBeUndefined();
	});

	it('ACT-21 a space is a letter within a word only', () => {
		const keys = new MenuKeys();
		expect(keys.target(press(' ', 1_000), 0, TITLES)).toBeUndefined();
		for (const [index, key] of [...'insert'].entries()) keys.target(press(key, 2_000 + index), 0, TITLES);
		expect(keys.target(press(' ', 2_100), 3, TITLES)).toBe(3);
	});
});

describe('ACT-22 a menu lies within the window', () => {
	const menu = { width: 200, height: 300 };
	const view = { width: 1000, height: 800 };

	it('ACT-22 at the point that was pressed, or drawn back from the edges', () => {
		expect(menuCorner({ x: 100, y: 50 }, menu, view)).toEqual({ left: 100, top: 50 });
		expect(menuCorner({ x: 950, y: 50 }, menu, view)).toEqual({ left: 796, top: 50 });
		expect(menuCorner({ x: 100, y: 700 }, menu, view)).toEqual({ left: 100, top: 400 });
		expect(menuCorner({ x: 100, y: 290 }, menu, { width: 390, height: 310 })).toEqual({ left: 100, top: 4 });
	});
});
