import { formatRange, quoteSheetName, type Range } from '$lib/workbook';

const MOST = 8;

/** The places that were left for others, as `Figures!C6`, latest first. */
export class RecentPlaces {
	#all = $state.raw<readonly string[]>([]);

	get all(): readonly string[] {
		return this.#all;
	}

	left(place: string): void {
		this.#all = [place, ...this.#all.filter((known) => known !== place)].slice(0, MOST);
	}
}

/** A place as it is typed to go there: `'Training cost'!B6`. */
export function placeText(sheetName: string, range: Range): string {
	return `${quoteSheetName(sheetName)}!${formatRange(range)}`;
}
