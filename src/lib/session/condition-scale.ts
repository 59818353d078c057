import type { Color, ConditionalRule, ScaleStop } from '$lib/workbook';

type Scale = Extract<ConditionalRule, { readonly kind: 'scale' }>;

/** The stops of a scale that names none: the least number, halfway where there are three colours, and the largest. */
export function stopsOf({ colors, stops }: Scale): readonly ScaleStop[] {
	if (stops) return stops;
	const middle: readonly ScaleStop[] = colors.length > 2 ? [{ kind: 'percent', value: 50 }] : [];
	return [{ kind: 'least' }, ...middle, { kind: 'largest' }];
}

/** The colour of a number on a scale over numbers in ascending order; undefined where there are none. */
export function scaleColor(scale: Scale, value: number, sorted: readonly number[]): Color | undefined {
	if (sorted.length === 0) return undefined;
	const { colors } = scale;
	const stops = stopsOf(scale).map((stop) => placeOfStop(stop, sorted));
	if (value <= stops[0]!) return colors[0];
	for (let next = 1; next < stops.length; next += 1) {
		if (value > stops[next]!) continue;
		const before = stops[next - 1]!;
		return mixed(colors[next - 1]!, colors[next]!, shareOf(value, before, stops[next]!));
	}
	return colors.at(-1);
}

/** How far a number lies from the first stop of a scale to the last, 0 to 1. */
export function scaleShare(scale: Scale, value: number, sorted: readonly number[]): number {
	const stops = stopsOf(scale);
	const [first, last] = [placeOfStop(stops[0]!, sorted), placeOfStop(stops.at(-1)!, sorted)];
	return last > first ? Math.min(Math.max(shareOf(value, first, last), 0), 1) : 0;
}

/** Taken by halves: the difference of two numbers may be larger than a number can be. */
function shareOf(value: number, from: number, to: number): number {
	return (value / 2 - from / 2) / (to / 2 - from / 2);
}

function placeOfStop(stop: ScaleStop, sorted: readonly number[]): number {
	const [least, largest] = [sorted[0]!, sorted.at(-1)!];
	switch (stop.kind) {
		case 'least':
			return least;
		case 'largest':
			return largest;
		case 'number':
			return stop.value;
		case 'percent':
			return least * (1 - stop.value / 100) + largest * (stop.value / 100);
		case 'percentile': {
			const at = (stop.value / 100) * (sorted.length - 1);
			const share = at - Math.floor(at);
			return sorted[Math.floor(at)]! * (1 - share) + sorted[Math.ceil(at)]! * share;
		}
	}
}

/** As Excel mixes them: channel by channel. */
function mixed(from: Color, to: Color, share: number): Color {
	const channels = [1, 3, 5].map((at) => {
		const [first, last] = [from, to].map((color) => parseInt(color.slice(at, at + 2), 16)) as [
			number,
			number
		];
		return Math.round(first + (last - first) * share)
			.toString(16)
			.padStart(2, '0');
	});
	return `#${channels.join('')}`;
}
