import type { Command } from '$lib/editing';
import { formatRange, type ConditionalFormat, type Result, type Workbook } from '$lib/workbook';
import { ruleWords } from './condition-words';

/** What changing conditional formats needs of the session. */
export interface RulesHost {
	readonly tables: Workbook['tables'];
	readonly activeSheet: string;
	readonly settings: { readonly locale: string };
	status: string;
	execute(command: Command): Result<unknown>;
}

/** The conditional formats of the sheet on show, in the order in which they are tried. */
export function sheetRules({ tables, activeSheet }: RulesHost): readonly ConditionalFormat[] {
	return tables.sheet.get(activeSheet)?.conditionalFormats ?? [];
}

/** A list of rules with one in the place of another, or before all: what is added last is what is meant to be seen. */
export function withRule(
	rules: readonly ConditionalFormat[],
	changed: ConditionalFormat | undefined,
	rule: ConditionalFormat
): readonly ConditionalFormat[] {
	return changed ? rules.map((one) => (one === changed ? rule : one)) : [rule, ...rules];
}

/** Puts a rule in the place of another one, or before all others. Gives what is wrong, or nothing. */
export function saveRule(
	host: RulesHost,
	changed: ConditionalFormat | undefined,
	rule: ConditionalFormat
): string {
	const act = changed ? 'changed' : 'added';
	return setRules(host, withRule(sheetRules(host), changed, rule), `${describe(host, rule)}: ${act}`);
}

export function removeRule(host: RulesHost, rule: ConditionalFormat): string {
	const left = sheetRules(host).filter((one) => one !== rule);
	return setRules(host, left, `${describe(host, rule)}: removed`);
}

/** Has a rule tried before the one above it, or after the one below it. */
export function moveRule(host: RulesHost, rule: ConditionalFormat, by: -1 | 1): string {
	const rules = [...sheetRules(host)];
	const at = rules.indexOf(rule);
	const other = rules[at + by];
	if (at < 0 || !other) return '';
	[rules[at], rules[at + by]] = [other, rule];
	return setRules(host, rules, `${describe(host, rule)}: now number ${at + by + 1} of ${rules.length}`);
}

export function rangesText({ ranges }: ConditionalFormat): string {
	return ranges.map(formatRange).join(', ');
}

function describe(host: RulesHost, rule: ConditionalFormat): string {
	return `${rangesText(rule)} ${ruleWords(rule.rule, host.settings.locale)}`;
}

function setRules(host: RulesHost, formats: readonly ConditionalFormat[], said: string): string {
	const done = host.execute({ do: 'set-conditional-formats', sheet: host.activeSheet, formats });
	if (!done.ok) return done.error;
	host.status = said;
	return '';
}
