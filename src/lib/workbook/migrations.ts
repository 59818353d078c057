import { fail, ok, type Result } from './result';

/** The number of the shape in which documents are written now. */
export const SCHEMA = 2;

/** A document as it was read from JSON, before its parts are checked. */
export type RawDocument = Readonly<Record<string, unknown>>;

/** Brings a document from one schema to the next. */
export type Migration = (document: RawDocument) => RawDocument;

/** By the schema that they start from. A released schema is never changed; a change of shape adds a migration. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {
	// The second schema has more fields, all of them optional: presentation of cells and sheets.
	1: (document) => document
};

/** Brings a document to the present schema, step by step. Refuses one that says no schema, or a newer one. */
export function migrateDocument(
	document: RawDocument,
	migrations = MIGRATIONS,
	target = SCHEMA
): Result<RawDocument> {
	const schema = document['schema'];
	if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
		return fail('This is not a workbook of Reckoner: it does not say which schema it follows.');
	}
	if (schema > target) {
		return fail(
			`This workbook was saved by a newer Reckoner (schema ${schema}; this one reads up to ${target}). Open it there.`
		);
	}
	let migrated = document;
	for (let from = schema; from < target; from++) {
		const migrate = migrations[from];
		if (!migrate) throw new Error(`No migration leads from schema ${from}.`);
		migrated = { ...migrate(migrated), schema: from + 1 };
	}
	return ok(migrated);
}
