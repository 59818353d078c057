import { loadLanguages, parseWorkbook, type Result, type Workbook } from '$lib/workbook';
import type { ViewState } from '$lib/storage';
import type { Notices } from './notices.svelte';
import { saveFile } from './save-file';
import type { Saving } from './saving.svelte';

/** What was opened, and from where. */
export interface OpenedWorkbook {
	readonly workbook: Workbook;
	readonly isSaved: boolean;
	readonly view?: ViewState;
}

/**
 * Opens the workbook saved in this browser, or the one at `address` where there is none or it cannot be read; undefined
 * where neither can be had. What the reader must know of it is put among the notices.
 */
export async function openWorkbook(
	saving: Saving,
	address: string,
	notices: Notices
): Promise<OpenedWorkbook | undefined> {
	const [restored] = await Promise.all([saving.restore(), loadLanguages()]);
	await offerAsides(saving, notices);
	if (restored.ok && restored.value) {
		return { workbook: restored.value.workbook, view: restored.value.view, isSaved: true };
	}
	if (!restored.ok) {
		const text = saving.isAvailable
			? `${restored.error} The reported model is open instead.`
			: restored.error;
		notices.show({ about: 'opening', text, isFault: true });
	}
	const shipped = await fetchWorkbook(address);
	if (!shipped.ok) {
		notices.show({ about: 'opening', text: shipped.error, isFault: true });
		return undefined;
	}
	saving.follow(shipped.value);
	return { workbook: shipped.value, isSaved: false };
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

/** Offers every saved workbook that was put aside, until it is discarded. */
export async function offerAsides(saving: Saving, notices: Notices): Promise<void> {
	for (const { id, reason, text } of await saving.asides()) {
		const about = `aside ${id}`;
		notices.show({
			about,
			text: `A workbook that was saved in this browser is kept aside. ${reason}`,
			isFault: false,
			actions: [
				{
					label: 'Download what was saved',
					run: () =>
						saveFile({ fileName: 'reckoner-saved-workbook.json', mediaType: 'application/json', bytes: text })
				},
				{
					label: 'Discard it',
					run: () => void saving.discardAside(id).then(() => notices.dismiss(about))
				}
			]
		});
	}
}
