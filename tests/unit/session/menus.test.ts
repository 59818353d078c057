import { describe, expect, test } from 'vitest';
import { ACTIONS } from '$lib/session/actions';
import { MENUS } from '$lib/session/actions/menus';

const IDS = new Set(ACTIONS.map(({ id }) => id));

describe('menus', () => {
	test.each(Object.entries(MENUS))('ACT-20 the menu of %s holds actions, each once', (_, { groups }) => {
		const ids: readonly string[] = groups.flat();
		expect(ids.filter((id) => !IDS.has(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(groups.every((group) => group.length > 0)).toBe(true);
	});
});
