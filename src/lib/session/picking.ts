import { formatAddress, rangeHolds, type Place, type Workbook } from '$lib/workbook';
import { columnTexts, type ColumnText } from './column-texts';
import { filterOf } from './filtering';
import type { Session } from './session.svelte';

/** What can be picked for a cell. */
export interface PickRequest {
	readonly place: Place;
	/** In the order of the alphabet. */
	readonly texts: readonly ColumnText[];
}

const order = new Intl.Collator('en', { numeric: true });

/** The texts of a cell's column in the order of the alphabet. */
export function pickableTexts(workbook: Workbook, place: Place): readonly ColumnText[] {
	return columnTexts(workbook, place).toSorted((a, b) => order.compare(a.text, b.text));
}

/** Opens the list of the active cell: the filter in a row that has its buttons, else the texts of its column. */
export function pickFromColumn(session: Session): void {
	if (!session.settleEdit()) return;
	const { selection, activeSheet: sheet, dialogs } = session;
	const { row, column } = selection.active;
	const range = filterOf(session)?.range;
	if (range && rangeHolds(range, { row, column }) && row === range.from.row) {
		return dialogs.open('filter-column', { column });
	}
	const place = { sheet, row, column };
	const texts = pickableTexts(session.workbook, place);
	if (texts.length > 0) return dialogs.open('pick', { place, texts });
	session.status = `There are no texts right above or below ${formatAddress(place)} to pick from.`;
}
