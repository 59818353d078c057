import { expect, test } from 'vitest';
import { offeredLocales } from '$lib/session/offered-locales';

test.each(['none', 'en-a', 'i'])('PAG-373 a tag that is none is offered as it stands: %s', (tag) => {
	expect(offeredLocales(tag).find((offered) => offered.tag === tag)).toMatchObject({ name: tag });
	expect(offeredLocales(tag).length).toBe(offeredLocales('en-US').length + 1);
});

test('PAG-373 samples of every language show a day of the Gregorian calendar', () => {
	for (const { tag, sample } of offeredLocales('en-US'))
		expect(sample, tag).toMatch(/ and .*(?:2025|\b25\b)/);
});
