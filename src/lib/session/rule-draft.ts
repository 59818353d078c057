import { findProblem } from '$lib/formula';
import {
	fail,
	formatRange,
	isFormula,
	MAX_FORMULA_LENGTH,
	ok,
	readTyped,
	textForEditing,
	type CellLook,
	type CellTrait,
	type Color,
	type ConditionalFormat,
	type ConditionalRule,
	type Content,
	type Range,
	type Result,
	type RuleOperator,
	type ScaleStop,
	type Workbook
} from '$lib/workbook';
import { stopsOf } from './condition-scale';
import { findDestination } from './destination';

/** A stop of a scale as it is typed. */
export interface StopDraft {
	readonly kind: ScaleStop['kind'];
	readonly value: string;
	readonly color: Color;
}

/** A conditional format as it is typed: what every kind of rule asks for, whichever is chosen. */
export interface RuleDraft {
	readonly ranges: string;
	readonly kind: ConditionalRule['kind'];
	readonly operator: RuleOperator;
	readonly value: string;
	readonly other: string;
	readonly trait: CellTrait;
	readonly end: 'top' | 'bottom';
	readonly count: string;
	readonly isPercent: boolean;
	readonly formula: string;
	readonly stops: readonly StopDraft[];
	readonly look: CellLook;
	readonly isLast: boolean;
}

const NEW_RULE: RuleDraft = {
	ranges: '',
	kind: 'threshold',
	operator: 'greater',
	value: '',
	other: '',
	trait: 'duplicate',
	end: 'top',
	count: '10',
	isPercent: false,
	formula: '',
	stops: [
		{ kind: 'least', value: '', color: '#fff7d1' },
		{ kind: 'largest', value: '', color: '#1f9d6b' }
	],
	look: { fill: '#fdeae8', color: '#b3261e' },
	isLast: false
};

/** A new rule for some ranges, with nothing said yet. */
export function newDraft(ranges: readonly Range[]): RuleDraft {
	return { ...NEW_RULE, ranges: ranges.map(formatRange).join(', ') };
}

/** A conditional format as it is changed. */
export function draftOf({ ranges, rule, isLast = false }: ConditionalFormat, locale: string): RuleDraft {
	const draft: RuleDraft = { ...newDraft(ranges), kind: rule.kind, isLast };
	const typed = (content: Content) => textForEditing(content, undefined, locale);
	if (rule.kind === 'scale') {
		const stops = stopsOf(rule).map((stop, at) => ({
			kind: stop.kind,
			value: 'value' in stop ? typed(stop.value) : '',
			color: rule.colors[at]!
		}));
		return { ...draft, stops };
	}
	if (rule.kind !== 'threshold')
		return { ...draft, ...rule, count: 'count' in rule ? typed(rule.count) : '10' };
	return { ...draft, ...rule, value: typed(rule.value), other: typed(rule.other ?? null) };
}

/** Whether an operator compares with two values. */
export function isTwoSided(operator: RuleOperator): boolean {
	return operator === 'between' || operator === 'not-between';
}

/** What reading a draft takes. */
export interface DraftScope {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly settings: { readonly locale: string };
}

/** The conditional format that was typed, or what is missing or wrong. */
export function readDraft(scope: DraftScope, draft: RuleDraft): Result<ConditionalFormat> {
	const place = findDestination(scope.workbook, scope.activeSheet, draft.ranges);
	if (!place) return fail('Type the cells that the rule is for, such as A1:B10 or A1:A5, C1:C5.');
	if (place.sheet !== scope.activeSheet) {
		return fail('A rule is for cells of the sheet on show: leave out the name of another sheet.');
	}
	const rule = readRule(draft, scope.settings.locale);
	return rule.ok
		? ok({ ranges: place.ranges, rule: rule.value, ...(draft.isLast && { isLast: true }) })
		: rule;
}

function readRule(draft: RuleDraft, locale: string): Result<ConditionalRule> {
	const { kind } = draft;
	if (kind === 'scale') return readScale(draft, locale);
	const { look } = draft;
	if (Object.keys(look).length === 0)
		return fail('Choose how the cells are to look: a fill, a colour or bold.');
	if (kind === 'trait') return ok({ kind, trait: draft.trait, look });
	if (kind === 'rank') {
		const { end, isPercent } = draft;
		const count = readTyped(draft.count, locale).content;
		const most = isPercent ? 100 : 1_000_000;
		if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > most) {
			return fail(`Type a whole number from 1 to ${most.toLocaleString('en-US')}.`);
		}
		return ok({ kind, end, count, isPercent, look });
	}
	if (kind === 'formula') {
		const formula = draft.formula.trim();
		if (formula.length < 2 || !formula.startsWith('=')) {
			return fail('Type a formula that is true for the cells to be formatted, such as =A1>AVERAGE(A$1:A$9).');
		}
		const problem = problemOfFormula(formula);
		return problem ? fail(problem) : ok({ kind, formula, look });
	}
	const { operator } = draft;
	const value = readValue(draft.value, locale);
	if (!value.ok) return value;
	if (!isTwoSided(operator)) return ok({ kind, operator, value: value.value, look });
	const other = readValue(draft.other, locale);
	return other.ok ? ok({ kind, operator, value: value.value, other: other.value, look }) : other;
}

function readValue(text: string, locale: string): Result<Content> {
	const { content } = readTyped(text.trim(), locale);
	if (content === null) return fail('Type what cells are compared with: a number, a text or a formula.');
	const problem = isFormula(content) ? problemOfFormula(content) : undefined;
	return problem ? fail(problem) : ok(content);
}

function problemOfFormula(formula: string): string | undefined {
	return formula.length > MAX_FORMULA_LENGTH
		? 'A formula has at most 8,192 characters.'
		: findProblem(formula)?.message;
}

function readScale({ stops }: RuleDraft, locale: string): Result<ConditionalRule> {
	const read: ScaleStop[] = [];
	for (const { kind, value } of stops) {
		if (kind === 'least' || kind === 'largest') {
			read.push({ kind });
			continue;
		}
		const number = readTyped(value.trim(), locale).content;
		if (typeof number !== 'number') return fail('Type a number for each stop of the scale.');
		if (kind !== 'number' && (number < 0 || number > 100)) {
			return fail('A per cent or percentile lies between 0 and 100.');
		}
		read.push({ kind, value: number });
	}
	return ok({ kind: 'scale', colors: stops.map(({ color }) => color), stops: read });
}
