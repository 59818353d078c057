import {
	BASE_SCENARIO,
	fail,
	inOrder,
	nameCalled,
	ok,
	type Result,
	type Scenario,
	type Workbook
} from '$lib/workbook';
import type {
	AddScenario,
	ClearOverride,
	DeleteScenario,
	DuplicateScenario,
	RenameScenario,
	SetOverride
} from './command';
import { checkContent } from './contents';
import type { Draft } from './draft';
import { noScenario, OverrideDraft } from './overrides';
import { type Plan, type Planner } from './plan';

const MAX_TITLE_LENGTH = 100;

export const planScenarioAdd: Planner<AddScenario> = (draft, { title: typed, reason = '', overrides }) => {
	const title = checkTitle(draft.workbook, typed);
	if (!title.ok) return title;
	const position =
		1 + Math.max(...inOrder(draft.workbook.tables.scenario).map((scenario) => scenario.position));
	const id = freeId(draft.workbook, title.value);
	draft.setRecord('scenario', { id, title: title.value, reason, position, overrides: {} });
	for (const [name, content] of Object.entries(overrides ?? {})) {
		const set = planOverride(draft, { do: 'set-override', scenario: id, name, content });
		if (!set.ok) return set;
	}
	return ok({ draft, label: `Add scenario ${title.value}`, created: id });
};

export const planScenarioCopy: Planner<DuplicateScenario> = (draft, { scenario: from, title: typed }) => {
	const original = draft.record('scenario', from);
	if (!original) return noScenario(from);
	const title = checkTitle(draft.workbook, typed);
	if (!title.ok) return title;
	const id = freeId(draft.workbook, title.value);
	const scenarios = inOrder(draft.workbook.tables.scenario);
	scenarios.splice(scenarios.indexOf(original) + 1, 0, { ...original, id, title: title.value });
	scenarios.forEach((scenario, position) => draft.setRecord('scenario', { ...scenario, position }));
	return ok({ draft, label: `Duplicate scenario ${original.title}`, created: id });
};

export const planScenarioTitle: Planner<RenameScenario> = (draft, { scenario: id, title: typed, reason }) => {
	const scenario = draft.record('scenario', id);
	if (!scenario) return noScenario(id);
	const title = checkTitle(draft.workbook, typed, scenario);
	if (!title.ok) return title;
	draft.setRecord('scenario', { ...scenario, title: title.value, reason: reason ?? scenario.reason });
	return ok({ draft, label: `Rename scenario ${scenario.title}` });
};

export const planScenarioDelete: Planner<DeleteScenario> = (draft, { scenario: id }) => {
	const scenario = draft.record('scenario', id);
	if (!scenario) return noScenario(id);
	if (id === BASE_SCENARIO) {
		return fail(`"${scenario.title}" is the base that other scenarios build on; it cannot be deleted.`);
	}
	draft.removeRecord('scenario', id);
	return ok({ draft, label: `Delete scenario ${scenario.title}` });
};

export const planOverride: Planner<SetOverride> = (draft, { scenario, name, content }) => {
	const checked = checkContent(content, () => name);
	if (!checked.ok) return checked;
	if (checked.value === null) return fail(`An override of ${name} needs a number. To drop it, clear it.`);
	return overridden(draft, scenario, name, checked.value, `Set ${name}`);
};

export const planOverrideClear: Planner<ClearOverride> = (draft, { scenario, name }) =>
	overridden(draft, scenario, name, null, `Reset ${name}`);

function overridden(
	draft: Draft,
	scenario: string,
	name: string,
	content: Scenario['overrides'][string] | null,
	label: string
): Result<Plan> {
	const overrides = OverrideDraft.of(draft, scenario);
	if (!overrides.ok) return overrides;
	if (!overrides.value) return fail('The base scenario has no overrides: type into the cell itself.');
	if (content !== null && !isDriverName(draft.workbook, name)) {
		return fail(`${name} is not the name of an assumption or a figure, so a scenario cannot override it.`);
	}
	const set = overrides.value.set(name, content);
	if (!set.ok) return set;
	overrides.value.finish();
	const { changed } = overrides.value;
	return ok({ draft, label, overrides: changed, ...(changed > 0 && { scenario }) });
}

function isDriverName(workbook: Workbook, name: string): boolean {
	const wanted = nameCalled(workbook, name)?.name.toLowerCase();
	if (wanted === undefined) return false;
	const { assumption, figure } = workbook.tables;
	return [...assumption.values(), ...figure.values()].some((record) => record.name.toLowerCase() === wanted);
}

function checkTitle(workbook: Workbook, typed: string, own?: Scenario): Result<string> {
	const title = typed.trim();
	if (title === '') return fail('A scenario needs a title.');
	if (title.length > MAX_TITLE_LENGTH) {
		return fail(
			`The title of a scenario has at most ${MAX_TITLE_LENGTH} characters; this one has ${title.length}.`
		);
	}
	for (const scenario of workbook.tables.scenario.values()) {
		if (scenario.id !== own?.id && scenario.title.toLowerCase() === title.toLowerCase()) {
			return fail(`There is a scenario "${scenario.title}" already. Choose another title.`);
		}
	}
	return ok(title);
}

/** An id that can be read, from the title: `H100 rental prices` is `h100_rental_prices`. */
function freeId(workbook: Workbook, title: string): string {
	const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['scenario'];
	const wanted = words.join('_');
	let id = wanted;
	for (let number = 2; workbook.tables.scenario.has(id); number++) id = `${wanted}_${number}`;
	return id;
}
