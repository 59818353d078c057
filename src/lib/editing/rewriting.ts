import { rewriteReferences, type ReferenceMapping } from '$lib/formula';
import {
	addressOfKey,
	fail,
	formatAddress,
	isFormula,
	MAX_FORMULA_LENGTH,
	ok,
	type Chart,
	type ConditionalFormat,
	type Content,
	type Result
} from '$lib/workbook';
import { mapFormulas } from './condition-ranges';
import type { Draft } from './draft';

/**
 * Rewrites every reference of the workbook under a mapping: in cells, names, assumptions, overrides, charts and
 * conditional formats. Refuses where a formula would grow beyond what a cell can hold.
 */
export function rewriteWorkbook(draft: Draft, mapping: ReferenceMapping): Result<void> {
	const { tables, cells } = draft.workbook;
	const rewriting = new Rewriting(mapping);
	for (const [id, sheetCells] of cells) {
		const home = tables.sheet.get(id)?.name ?? '';
		for (const [key, { content }] of sheetCells) {
			const place = { sheet: id, ...addressOfKey(key) };
			const cell = isFormula(content) ? draft.cell(place) : undefined;
			if (!cell) continue;
			const rewritten = rewriting.content(content, `${home}!${formatAddress(place)}`, home);
			if (rewritten !== content) draft.setCell(place, { ...cell, content: rewritten });
		}
	}
	for (const { id } of tables.name.values()) {
		const name = draft.record('name', id);
		if (name) draft.setRecord('name', { ...name, refersTo: rewriting.formula(name.refersTo, name.name) });
	}
	for (const { id } of tables.assumption.values()) {
		const assumption = draft.record('assumption', id);
		if (!assumption) continue;
		const { low, high, name } = assumption;
		draft.setRecord('assumption', {
			...assumption,
			low: rewriting.content(low, name),
			high: rewriting.content(high, name)
		});
	}
	for (const { id } of tables.scenario.values()) {
		const scenario = draft.record('scenario', id);
		if (!scenario) continue;
		const overrides = Object.entries(scenario.overrides).map(
			([name, content]) => [name, rewriting.content(content, name)] as const
		);
		draft.setRecord('scenario', { ...scenario, overrides: Object.fromEntries(overrides) });
	}
	for (const { id } of tables.chart.values()) {
		const chart = draft.record('chart', id);
		if (chart) draft.setRecord('chart', rewriteChart(chart, rewriting));
	}
	for (const { id, name, conditionalFormats } of tables.sheet.values()) {
		const sheet = conditionalFormats && draft.record('sheet', id);
		if (!sheet?.conditionalFormats) continue;
		const formats = sheet.conditionalFormats.map((format) => rewriteConditional(format, rewriting, name));
		draft.setRecord('sheet', { ...sheet, conditionalFormats: formats });
	}
	return rewriting.problem === undefined ? ok(undefined) : fail(rewriting.problem);
}

/** Rewrites formulas one by one, and remembers the first that grew too long. */
class Rewriting {
	problem: string | undefined;
	readonly #mapping: ReferenceMapping;

	constructor(mapping: ReferenceMapping) {
		this.#mapping = mapping;
	}

	content(content: Content, where: string, home?: string): Content {
		return isFormula(content) ? this.formula(content, where, home) : content;
	}

	formula(formula: string, where: string, home?: string): string {
		const rewritten = rewriteReferences(formula, this.#mapping, home);
		if (rewritten.length > MAX_FORMULA_LENGTH && rewritten.length > formula.length) {
			this.problem ??= `The formula of ${where} would become longer than 8,192 characters. Choose a shorter name.`;
		}
		return rewritten;
	}

	/** A reference or name without the `=` of a formula. */
	bare(text: string, where: string): string {
		return text === '' ? text : this.formula(`=${text}`, where).slice(1);
	}
}

function rewriteChart(chart: Chart, rewriting: Rewriting): Chart {
	const bare = (text: string) => rewriting.bare(text, `the chart "${chart.title}"`);
	return {
		...chart,
		categories: bare(chart.categories),
		series: chart.series.map((series) => ({ ...series, values: bare(series.values) })),
		marks: chart.marks.map((mark) => ({ ...mark, value: bare(mark.value) })),
		...(chart.hollow && { hollow: { ...chart.hollow, range: bare(chart.hollow.range) } }),
		...(chart.dashed && { dashed: { ...chart.dashed, range: bare(chart.dashed.range) } })
	};
}

function rewriteConditional(
	format: ConditionalFormat,
	rewriting: Rewriting,
	sheetName: string
): ConditionalFormat {
	const where = `a conditional format of ${sheetName}`;
	return {
		...format,
		rule: mapFormulas(format.rule, (formula) => rewriting.formula(formula, where, sheetName))
	};
}
