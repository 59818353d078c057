import { normalizeForEngine, referencesIn } from '$lib/formula';
import { isFormula, textOfContent, type Content } from '$lib/workbook';
import { HyperFormula } from 'hyperformula';
import { CONFIG } from './configuration';

/**
 * The value of a content that refers to nothing: a number, a text, or a formula such as `=DATE(2025,1,1)`. A blank is the
 * empty text. Undefined where a formula refers to a cell or name, cannot be read or fails.
 */
export function constantOf(content: Content): number | string | boolean | undefined {
	if (!isFormula(content)) return typeof content === 'string' ? textOfContent(content) : (content ?? '');
	const formula = referencesIn(content).length === 0 ? normalizeForEngine(content) : undefined;
	if (!formula?.ok) return undefined;
	const graph = HyperFormula.buildFromArray([[formula.value]], CONFIG);
	const value = graph.getCellValue({ sheet: 0, row: 0, col: 0 });
	graph.destroy();
	return typeof value === 'object' ? undefined : value;
}
