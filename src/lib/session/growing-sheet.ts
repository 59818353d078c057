import { formatAddress, formatRange, MAX_COLUMNS, MAX_ROWS, type Range } from '$lib/workbook';
import type { Session } from './session.svelte';

/** Asks before a paste that reaches beyond the rows and columns that the sheet now shows; false where it does not. */
export function askToGrow({ shown, dialogs }: Session, range: Range, run: () => void): boolean {
	const { rowCount, columnCount } = shown.source;
	const { row, column } = range.to;
	const grows = (row >= rowCount && row < MAX_ROWS) || (column >= columnCount && column < MAX_COLUMNS);
	if (!grows) return false;
	const corner = formatAddress({ row: rowCount - 1, column: columnCount - 1 });
	const message = `What is pasted would fill ${formatRange(range)}, and the sheet now ends at ${corner}.`;
	// Another paste may still be waiting for its answer: both are asked for together.
	const asked = dialogs.requestOf('grow-sheet');
	dialogs.open('grow-sheet', {
		message: asked ? `${asked.message} ${message}` : message,
		run: () => {
			asked?.run();
			run();
		}
	});
	return true;
}
