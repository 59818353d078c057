import { isFormula, type Place, type Workbook } from '$lib/workbook';
import type { ShownCell } from './shown-cell';
import { contentInScenario } from './typed-contents';

/** A cell with its formula in the place of what that gives; any other cell as it is. */
export function withFormula(
	shown: ShownCell | undefined,
	workbook: Workbook,
	scenario: string,
	place: Place
): ShownCell | undefined {
	const content = contentInScenario(workbook, scenario, place);
	return shown && isFormula(content) ? { ...shown, text: content, align: 'left', isNumber: false } : shown;
}
