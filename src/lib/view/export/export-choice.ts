import type { Result } from '$lib/workbook';

/** What the export dialog lets choose: which cells, as what, and how the file is written. */
export interface ExportChoice {
	readonly what: 'sheet' | 'selection' | 'workbook';
	readonly mode: 'displayed' | 'raw' | 'formulas' | 'evidence';
	readonly options: {
		readonly hasByteOrderMark: boolean;
		readonly hasDecimalComma: boolean;
		readonly isGuarded: boolean;
	};
}

/** A file to be saved. A text is saved as UTF-8. */
export interface MadeFile {
	readonly fileName: string;
	readonly mediaType: string;
	readonly bytes: string | Uint8Array<ArrayBuffer>;
}

/** The name of the file and its first lines; of several files, those of the first. */
export interface ExportPreview {
	readonly fileName: string;
	readonly lines: readonly string[];
}

/** Makes what the dialog shows and saves. Refusals are sentences for the user. */
export interface ExportMaker {
	readonly preview: (choice: ExportChoice, lineCount: number) => Result<ExportPreview>;
	readonly make: (choice: ExportChoice) => Result<MadeFile>;
}

export const FIRST_CHOICE: ExportChoice = {
	what: 'sheet',
	mode: 'displayed',
	options: { hasByteOrderMark: false, hasDecimalComma: false, isGuarded: true }
};

/** The modes in words. */
export const MODES: readonly { readonly mode: ExportChoice['mode']; label: string; explanation: string }[] = [
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
