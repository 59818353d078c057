import { addressOfKey, rangeHolds, type Address, type Range } from '$lib/workbook';
import { askForFigures } from './figures-at-stake';
import type { Session } from './session.svelte';

/**
 * Empties the cells of ranges; their formats stay, and so does what is out of sight under a merged cell. Drivers go back to
 * the base under another scenario.
 */
export function clearContents(session: Session, ranges: readonly Range[]): void {
	const { activeSheet: sheet, workbook } = session;
	const cells = [...(workbook.cells.get(sheet)?.keys() ?? [])]
		.map(addressOfKey)
		.filter((address) => ranges.some((range) => rangeHolds(range, address)) && !isCovered(session, address))
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
