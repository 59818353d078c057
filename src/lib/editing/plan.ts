import { fail, type Result, type Sheet, type Workbook } from '$lib/workbook';
import type { Draft } from './draft';

/** What a command comes to, before it is carried out. */
export interface Plan {
	readonly draft: Draft;
	/** What is done, in words, as the history shows it. */
	readonly label: string;
	/** The scenario whose overrides change, where any do. */
	readonly scenario?: string;
	/** Overrides that were set or dropped, and cells that changed for all scenarios. */
	readonly overrides?: number;
	readonly base?: number;
	/** The id of the record that was added. */
	readonly created?: string;
}

/** Turns a command into a plan, or refuses it with a sentence. Changes nothing. */
export type Planner<C> = (draft: Draft, command: C) => Result<Plan>;

export function sheetOf(workbook: Workbook, id: string): Sheet | undefined {
	return workbook.tables.sheet.get(id);
}

export function noSheet(id: string): Result<never> {
	return fail(`There is no sheet "${id}" any more.`);
}

/** A number of things in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;
}
