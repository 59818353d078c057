import type { WantedSeries } from '$lib/session/filling';
import { fail, ok, readTyped, type Result } from '$lib/workbook';

export type SeriesKind = WantedSeries['kind'];

export const SERIES_KINDS: readonly { readonly kind: SeriesKind; readonly label: string }[] = [
	{ kind: 'linear', label: 'Linear' },
	{ kind: 'growth', label: 'Growth' },
	{ kind: 'day', label: 'Days' },
	{ kind: 'weekday', label: 'Working days, Monday to Friday' },
	{ kind: 'month', label: 'Months' },
	{ kind: 'year', label: 'Years' }
];

/** A series as it was typed in a locale, or what is wrong with it. */
export function readWantedSeries(
	{ kind, step, stop }: { readonly kind: SeriesKind; readonly step: string; readonly stop: string },
	locale: string
): Result<WantedSeries> {
	const by = readTyped(step.trim(), locale).content;
	const isWhole = kind !== 'linear' && kind !== 'growth';
	if (typeof by !== 'number' || (isWhole && !Number.isInteger(by))) {
		return fail(isWhole ? 'The step must be a whole number.' : 'The step must be a number.');
	}
	const end = readTyped(stop.trim(), locale).content;
	if (end === null) return ok({ kind, step: by });
	if (typeof end !== 'number') return fail('The last value must be a number or a date, or be left empty.');
	return ok({ kind, step: by, stop: end });
}
