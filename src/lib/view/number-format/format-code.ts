export const CATEGORIES = [
	'general',
	'number',
	'currency',
	'percent',
	'scientific',
	'date',
	'time',
	'fraction',
	'text',
	'custom'
] as const;
export type Category = (typeof CATEGORIES)[number];

export const CURRENCIES = ['$', '€', '£', '¥', 'CN¥', 'CHF'] as const;

/** How a number below zero is shown: with a minus, that in red, or in parentheses. */
export const NEGATIVES = ['minus', 'red', 'parentheses'] as const;
export type Negatives = (typeof NEGATIVES)[number];

/** Codes that are chosen as a whole, by category. */
export const PATTERNS = {
	date: [
		'd-mmm-yy',
		'yyyy-mm-dd',
		'd mmm yyyy',
		'd mmmm yyyy',
		'm/d/yyyy',
		'dd.mm.yyyy',
		'mmm yyyy',
		'yyyy',
		'yyyy-mm-dd hh:mm'
	],
	time: ['h:mm AM/PM', 'h:mm', 'h:mm:ss', 'mm:ss', '[h]:mm'],
	fraction: ['# ?/?', '# ??/??', '# ?/2', '# ?/4', '# ?/8', '# ??/100']
} as const;

/** A number format as it is put together. What a category has no use for is kept for another one. */
export interface FormatChoice {
	readonly category: Category;
	readonly decimals: number;
	readonly hasThousands: boolean;
	readonly currency: string;
	readonly negatives: Negatives;
	readonly date: string;
	readonly time: string;
	readonly fraction: string;
	/** A code as it is typed. */
	readonly custom: string;
}

export const MOST_DECIMALS = 15;

const FIRST: FormatChoice = {
	category: 'general',
	decimals: 2,
	hasThousands: true,
	currency: '$',
	negatives: 'minus',
	date: PATTERNS.date[0],
	time: PATTERNS.time[0],
	fraction: PATTERNS.fraction[0],
	custom: 'General'
};

/** The code that a choice stands for; `null` is General. */
export function codeOf(choice: FormatChoice): string | null {
	const { category, negatives } = choice;
	switch (category) {
		case 'general':
			return null;
		case 'number':
			return withNegatives(digits(choice), negatives);
		case 'currency':
			return withNegatives(`${currencyCode(choice.currency)}${digits(choice)}`, negatives);
		case 'percent':
			return `${decimalDigits(choice.decimals)}%`;
		case 'scientific':
			return `${decimalDigits(choice.decimals)}E+00`;
		case 'date':
		case 'time':
		case 'fraction':
			return choice[category];
		case 'text':
			return '@';
		case 'custom':
			return choice.custom.trim() === '' ? null : choice.custom;
	}
}

/** The choice that gives a code: custom where no other does. */
export function choiceOf(format: string | undefined): FormatChoice {
	if (!format || format.toLowerCase() === 'general') return FIRST;
	const custom = { ...FIRST, custom: format };
	return candidates(custom).find((choice) => codeOf(choice) === format) ?? { ...custom, category: 'custom' };
}

function candidates(from: FormatChoice): FormatChoice[] {
	const found: FormatChoice[] = [{ ...from, category: 'text' }];
	for (const category of ['date', 'time', 'fraction'] as const) {
		for (const pattern of PATTERNS[category]) found.push({ ...from, category, [category]: pattern });
	}
	for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
		found.push({ ...from, category: 'percent', decimals }, { ...from, category: 'scientific', decimals });
		for (const negatives of NEGATIVES) {
			for (const hasThousands of [true, false]) {
				const number = { ...from, decimals, negatives, hasThousands };
				found.push({ ...number, category: 'number' });
				for (const currency of CURRENCIES) found.push({ ...number, category: 'currency', currency });
			}
		}
	}
	return found;
}

function decimalDigits(decimals: number): string {
	return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function digits({ decimals, hasThousands }: FormatChoice): string {
	return `${hasThousands ? '#,##' : ''}${decimalDigits(decimals)}`;
}

function currencyCode(currency: string): string {
	return currency === '$' ? '$' : currency === 'CHF' ? '"CHF "' : `"${currency}"`;
}

function withNegatives(code: string, negatives: Negatives): string {
	if (negatives === 'red') return `${code};[Red]-${code}`;
	return negatives === 'parentheses' ? `${code}_);(${code})` : code;
}
