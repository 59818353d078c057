import { readTable, type DataRow } from './data-table';

/** The number formats of the data package: Excel codes by short name, and which one a unit takes. */
export interface NumberFormats {
	/** The Excel code of a short name; `undefined`, General, where the field is empty. */
	codeAt<Column extends string>(row: DataRow<Column>, column: Column): string | undefined;
	/** The Excel code for a number of a unit. */
	codeOfUnit(unit: string, value: number): string;
}

/** Reads `formats.csv` and `units.csv`. */
export function readNumberFormats(texts: Readonly<Record<string, string>>): NumberFormats {
	const codes = new Map<string, string>();
	for (const row of readTable(texts, 'formats.csv', ['code', 'format'])) {
		codes.set(row.required('code'), row.required('format'));
	}

	function codeAt<Column extends string>(row: DataRow<Column>, column: Column): string | undefined {
		const name = row.text(column);
		const code = codes.get(name);
		if (name !== '' && code === undefined) throw row.error(`formats.csv has no format "${name}".`);
		return code;
	}

	const ofUnits = new Map<string, string | undefined>();
	for (const row of readTable(texts, 'units.csv', ['unit', 'format'])) {
		ofUnits.set(row.required('unit'), codeAt(row, 'format'));
	}

	return {
		codeAt,
		codeOfUnit(unit, value) {
			const code = ofUnits.get(unit) ?? codes.get(Number.isInteger(value) ? 'n' : 'n1');
			if (code === undefined) throw new Error('data/formats.csv must hold the formats n and n1.');
			return code;
		}
	};
}
