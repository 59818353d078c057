import { fail, formatRange, isOnSheet, joinSpans, ok } from '$lib/workbook';
import { noSheet, sheetOf, type Planner } from './plan';
import type { SetFilter } from './structure-commands';

export const planFilter: Planner<SetFilter> = (draft, { sheet: id, filter }) => {
	const sheet = sheetOf(draft.workbook, id);
	if (!sheet) return noSheet(id);
	if (!filter) {
		draft.setRecord('sheet', { ...sheet, filter: undefined });
		return ok({ draft, label: 'Take the filter away' });
	}
	const { from, to } = filter.range;
	if (!isOnSheet(from) || !isOnSheet(to) || to.row <= from.row || to.column < from.column) {
		return fail('A filter needs a header row and at least one row below it.');
	}
	draft.setRecord('sheet', { ...sheet, filter: { ...filter, hidden: joinSpans(filter.hidden) } });
	const isOpen = Object.keys(filter.columns).length === 0;
	return ok({ draft, label: `${isOpen ? 'Filter over' : 'Filter'} ${formatRange(filter.range)}` });
};
