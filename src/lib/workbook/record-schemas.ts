import * as v from 'valibot';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { isFormula } from './content';
import { MAX_FORMAT_LENGTH, MAX_FORMULA_LENGTH, MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from './limits';
import {
	CELL_STYLES,
	CHART_TYPES,
	QUALIFIERS,
	TIERS,
	type Cell,
	type RecordKind,
	type RecordKinds
} from './records';

/** Longest identifier of a record. */
const MAX_ID_LENGTH = 255;
/** Most entries of a list within one record. */
const MAX_LIST_LENGTH = 10_000;
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
	const text = v.pipe(
		v.string('must be a text'),
		v.maxLength(MAX_TEXT_LENGTH, `must have at most ${MAX_TEXT_LENGTH.toLocaleString('en-US')} characters`)
	);
	const number = v.pipe(v.number('must be a number'), v.finite('must be a finite number'));
	const flag = v.boolean('must be true or false');
	const id = v.pipe(
		v.string('must be a text'),
		v.minLength(1, 'must not be empty'),
		v.maxLength(MAX_ID_LENGTH, `must have at most ${MAX_ID_LENGTH} characters`)
	);
	const name = v.pipe(id, v.maxLength(MAX_NAME_LENGTH, `must have at most ${MAX_NAME_LENGTH} characters`));
	const formula = v.pipe(
		v.string('must be a text'),
		v.check((typed): boolean => isFormula(typed), 'must begin with = and have something after it'),
		v.maxLength(MAX_FORMULA_LENGTH, formulaTooLong())
	);
	const content = v.union(
		[
			v.pipe(
				text,
				v.check((typed) => !isFormula(typed) || typed.length <= MAX_FORMULA_LENGTH, formulaTooLong())
			),
			number,
			v.boolean(),
			v.null()
		],
		contentProblem
	);
	const list = <T>(item: v.GenericSchema<unknown, T>) =>
		v.pipe(
			v.array(item, 'must be a list'),
			v.maxLength(MAX_LIST_LENGTH, `must have at most ${MAX_LIST_LENGTH.toLocaleString('en-US')} entries`)
		);
	const oneOf = <const T extends readonly string[]>(words: T) =>
		v.picklist(words, `must be one of ${words.join(', ')}`);
	const sizes = (count: number) =>
		v.pipe(
			entries(
				v.pipe(number, v.minValue(0, 'must not be negative'), v.maxValue(MAX_SIZE_PIXELS, 'is too large'))
			),
			v.check(
				(record) => Object.keys(record).every((key) => /^(0|[1-9]\d*)$/.test(key) && Number(key) < count),
				'must be by row or column number'
			)
		);
	const isoDay = v.pipe(
		text,
		v.regex(/^(\d{4}(-\d\d(-\d\d)?)?)?$/, 'must be a date such as 2025-04-01, 2025-04 or 2025')
	);
	const record = <T extends v.ObjectEntries>(fields: T) => v.strictObject(fields, fieldProblem);

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
				columnWidths: sizes(MAX_COLUMNS),
				rowHeights: sizes(MAX_ROWS)
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
			figure: v.optional(id),
			note: v.optional(text)
		})
	};
}

/**
 * An object used as a map, from any key to a checked value. Unlike valibot's own record, no key is dropped unsaid:
 * `constructor` is a fair name for a driver, and `__proto__` is refused.
 */
function entries<T>(value: v.GenericSchema<unknown, T>) {
	return v.pipe(
		v.custom<Record<string, unknown>>(isPlainObject, 'must be an object'),
		v.rawTransform<Record<string, unknown>, Readonly<Record<string, T>>>(({ dataset, addIssue, NEVER }) => {
			const checked: [string, T][] = [];
			for (const [key, entry] of Object.entries(dataset.value)) {
				const parsed = v.safeParse(value, entry);
				if (key === '__proto__' || !parsed.success) {
					addIssue({
						message: parsed.success ? 'cannot be a key' : parsed.issues[0].message,
						path: [{ type: 'object', origin: 'value', input: dataset.value, key, value: entry }]
					});
					return NEVER;
				}
				checked.push([key, parsed.output]);
			}
			return Object.fromEntries(checked);
		})
	);
}

/** Whether a value of parsed JSON is an object and neither a list nor null. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A link is followed by the reader's browser, so it can be a web address only, or empty. */
function webAddress(text: v.GenericSchema<unknown, string>) {
	return v.pipe(
		text,
		v.regex(/^(https?:\/\/\S+)?$/i, 'must be a web address that begins with http:// or https://')
	);
}

function fieldProblem(issue: v.StrictObjectIssue): string {
	if (issue.received === 'undefined') return 'is missing';
	if (issue.expected === 'never') return 'is not a field that this version knows';
	return 'must be an object';
}

function formulaTooLong(): string {
	return `must have at most ${MAX_FORMULA_LENGTH.toLocaleString('en-US')} characters, being a formula`;
}

function contentProblem(issue: v.UnionIssue<v.BaseIssue<unknown>>): string {
	// The piece that has the right type says more than "none of these".
	const nearest = issue.issues?.find(({ input, kind }) => typeof input === 'string' && kind === 'validation');
	return nearest?.message ?? 'must be a number, a text, true, false or null';
}
