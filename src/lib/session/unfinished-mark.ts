/** Tells the next opening that this browser's workbook was being calculated for long when the page was last left. */
const UNFINISHED_MARK = 'reckoner.unfinished';

/** Whether the last calculation of the saved workbook did not end. */
export function isMarkedUnfinished(): boolean {
	try {
		return localStorage.getItem(UNFINISHED_MARK) === 'yes';
	} catch {
		// Where nothing can be marked nothing is saved that could hang.
		return false;
	}
}

export function markUnfinished(isUnfinished: boolean): void {
	try {
		if (isUnfinished) localStorage.setItem(UNFINISHED_MARK, 'yes');
		else localStorage.removeItem(UNFINISHED_MARK);
	} catch {
		// Without the mark the next opening calculates, and can be stopped.
	}
}
