import { readFileSync } from 'node:fs';
import { isFormula } from '$lib/workbook';
import { expect, test } from 'vitest';
import { starterWorkbook } from '../../starter';

/** What the model holds, counted as README and changelog count it: formulas over the figures, not the ledger's own texts. */
function counted() {
	const workbook = starterWorkbook();
	const { tables, cells } = workbook;
	let formulas = 0;
	for (const sheetCells of cells.values()) {
		for (const { content } of sheetCells.values()) {
			const isRecordText = isFormula(content) && /^=(FIGURE|ASSUMPTION|SETTING)\(/.test(content);
			if (isFormula(content) && !isRecordText) formulas += 1;
		}
	}
	return {
		figures: tables.figure.size,
		assumptions: tables.assumption.size,
		formulas,
		sheets: tables.sheet.size
	};
}

test('STR-7 README and changelog count what ships', () => {
	const { figures, assumptions, formulas, sheets } = counted();
	expect(sheets).toBe(10);
	for (const file of ['README.md', 'CHANGELOG.md']) {
		const text = readFileSync(file, 'utf8');
		expect(text).toContain(`${figures} reported figures`);
		expect(text).toContain(`${assumptions} assumptions`);
		expect(text).toContain(`${formulas} formulas`);
	}
});
