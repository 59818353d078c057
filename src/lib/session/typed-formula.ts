import { closeBrackets, findProblem, referencesIn } from '$lib/formula';
import {
	cellAt,
	formatKind,
	isFormula,
	nameCalled,
	readTyped,
	settingsOf,
	sheetNamed,
	type Place,
	type Workbook
} from '$lib/workbook';

/** Digits in groups, as of a telephone number with its country, which nobody means to calculate. */
const PHONE_NUMBER = /^\+(?=(?:-?\d){7})\d+(?:-\d+){2,}$/;

/**
 * What is typed into a cell as it is meant where it is a formula, else as it is: closing brackets that are missing at its
 * end are there, and what begins with a sign and can be calculated begins with `=`, as in Excel. A text such as `-item` is
 * none, for nothing in the workbook has that name.
 */
export function meantFormula(workbook: Workbook, place: Place, text: string): string {
	if (isFormula(text)) return closeBrackets(text);
	if (!/^[-+]\S/.test(text) || PHONE_NUMBER.test(text)) return text;
	const { locale } = settingsOf(workbook);
	const format = cellAt(workbook, place)?.format;
	if (formatKind(format) === 'text' || typeof readTyped(text, locale, format).content !== 'string')
		return text;
	const formula = closeBrackets(`=${text}`);
	return findProblem(formula) || !isAllKnown(workbook, formula) ? text : formula;
}

function isAllKnown(workbook: Workbook, formula: string): boolean {
	return referencesIn(formula).every(
		({ name, sheetName }) =>
			(name === undefined || nameCalled(workbook, name) !== undefined) &&
			(sheetName === undefined || sheetNamed(workbook, sheetName) !== undefined)
	);
}
