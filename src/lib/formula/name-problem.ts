import { columnOfLetters, MAX_ROWS } from '$lib/workbook';
import { tokenizeFormula } from './tokens';

/**
 * Why formulas cannot use a name, in words that follow “it”; undefined where they can. As in Excel it is one word that is
 * not a reference, a number or a constant; letters and digits beyond the last column or row are none.
 */
export function problemOfName(name: string): string | undefined {
	const [start, word, ...more] = tokenizeFormula(`=${name}`);
	if (name === '') return 'is empty';
	if (/\s/.test(name)) return 'must be one word, such as with _ in the place of each blank';
	if (isAddress(name)) return 'is the address of a cell';
	if (/^[rc]$/i.test(name)) return 'stands for a whole row or column in Excel, as R and C alone do';
	if (/^(?:r\d*c\d*|[rc]\d+)$/i.test(name))
		return 'is an address by numbers of row and column in Excel, as R1C1 is';
	if (word?.kind === 'boolean') return 'is a truth value in formulas';
	if (!/^[\p{L}_]/u.test(name)) return 'must begin with a letter or an underscore';
	const isName = start?.kind === 'start' && word?.kind === 'name' && more.length === 0 && !name.includes('!');
	return isName ? undefined : 'may hold letters, digits, dots and underscores only';
}

function isAddress(name: string): boolean {
	const [, letters, digits] = /^([a-z]{1,3})(\d+)$/i.exec(name) ?? [];
	return letters !== undefined && columnOfLetters(letters) >= 0 && Number(digits) <= MAX_ROWS;
}
