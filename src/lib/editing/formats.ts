import { checkFormat, ok } from '$lib/workbook';
import type { SetFormat } from './command';
import { blocksIn, placesOf, rangeWords } from './formatted-places';
import type { Planner } from './plan';
import { widenColumns } from './sizes';

export const planFormat: Planner<SetFormat> = (draft, { sheet, ranges, format, widened }) => {
	const checked = format === null ? ok(null) : checkFormat(format);
	if (!checked.ok) return checked;
	const blocks = blocksIn(draft, sheet, ranges);
	if (!blocks.ok) return blocks;
	const isGeneral = format === null || format === '' || format.toLowerCase() === 'general';
	for (const place of placesOf(sheet, blocks.value)) {
		const before = draft.cell(place);
		if (!before && isGeneral) continue;
		draft.setCell(place, { ...(before ?? { content: null }), format: isGeneral ? undefined : format });
	}
	const base = draft.patch().length;
	const sized = widened ? widenColumns(draft, widened) : ok(undefined);
	if (!sized.ok) return sized;
	return ok({ draft, label: `Format ${rangeWords(ranges)}`, base });
};
