import {
	isFormula,
	textForEditing,
	type CellTrait,
	type ConditionalRule,
	type Content,
	type RuleOperator
} from '$lib/workbook';

export const OPERATOR_WORDS: Readonly<Record<RuleOperator, string>> = {
	greater: 'is greater than',
	'at-least': 'is at least',
	less: 'is less than',
	'at-most': 'is at most',
	between: 'is between',
	'not-between': 'is not between',
	equal: 'equals',
	'not-equal': 'does not equal',
	contains: 'contains',
	lacks: 'does not contain',
	begins: 'begins with',
	ends: 'ends with'
};

export const TRAIT_WORDS: Readonly<Record<CellTrait, string>> = {
	blank: 'is blank',
	'not-blank': 'is not blank',
	error: 'is an error',
	'not-error': 'is no error',
	duplicate: 'stands there more than once',
	unique: 'stands there only once'
};

/** What a rule asks of a cell. */
export function ruleWords(rule: ConditionalRule, locale: string): string {
	switch (rule.kind) {
		case 'scale':
			return `colour scale of ${rule.colors.length} colours`;
		case 'trait':
			return TRAIT_WORDS[rule.trait];
		case 'rank': {
			const where = rule.end === 'top' ? 'largest' : 'least';
			return `is among the ${where} ${rule.count}${rule.isPercent ? ' %' : ''}`;
		}
		case 'formula':
			return `formula ${rule.formula}`;
	}
	const value = contentWords(rule.value, locale);
	const other = rule.other === undefined ? '' : ` and ${contentWords(rule.other, locale)}`;
	return `${OPERATOR_WORDS[rule.operator]} ${value}${other}`;
}

function contentWords(content: Content, locale: string): string {
	const text = textForEditing(content, undefined, locale);
	return typeof content === 'string' && !isFormula(content) ? `“${text}”` : text;
}
