import { isLambda, mappingOfNameRename, parseFormula, problemOfName } from '$lib/formula';
import {
	cellAt,
	fail,
	isFormula,
	MAX_FORMULA_LENGTH,
	MAX_NAME_LENGTH,
	nameCalled,
	ok,
	parseAbsoluteReference,
	sheetNamed,
	type Name,
	type Result,
	type Workbook
} from '$lib/workbook';
import type { AddName, DeleteName, RenameName, RetargetName } from './command';
import type { Draft } from './draft';
import { isDriverContent } from './drivers';
import type { Planner } from './plan';
import { rewriteWorkbook } from './rewriting';

export const planNameChange: Planner<RenameName> = (draft, { name: from, to: typed }) => {
	const record = nameCalled(draft.workbook, from);
	if (!record) return noName(from);
	const to = checkFreeName(draft.workbook, typed.trim(), record);
	if (!to.ok) return to;
	const mapping = mappingOfNameRename(record.name, to.value, isLambda(record.refersTo));
	const rewritten = rewriteWorkbook(draft, mapping);
	if (!rewritten.ok) return rewritten;
	renameInRecords(draft, record.name, to.value);
	draft.setRecord('name', { ...(draft.record('name', record.id) ?? record), name: to.value });
	return ok({ draft, label: `Rename ${record.name} to ${to.value}` });
};

/** Overrides of the name stay where it still points at a driver, and go where it does not. */
export const planNameTarget: Planner<RetargetName> = (draft, { name, refersTo: typed }) => {
	const record = nameCalled(draft.workbook, name);
	if (!record) return noName(name);
	const refersTo = checkTarget(draft.workbook, typed.trim());
	if (!refersTo.ok) return refersTo;
	draft.setRecord('name', { ...record, refersTo: refersTo.value });
	if (!pointsAtDriver(draft.workbook, refersTo.value)) {
		mapOverrides(draft, (key) => (isSame(key, record.name) ? undefined : key));
	}
	return ok({ draft, label: `Let ${record.name} stand for ${refersTo.value}` });
};

export const planNameAdd: Planner<AddName> = (draft, { name: typed, refersTo: target }) => {
	const name = checkFreeName(draft.workbook, typed.trim());
	if (!name.ok) return name;
	const refersTo = checkTarget(draft.workbook, target.trim());
	if (!refersTo.ok) return refersTo;
	draft.setRecord('name', {
		id: freeId(draft.workbook, name.value),
		name: name.value,
		refersTo: refersTo.value
	});
	return ok({ draft, label: `Name ${name.value}` });
};

export const planNameDelete: Planner<DeleteName> = (draft, { name }) => {
	const record = nameCalled(draft.workbook, name);
	if (!record) return noName(name);
	const holder = holderOf(draft.workbook, record.name);
	if (holder !== undefined) return fail(`${record.name} is the name of ${holder}, and stays.`);
	draft.removeRecord('name', record.id);
	mapOverrides(draft, (key) => (isSame(key, record.name) ? undefined : key));
	return ok({ draft, label: `Delete the name ${record.name}` });
};

/** What could not be found without a name, in words. */
function holderOf({ tables }: Workbook, name: string): string | undefined {
	for (const record of tables.figure.values())
		if (isSame(record.name, name)) return `a figure, “${record.label}”`;
	for (const record of tables.assumption.values()) {
		if (isSame(record.name, name)) return `an assumption, “${record.label}”`;
	}
	for (const record of tables.output.values()) {
		if (isSame(record.name, name)) return `a result that is compared, “${record.label}”`;
	}
	return undefined;
}

/** The id of a new name: the name, unless another one was called so before. */
function freeId({ tables }: Workbook, name: string): string {
	let id = name;
	for (let number = 2; tables.name.has(id); number++) id = `${name} ${number}`;
	return id;
}

/** Names that stand in records as such, not in formulas. */
function renameInRecords(draft: Draft, from: string, to: string): void {
	const renamed = (name: string) => (isSame(name, from) ? to : name);
	const { figure, assumption, output } = draft.workbook.tables;
	for (const { id, name } of figure.values()) {
		if (isSame(name, from)) draft.setRecord('figure', { ...draft.record('figure', id)!, name: to });
	}
	for (const { id, name } of assumption.values()) {
		if (isSame(name, from)) draft.setRecord('assumption', { ...draft.record('assumption', id)!, name: to });
	}
	for (const record of output.values()) {
		draft.setRecord('output', { ...record, name: renamed(record.name), remark: renamed(record.remark) });
	}
	mapOverrides(draft, renamed);
}

/** Renames the drivers of every scenario's overrides, and drops those that become undefined. */
function mapOverrides(draft: Draft, map: (name: string) => string | undefined): void {
	for (const { id } of draft.workbook.tables.scenario.values()) {
		const scenario = draft.record('scenario', id)!;
		const overrides = Object.entries(scenario.overrides).flatMap(([name, content]) => {
			const mapped = map(name);
			return mapped === undefined ? [] : [[mapped, content] as const];
		});
		draft.setRecord('scenario', { ...scenario, overrides: Object.fromEntries(overrides) });
	}
}

function checkFreeName(workbook: Workbook, name: string, own?: Name): Result<string> {
	if (name.length > MAX_NAME_LENGTH) return fail(`A name has at most ${MAX_NAME_LENGTH} characters.`);
	const problem = problemOfName(name);
	if (problem !== undefined) return fail(`"${name}" cannot be a name: it ${problem}.`);
	const taken = nameCalled(workbook, name);
	return taken && taken.id !== own?.id
		? fail(`There is a name ${taken.name} already. Choose another.`)
		: ok(name);
}

function checkTarget(workbook: Workbook, refersTo: string): Result<string> {
	if (!isFormula(refersTo))
		return fail('A name stands for a formula that begins with =, such as =Data!$B$2.');
	if (refersTo.length > MAX_FORMULA_LENGTH)
		return fail('What a name stands for has at most 8,192 characters.');
	const tree = parseFormula(refersTo);
	if (!tree.ok) return fail(tree.error.message);
	const reference = parseAbsoluteReference(refersTo);
	if (reference.ok && !sheetNamed(workbook, reference.value.sheetName)) {
		return fail(`There is no sheet "${reference.value.sheetName}".`);
	}
	return ok(refersTo);
}

function pointsAtDriver(workbook: Workbook, refersTo: string): boolean {
	const reference = parseAbsoluteReference(refersTo);
	if (!reference.ok) return false;
	const { sheetName, from, to } = reference.value;
	const sheet = sheetNamed(workbook, sheetName);
	const isOneCell = from.row === to.row && from.column === to.column;
	return (
		isOneCell &&
		sheet !== undefined &&
		isDriverContent(cellAt(workbook, { sheet: sheet.id, ...from })?.content ?? null)
	);
}

function noName(name: string): Result<never> {
	return fail(`There is no name ${name} any more.`);
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
