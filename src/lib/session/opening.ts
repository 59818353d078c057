import { parseWorkbook, type Result, type Workbook } from '$lib/workbook';
import type { ViewState } from '$lib/storage';
import type { Notice } from './notice';
import type { Saving } from './saving.svelte';

/** What was opened, from where, and what the reader must know of it. */
export interface OpenedWorkbook {
	/** Absent where nothing could be opened: the notice then says why. */
	readonly workbook?: Workbook;
	readonly isSaved: boolean;
	readonly view?: ViewState;
	readonly notice?: Notice;
}

/** Opens the workbook saved in this browser, or the one at `address` where there is none or it cannot be read. */
export async function openWorkbook(saving: Saving, address: string): Promise<OpenedWorkbook> {
	const restored = await saving.restore();
	if (restored.ok && restored.value) {
		return { workbook: restored.value.workbook, view: restored.value.view, isSaved: true };
	}
	const notice = restored.ok ? undefined : await noticeOf(saving, restored.error);
	const shipped = await fetchWorkbook(address);
	if (!shipped.ok) return { isSaved: false, notice: { text: shipped.error, isFault: true } };
	saving.follow(shipped.value);
	return { workbook: shipped.value, isSaved: false, notice };
}

async function fetchWorkbook(address: string): Promise<Result<Workbook>> {
	try {
		const response = await fetch(address);
		if (response.ok) return parseWorkbook(await response.text());
	} catch {
		// Said below: without the file there is nothing else to tell.
	}
	return {
		ok: false,
		error:
			'The workbook could not be loaded, so the page shows its first sheet only. Check the connection and reload.'
	};
}

async function noticeOf(saving: Saving, sentence: string): Promise<Notice> {
	const aside = (await saving.asides()).at(-1);
	if (!aside) return { text: sentence, isFault: true };
	return {
		text: `${sentence} The reported model is open instead.`,
		isFault: true,
		action: {
			label: 'Download what was saved',
			run: () => {
				const link = document.createElement('a');
				link.href = URL.createObjectURL(new Blob([aside.text], { type: 'application/json' }));
				link.download = 'reckoner-saved-workbook.json';
				link.click();
				URL.revokeObjectURL(link.href);
			}
		}
	};
}
