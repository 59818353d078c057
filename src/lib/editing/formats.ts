import { checkFormat, formatAddress, ok } from '$lib/workbook';
import type { SetFormat } from './command';
import { checkEdit } from './contents';
import { counted, type Planner } from './plan';

export const planFormat: Planner<SetFormat> = (draft, { sheet, cells, format }) => {
	const checked = format === null ? ok(null) : checkFormat(format);
	if (!checked.ok) return checked;
	const isGeneral = format === null || format === '' || format.toLowerCase() === 'general';
	for (const { row, column } of cells) {
		const place = { sheet, row, column };
		const before = draft.cell(place) ?? { content: null };
		const allowed = checkEdit(draft, { ...place, content: before.content });
		if (!allowed.ok) return allowed;
		draft.setCell(place, { ...before, format: isGeneral ? undefined : format });
	}
	const where = cells.length === 1 ? formatAddress(cells[0]!) : counted(cells.length, 'cell');
	return ok({ draft, label: `Format ${where}`, base: draft.patch().length });
};
