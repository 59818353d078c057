import { formatKind } from '$lib/workbook';

/** One piece of a formula without functions. */
export type Piece =
	| { readonly kind: 'number' }
	| { readonly kind: 'operator'; readonly text: string }
	| { readonly kind: 'cells'; readonly formats: readonly (string | undefined)[] };

const CURRENCY = /[$€£¥₹₩]/;
/** How far inside brackets a piece stands, beside it. */
type Placed = readonly [Piece, depth: number];

/**
 * The number format of an amount of money times or by plain numbers and shares, as `=D1*(1+D3)`, and of a day before or
 * after plain days, as `=E1+30`. Undefined for any other formula.
 */
export function scaledFormat(pieces: readonly Piece[]): string | undefined {
	const placed = withDepth(pieces);
	const measured = placed.flatMap(([piece, depth], index) =>
		piece.kind === 'cells' && piece.formats.some((format) => !isBare(format))
			? [{ formats: piece.formats, depth, index }]
			: []
	);
	const [only, ...others] = measured;
	if (!only || others.length > 0 || only.depth > 0 || only.formats.length !== 1) return undefined;
	const format = only.formats[0]!;
	const signs = placed.flatMap(([piece, depth]) =>
		piece.kind === 'operator' && depth === 0 && !/[()]/.test(piece.text) ? [piece.text] : []
	);
	const before = placed[only.index - 1]?.[0];
	const sign = before?.kind === 'operator' ? before.text : undefined;
	const isScaled = signs.length > 0 && signs.every((one) => one === '*' || one === '/');
	if (CURRENCY.test(format)) return isScaled && sign !== '/' && !isRate(format) ? format : undefined;
	const isMoved = signs.length > 0 && signs.every((one) => one === '+' || one === '-');
	const isDay = ['date', 'datetime'].includes(formatKind(format));
	const isPlain = placed.every(([piece]) => piece.kind !== 'cells' || !piece.formats.some(isShare));
	return isDay && isMoved && isPlain && sign !== '-' ? format : undefined;
}

/**
 * Whether a format of money names another unit beside the currency, as `$0.00"/h"` does: times hours it is no rate. What
 * follows on commas that scale, as `$0.0,,"M"`, is no unit.
 */
function isRate(format: string): boolean {
	const unscaled = format.replace(/,+"[^"]*"/g, '');
	return [...unscaled.matchAll(/"([^"]*)"|\\(\S)/g)].some(([, quoted, escaped]) => {
		const text = quoted ?? escaped!;
		return !CURRENCY.test(text) && /[^\s()+-]/.test(text);
	});
}

function isShare(format: string | undefined): boolean {
	return formatKind(format) === 'percent';
}

/** Whether a number of this format has no unit. */
function isBare(format: string | undefined): boolean {
	if (format === undefined || isShare(format)) return true;
	return ['general', 'number'].includes(formatKind(format)) && /^[#0,.?; ()_-]*$|^General$/i.test(format);
}

function withDepth(pieces: readonly Piece[]): Placed[] {
	let depth = 0;
	return pieces.map((piece) => {
		if (piece.kind === 'operator' && piece.text === ')') depth--;
		const placed: Placed = [piece, depth];
		if (piece.kind === 'operator' && piece.text === '(') depth++;
		return placed;
	});
}
