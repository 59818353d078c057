import { referencesIn } from '$lib/formula';
import { isFormula, placeOfName, type Content, type Place, type Workbook } from '$lib/workbook';

/** Whether a driver can hold a content: a number, or a formula without references. */
export function isDriverContent(content: Content): boolean {
	return typeof content === 'number' || (isFormula(content) && referencesIn(content).length === 0);
}

/** Names of drivers by their cells: those that assumptions and figures name, whatever they hold. */
export class DriverNames {
	readonly #byPlace = new Map<string, string>();

	constructor(workbook: Workbook) {
		const { assumption, figure, name } = workbook.tables;
		const drivers = new Map<string, string>();
		for (const record of [...figure.values(), ...assumption.values()]) {
			drivers.set(record.name.toLowerCase(), record.name);
		}
		for (const record of name.values()) {
			const driver = drivers.get(record.name.toLowerCase());
			const place = driver === undefined ? undefined : placeOfName(workbook, record.name);
			if (driver !== undefined && place) this.#byPlace.set(placeKey(place), driver);
		}
	}

	at(place: Place): string | undefined {
		return this.#byPlace.get(placeKey(place));
	}
}

function placeKey({ sheet, row, column }: Place): string {
	return `${row} ${column} ${sheet}`;
}
