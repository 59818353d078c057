/** Why nothing is saved where the browser has no storage for the page. */
export const REFUSED =
	'Nothing is saved: this browser keeps no data for this page, as in private windows or where site data is blocked. Export what you need as CSV.';
export const NEWER =
	'Nothing is saved: the workbook kept in this browser belongs to a newer Reckoner. Reload the page to get it.';
export const SILENT =
	'Nothing is saved: the browser does not open its storage. Close other windows of this page and reload, or export what you need as CSV.';
export const READ_ONLY =
	'Another tab has this workbook open and saves it. Changes made here are not saved until that tab is closed.';
export const OUTDATED =
	'A newer Reckoner was opened in another tab, so changes made here are no longer saved. Reload the page.';
export const CLOSED =
	'The browser closed the storage of this page, so changes are no longer saved. Reload the page, or export what you need as CSV.';
export const CHANGED_ELSEWHERE = 'Another tab saved changes of its own while this one had changes too.';
export const REPLACED = 'Another workbook was opened in its place.';
export const RESTORE_FIRST =
	'Another tab changed this workbook, so changes made here are not saved. Reload the page to see what it saved.';

/** Why a save failed, for the user. What is not saved stays in memory and is tried again with the next change. */
export function saveFailure(error: unknown): string {
	if (error instanceof DOMException && error.name === 'QuotaExceededError') {
		return 'The latest changes are not saved: the browser gives this page no more storage. Free some space, or export what you need as CSV.';
	}
	return `The latest changes are not saved: ${reasonOf(error)} They are tried again with the next change; export what you need as CSV to be sure.`;
}

export function readFailure(error: unknown): string {
	return `The workbook saved in this browser cannot be read: ${reasonOf(error)} Reload the page to try again.`;
}

function reasonOf(error: unknown): string {
	const message = error instanceof Error ? error.message.trim() : '';
	return message === '' ? 'the browser gives no reason.' : message.replace(/\.?$/, '.');
}
