import type { FormulaSpan } from '$lib/formula';
import type { BracketPair } from './matching-brackets';

/** A piece of a formula as it is painted: of one kind, and wrong or not. */
export interface PaintedSpan {
	readonly text: string;
	readonly kind: FormulaSpan['kind'] | 'content';
	readonly colorIndex?: number;
	readonly isWrong: boolean;
	/** Whether it is the bracket at the caret or its partner, or has none. */
	readonly bracket?: 'paired' | 'alone';
}

/** Where a text is wrong; at its very end where something is missing. */
export interface WrongPart {
	readonly start?: number;
	readonly end?: number;
}

/** Stands for what is missing at the end, so that there is something to mark. */
const MISSING = '\u00a0\u00a0';

/** The pieces of a formula, cut so that the wrong part of it can be marked. */
export function paintedSpans(
	spans: readonly Pick<PaintedSpan, 'text' | 'kind' | 'colorIndex'>[],
	wrong: WrongPart = {}
): PaintedSpan[] {
	const { start = 0, end = start } = wrong;
	const painted: PaintedSpan[] = [];
	let at = 0;
	for (const { text, kind, colorIndex } of spans) {
		const cuts = [0, start - at, end - at, text.length].map((cut) => Math.min(Math.max(cut, 0), text.length));
		for (let part = 0; part < 3; part += 1) {
			const piece = text.slice(cuts[part], cuts[part + 1]);
			if (piece) painted.push({ text: piece, kind, colorIndex, isWrong: part === 1 });
		}
		at += text.length;
	}
	if (at > 0 && start >= at) painted.push({ text: MISSING, kind: 'content', isWrong: true });
	return painted;
}

/** The pieces with the brackets at the caret cut out and marked. */
export function withBrackets(painted: readonly PaintedSpan[], pair: BracketPair | undefined): PaintedSpan[] {
	if (!pair) return [...painted];
	const bracket = pair.partner === undefined ? ('alone' as const) : ('paired' as const);
	const marks = [pair.at, pair.partner].filter((at) => at !== undefined);
	const cut: PaintedSpan[] = [];
	let start = 0;
	for (const span of painted) {
		let from = 0;
		for (let at = 0; at < span.text.length; at += 1) {
			if (!marks.includes(start + at)) continue;
			if (at > from) cut.push({ ...span, text: span.text.slice(from, at) });
			cut.push({ ...span, text: span.text[at]!, bracket });
			from = at + 1;
		}
		if (from < span.text.length) cut.push({ ...span, text: span.text.slice(from) });
		start += span.text.length;
	}
	return cut;
}
