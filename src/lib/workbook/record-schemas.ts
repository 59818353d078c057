import * as v from 'valibot';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { MAX_FORMAT_LENGTH } from './limits';
import { presentationSchemas } from './presentation-schemas';
import {
	CELL_STYLES,
	CHART_TYPES,
	QUALIFIERS,
	TIERS,
	type Cell,
	type RecordKind,
	type RecordKinds
} from './records';
import { schemaPieces } from './schema-pieces';

/** Largest width or height of a column or row, in CSS pixels. */
export const MAX_SIZE_PIXELS = 2_000;

/** What a document may hold: a check for each kind of record and for a cell. */
export interface RecordSchemas {
	readonly tables: { readonly [K in RecordKind]: v.GenericSchema<unknown, RecordKinds[K]> };
	readonly cell: v.GenericSchema<unknown, Cell>;
}

let schemas: RecordSchemas | undefined;

/** The checks, made when they are first needed. Fields come in the order in which documents write them. */
export function recordSchemas(): RecordSchemas {
	schemas ??= makeSchemas();
	return schemas;
}

function makeSchemas(): RecordSchemas {
	const pieces = schemaPieces();
	const { text, number, flag, id, name, formula, content, list, oneOf, byLine, entries, isoDay, record } =
		pieces;
	const presentation = presentationSchemas(pieces);
	const size = v.pipe(
		number,
		v.minValue(0, 'must not be negative'),
		v.maxValue(MAX_SIZE_PIXELS, 'is too large')
	);

	return {
		tables: {
			settings: record({
				id: v.literal('settings', 'must be "settings"'),
				title: text,
				subtitle: text,
				locale: v.pipe(
					id,
					v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as en-US')
				),
				aboutReading: v.variant(
					'kind',
					[
						record({ kind: v.literal('printed-digits') }),
						record({
							kind: v.literal('percent'),
							percent: v.pipe(number, v.minValue(0, 'must not be negative'))
						}),
						record({ kind: v.literal('flag-only') })
					],
					'must be printed-digits, percent or flag-only'
				)
			}),
			sheet: record({
				id,
				name: id,
				position: number,
				columnWidths: byLine(size, MAX_COLUMNS),
				rowHeights: byLine(size, MAX_ROWS),
				...presentation.sheet
			}),
			name: record({ id, name, refersTo: formula }),
			figure: record({
				id,
				name,
				label: text,
				entity: text,
				country: text,
				category: text,
				metric: text,
				published: number,
				unit: text,
				qualifier: oneOf(QUALIFIERS),
				wording: text,
				low: v.nullable(number),
				high: v.nullable(number),
				digits: v.nullable(number),
				periodStart: isoDay,
				periodEnd: isoDay,
				asOf: isoDay,
				source: text,
				tier: oneOf(TIERS),
				attributedTo: text,
				note: text
			}),
			source: record({
				id,
				title: text,
				publisher: text,
				published: text,
				url: webAddress(text),
				note: text
			}),
			assumption: record({
				id,
				name,
				label: text,
				unit: text,
				low: content,
				high: content,
				choices: list(text),
				reason: text,
				sources: list(id)
			}),
			scenario: record({ id, title: text, reason: text, position: number, overrides: entries(content) }),
			output: record({ id, name, label: text, remark: text, position: number }),
			chart: record({
				id,
				sheet: id,
				title: text,
				type: oneOf(CHART_TYPES),
				scale: oneOf(['linear', 'logarithmic', 'time']),
				categories: text,
				series: list(record({ label: text, values: text, isProjected: v.optional(flag) })),
				marks: list(record({ label: text, value: text, axis: oneOf(['value', 'category']) })),
				hasWhiskers: flag,
				hollow: v.optional(record({ range: text, word: text })),
				dashed: v.optional(record({ range: text, word: text })),
				caption: text,
				position: number
			})
		},
		cell: record({
			content,
			format: v.optional(
				v.pipe(text, v.maxLength(MAX_FORMAT_LENGTH, `must have at most ${MAX_FORMAT_LENGTH} characters`))
			),
			unit: v.optional(text),
			style: v.optional(oneOf(CELL_STYLES)),
			look: v.optional(presentation.look),
			figure: v.optional(id),
			note: v.optional(text)
		})
	};
}

/** A link is followed by the reader's browser, so it can be a web address only, or empty. */
function webAddress(text: v.GenericSchema<unknown, string>) {
	return v.pipe(
		text,
		v.regex(/^(https?:\/\/\S+)?$/i, 'must be a web address that begins with http:// or https://')
	);
}
