import type { ExportWish } from '$lib/session/export-maker';

export const FIRST_CHOICE: ExportWish = {
	what: 'sheet',
	mode: 'displayed',
	options: { hasByteOrderMark: false, hasDecimalComma: false, isGuarded: true }
};

/** The modes in words. */
export const MODES: readonly { readonly mode: ExportWish['mode']; label: string; explanation: string }[] = [
	{
		mode: 'displayed',
		label: 'As displayed',
		explanation: 'The texts that the sheet shows, rounded by their number formats.'
	},
	{
		mode: 'raw',
		label: 'Raw values',
		explanation: 'Computed values in full, without formats: 0.9 for 90%, a date as its serial number.'
	},
	{
		mode: 'formulas',
		label: 'Formulas',
		explanation: 'What was typed. The file is live: a program that opens it runs its formulas.'
	},
	{
		mode: 'evidence',
		label: 'Evidence',
		explanation: 'One row for each value: its bounds, qualifier, unit, wording, source and date.'
	}
];
