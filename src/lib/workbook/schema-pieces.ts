import * as v from 'valibot';
import { isFormula } from './content';
import { MAX_FORMULA_LENGTH, MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from './limits';

/** Longest identifier of a record. */
const MAX_ID_LENGTH = 255;
/** Most entries of a list within one record. */
const MAX_LIST_LENGTH = 10_000;

/** What the checks of documents are put together from. */
export type SchemaPieces = ReturnType<typeof schemaPieces>;

/** Makes the pieces. */
export function schemaPieces() {
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
	/** By row or column number, of at most so many. */
	const byLine = <T>(value: v.GenericSchema<unknown, T>, count: number) =>
		v.pipe(
			entries(value),
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
	return { text, number, flag, id, name, formula, content, list, oneOf, byLine, entries, isoDay, record };
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
