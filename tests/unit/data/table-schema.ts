import { readFileSync } from 'node:fs';
import { readCsvRecords } from '$lib/template/csv-records';

/** The parts of a Table Schema that the data package uses. */
interface Field {
	readonly name: string;
	readonly type: 'string' | 'number' | 'integer';
	readonly constraints?: {
		readonly required?: boolean;
		readonly unique?: boolean;
		readonly pattern?: string;
		readonly enum?: readonly string[];
		readonly minimum?: number;
		readonly maximum?: number;
		readonly maxLength?: number;
	};
}
interface ForeignKey {
	readonly fields: string;
	readonly reference: { readonly resource: string; readonly fields: string };
}
export interface Resource {
	readonly name: string;
	readonly path: string;
	readonly schema: { readonly fields: readonly Field[]; readonly foreignKeys?: readonly ForeignKey[] };
}
export interface DataPackage {
	readonly licenses: readonly { readonly name: string }[];
	readonly resources: readonly Resource[];
}
export type Row = Readonly<Record<string, string>>;

/** The descriptor of the data package. */
export function readDataPackage(): DataPackage {
	return JSON.parse(readFileSync(new URL('../../../data/datapackage.json', import.meta.url), 'utf8'));
}

/** The header of a table, and its rows by column. */
export function readRows(path: string, text: string): { header: readonly string[]; rows: Row[] } {
	const [header, ...records] = readCsvRecords(path, text);
	return {
		header: header!.fields,
		rows: records.map(({ fields }) =>
			Object.fromEntries(header!.fields.map((name, index) => [name, fields[index] ?? '']))
		)
	};
}

/** What breaks a table's schema: one sentence a fault, with the row's line. `tables` holds the rows of every resource. */
export function schemaFaults(
	resource: Resource,
	header: readonly string[],
	rows: readonly Row[],
	tables: ReadonlyMap<string, readonly Row[]>
): string[] {
	const { fields, foreignKeys = [] } = resource.schema;
	const names = fields.map(({ name }) => name);
	const faults = names.join() === header.join() ? [] : [`header ${header.join()} is not ${names.join()}`];
	rows.forEach((row, index) => {
		for (const field of fields) {
			for (const fault of fieldFaults(field, row[field.name] ?? '')) {
				faults.push(`row ${index + 1}: ${field.name} ${fault}`);
			}
		}
	});
	for (const { name, constraints } of fields) {
		const values = rows.map((row) => row[name]!);
		if (constraints?.unique && new Set(values).size < values.length) faults.push(`${name} is not unique`);
	}
	for (const { fields: name, reference } of foreignKeys) {
		const known = new Set(tables.get(reference.resource)!.map((row) => row[reference.fields]));
		for (const row of rows) {
			if (row[name] && !known.has(row[name]))
				faults.push(`${name} "${row[name]}" is not in ${reference.resource}`);
		}
	}
	return faults;
}

function fieldFaults({ type, constraints = {} }: Field, value: string): string[] {
	if (value === '') return constraints.required ? ['is empty'] : [];
	const { pattern, enum: words, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = constraints;
	const faults: string[] = [];
	const number = Number(value);
	if (type !== 'string' && !Number.isFinite(number)) faults.push(`"${value}" is not a number`);
	if (type === 'integer' && !Number.isInteger(number)) faults.push(`"${value}" is not whole`);
	if (number < minimum || number > maximum) faults.push(`${value} is out of bounds`);
	if (value.length > maxLength) faults.push(`"${value}" is too long`);
	if (pattern && !new RegExp(`^(?:${pattern})$`).test(value)) faults.push(`"${value}" is not ${pattern}`);
	if (words && !words.includes(value)) faults.push(`"${value}" is not one of ${words.join()}`);
	return faults;
}
