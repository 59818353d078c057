import { shiftReferences } from '$lib/formula';
import {
	isFormula,
	type ConditionalFormat,
	type ConditionalRule,
	type Content,
	type LineAxis,
	type LineSpan,
	type Range
} from '$lib/workbook';
import type { Draft } from './draft';

/** A rule with its formulas, which are written for the top left of the first range, as a function gives them. */
export function mapFormulas(rule: ConditionalRule, map: (formula: string) => string): ConditionalRule {
	const mapped = (content: Content) => (isFormula(content) ? map(content) : content);
	if (rule.kind === 'formula') return { ...rule, formula: map(rule.formula) };
	if (rule.kind !== 'threshold') return rule;
	const { value, other } = rule;
	return { ...rule, value: mapped(value), ...(other !== undefined && { other: mapped(other) }) };
}

/** The format of other cells that ask the same of themselves; as a list of none where there are no cells. */
export function ofRanges(format: ConditionalFormat, ranges: readonly Range[]): ConditionalFormat[] {
	const [first] = ranges;
	if (!first) return [];
	const { row, column } = format.ranges[0]!.from;
	const rows = first.from.row - row;
	const columns = first.from.column - column;
	const rule = mapFormulas(format.rule, (formula) => shiftReferences(formula, rows, columns));
	return [{ ...format, ranges, rule }];
}

/** Writes the formulas of conditional formats for the first of their cells that does not go with lines. */
export function anchorBeyond(draft: Draft, id: string, axis: LineAxis, lines: readonly LineSpan[]): void {
	const sheet = draft.record('sheet', id);
	if (!sheet?.conditionalFormats) return;
	const conditionalFormats = sheet.conditionalFormats.map((format) => {
		for (const { from, to } of format.ranges) {
			let first = from[axis];
			for (const span of lines) if (span.from <= first && first <= span.to) first = span.to + 1;
			if (first > to[axis]) continue;
			const [anchored] = ofRanges(format, [{ from: { ...from, [axis]: first }, to }]);
			return { ...format, rule: anchored!.rule };
		}
		return format;
	});
	draft.setRecord('sheet', { ...sheet, conditionalFormats });
}
