import { sameRecord } from '$lib/workbook';
import type { PastedConditions } from './command';
import { ofRanges } from './condition-ranges';
import type { Draft } from './draft';
import { joined, without } from './range-parts';

/**
 * Gives pasted cells the conditional formats of those that were copied, in the place of their own: a format of the same
 * sheet reaches further, and on another sheet there is one that asks the same.
 */
export function pasteConditions(draft: Draft, { from, to, within, ranges }: PastedConditions): void {
	const sheet = draft.record('sheet', to);
	const source = draft.record('sheet', from)?.conditionalFormats ?? [];
	if (!sheet) return;
	const isSameSheet = from === to;
	const formats = (sheet.conditionalFormats ?? []).flatMap((format, at) => {
		const left = within.reduce(
			(parts, pasted) => parts.flatMap((part) => without(part, pasted)),
			format.ranges
		);
		const more = (isSameSheet && ranges[at]) || [];
		return ofRanges(format, more.length > 0 ? joined([...left, ...more]) : left);
	});
	for (const [at, format] of isSameSheet ? [] : source.entries()) {
		const [copy] = ofRanges(format, ranges[at] ?? []);
		if (!copy) continue;
		const like = formats.findIndex((one) => sameRecord(ofRanges(one, copy.ranges)[0], copy));
		if (like < 0) formats.push(copy);
		else formats[like] = { ...formats[like]!, ranges: joined([...formats[like]!.ranges, ...copy.ranges]) };
	}
	if (formats.length === 0 && !sheet.conditionalFormats) return;
	draft.setRecord('sheet', { ...sheet, conditionalFormats: formats.length > 0 ? formats : undefined });
}
