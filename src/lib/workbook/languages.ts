/**
 * Makes every language known in which numbers and dates can be written; to be awaited before a workbook is opened. Until
 * then a page knows English only, which its first view is written in: the others are more than a tenth of its script.
 * Everywhere else they are known from the beginning. Rejects where they cannot be loaded.
 */
export async function loadLanguages(): Promise<void> {
	await import('numfmt/languages');
}
