import { fail, ok, placeOfName } from '$lib/workbook';
import type { RestoreFigure } from './command';
import { OverrideDraft } from './overrides';
import type { Planner } from './plan';

/** Writes what was published back into the cell of a figure; drops its override in the scenario. */
export const planFigureRestore: Planner<RestoreFigure> = (draft, { figure: id, scenario }) => {
	const figure = draft.record('figure', id);
	if (!figure) return fail(`There is no figure "${id}" any more.`);
	const place = placeOfName(draft.workbook, figure.name);
	if (!place)
		return fail(
			`The name ${figure.name} of this figure does not point at a cell, so there is none to restore.`
		);
	const overrides = OverrideDraft.of(draft, scenario);
	if (!overrides.ok) return overrides;
	const before = draft.cell(place);
	draft.setCell(place, { ...before, content: figure.published });
	const base = draft.patch().length;
	overrides.value?.set(figure.name, null);
	overrides.value?.finish();
	const changed = overrides.value?.changed ?? 0;
	return ok({
		draft,
		label: `Restore ${figure.label || figure.name}`,
		base,
		overrides: changed,
		...(changed > 0 && { scenario })
	});
};
