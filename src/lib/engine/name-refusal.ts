import { problemOfName, referencesIn } from '$lib/formula';
import type { Name } from '$lib/workbook';

/** Why formulas cannot use a name, as a sentence; undefined where they can. */
export function refusalOfName({ name, refersTo }: Name): string | undefined {
	const problem = problemOfName(name);
	if (problem !== undefined) return `“${name}” cannot be used as a name in formulas: it ${problem}.`;
	const isLoose = referencesIn(refersTo).some(
		({ kind, sheetName, text }) =>
			kind !== 'name' &&
			(sheetName === undefined || /(?:^|[!:])\s*[A-Za-z]|[A-Za-z:]\d/.test(text.replace(/^.*!/s, '')))
	);
	return isLoose
		? `What “${name}” refers to needs a sheet and “$” before its columns and rows, such as =Sheet1!$A$1.`
		: undefined;
}
