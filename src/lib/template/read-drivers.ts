import type { Assumption, Content, Output, Scenario } from '$lib/workbook';
import { readContent, readTable } from './data-table';
import type { NumberFormats } from './number-formats';

/** An assumption, and what the Assumptions sheet needs of it beside the record. */
export interface PlacedAssumption {
	readonly assumption: Assumption;
	readonly block: string;
	readonly base: Content;
	readonly format: string | undefined;
	/** The name of the cell that says a switch's choice in words; empty for a number. */
	readonly reads: string;
}

/** Reads `assumptions.csv`, in its order. An assumption's first name is its id. */
export function readAssumptions(
	texts: Readonly<Record<string, string>>,
	formats: NumberFormats
): PlacedAssumption[] {
	return readTable(texts, 'assumptions.csv', ASSUMPTION_COLUMNS).map((row) => {
		const choices = row.list('choices', '|');
		if (choices.length > 0 !== (row.text('reads') !== '')) {
			throw row.error('"choices" and "reads" belong together: fill both, or neither.');
		}
		return {
			assumption: {
				id: row.required('name'),
				name: row.text('name'),
				label: row.required('label'),
				unit: row.required('unit'),
				low: readContent(row.required('low')),
				high: readContent(row.required('high')),
				choices,
				reason: row.required('reason'),
				sources: row.list('sources', ';')
			},
			block: row.required('block'),
			base: readContent(row.required('base')),
			format: formats.codeAt(row, 'format'),
			reads: row.text('reads')
		};
	});
}

/** Reads `scenarios.csv`, in its order. Overrides are written `name = value; name = value`. */
export function readScenarios(texts: Readonly<Record<string, string>>): Scenario[] {
	const rows = readTable(texts, 'scenarios.csv', ['id', 'title', 'overrides', 'reason']);
	return rows.map((row, position) => {
		const overrides = row.list('overrides', ';').map((override) => {
			const [, name, value] = /^(\S+) = (.+)$/.exec(override) ?? [];
			if (!name || !value) throw row.error(`"${override}" is not written as "name = value".`);
			return [name, readContent(value)] as const;
		});
		return {
			id: row.required('id'),
			title: row.required('title'),
			reason: row.required('reason'),
			position,
			overrides: Object.fromEntries(overrides)
		};
	});
}

/** Reads `outputs.csv`, in its order. An output's first name is its id. */
export function readOutputs(texts: Readonly<Record<string, string>>): Output[] {
	return readTable(texts, 'outputs.csv', ['name', 'label', 'remark']).map((row, position) => ({
		id: row.required('name'),
		name: row.text('name'),
		label: row.required('label'),
		remark: row.text('remark'),
		position
	}));
}

const ASSUMPTION_COLUMNS = [
	'name',
	'label',
	'block',
	'base',
	'low',
	'high',
	'unit',
	'format',
	'choices',
	'reads',
	'reason',
	'sources'
] as const;
