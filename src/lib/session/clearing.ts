import { addressOfKey, rangeHolds, spansHold, type Address, type Range } from '$lib/workbook';
import { askForFigures } from './figures-at-stake';
import type { Session } from './session.svelte';

/**
 * Empties the cells of ranges; their formats stay, and so does what is out of sight under a merged cell or left out by the
 * filter. Drivers go back to the base under another scenario.
 */
export function clearContents(session: Session, ranges: readonly Range[]): void {
	const { activeSheet: sheet, workbook } = session;
	const leftOut = workbook.tables.sheet.get(sheet)?.filter?.hidden ?? [];
	const isMeant = (address: Address) =>
		ranges.some((range) => rangeHolds(range, address)) &&
		!spansHold(leftOut, address.row) &&
		!isCovered(session, address);
	const cells = [...(workbook.cells.get(sheet)?.keys() ?? [])]
		.map(addressOfKey)
		.filter(isMeant)
		.map((address) => ({ sheet, ...address, content: null }));
	askForFigures(session, cells, 'clear', (chosen, scenario) => {
		session.execute({ do: 'set-contents', cells: chosen, scenario, act: 'clear' });
	});
}

/** Whether a cell is out of sight under a merged one: its content is kept. */
function isCovered({ shown }: Session, address: Address): boolean {
	return shown.merges.some(
		(merged) =>
			rangeHolds(merged, address) &&
			(merged.from.row !== address.row || merged.from.column !== address.column)
	);
}
