import { callsIn, normalizeForEngine, referencesIn } from '$lib/formula';
import { isFormula, textOfContent, type Content } from '$lib/workbook';
import { HyperFormula } from 'hyperformula';
import { CONFIG } from './configuration';
import type { FormatText } from './format-text';
import type { HiddenRowsContext } from './hidden-rows';
import { RECORD_FIELDS } from './record-functions';
import type { TextContext } from './text-function';

/**
 * The value of a content that refers to nothing: a number, a text, or a formula such as `=DATE(2025,1,1)`. A blank is the
 * empty text. Undefined where a formula refers to a cell, name or record, cannot be read or fails.
 */
export function constantOf(
	content: Content,
	formatText: FormatText | undefined,
	locale: string
): number | string | boolean | undefined {
	if (!isFormula(content)) return typeof content === 'string' ? textOfContent(content) : (content ?? '');
	const readsRecords = callsIn(content).some(({ name }) => Object.hasOwn(RECORD_FIELDS, name.toUpperCase()));
	if (readsRecords || referencesIn(content).length > 0) return undefined;
	const formula = normalizeForEngine(content);
	if (!formula.ok) return undefined;
	// Refers to no cell, so that no row can be asked for.
	const hiddenRows = { isHidden: () => false };
	const context: TextContext & HiddenRowsContext = { formatText, locale, hiddenRows };
	const graph = HyperFormula.buildFromArray([[formula.value]], { ...CONFIG, context });
	const value = graph.getCellValue({ sheet: 0, row: 0, col: 0 });
	graph.destroy();
	return typeof value === 'object' ? undefined : value;
}
