import { CellError, SimpleRangeValue } from 'hyperformula';
import { conversionOf } from '../coercion/conversion';
import { wrongValue } from './failures';
import {
	defineFunction,
	type Answer,
	type Given,
	type Parameter,
	type Reading,
	type Scalar
} from './numeric-function';
import { flag, number, optional, rowsOf, text, textOf, whole } from './parameters';
import { indexOfPattern } from './text-search';
import { writeFixed, writeMoney } from './written-number';

const CATEGORY = 'Text';
/** The longest text that a cell holds. */
const LONGEST = 32_767;
const TOO_LONG = 'The text would be longer than the 32,767 characters that a cell holds.';

/** The texts of everything that is given, by row; the first error is the answer. */
const manyTexts: Parameter<string[]> = {
	name: 'Text',
	description: 'Texts, or cells with texts.',
	isRepeated: true,
	takesBlock: true,
	read(given, reading) {
		const texts: string[] = [];
		for (const one of given) {
			const found = textsOf(one, reading);
			if (found instanceof CellError) return found;
			for (const text of found) texts.push(text);
		}
		return texts;
	}
};

/** A block is read once for all the values of an array that a call is calculated for. */
const textsOfBlocks = new WeakMap<SimpleRangeValue, string[] | CellError>();

function textsOf(given: Given, reading: Reading): string[] | CellError {
	const { value } = given;
	const known = value instanceof SimpleRangeValue ? textsOfBlocks.get(value) : undefined;
	if (known) return known;
	const values = rowsOf(given).flat();
	const error = values.find((one) => one instanceof CellError);
	const texts = error ?? (values as Exclude<Scalar, CellError>[]).map((one) => textOf(one, reading));
	if (value instanceof SimpleRangeValue) textsOfBlocks.set(value, texts);
	return texts;
}

const ignoresEmpty = flag('Ignore_empty', 'TRUE, or nothing, to pass over empty texts and blank cells.');
/** Nothing between its commas is TRUE, unlike elsewhere. */
const passesOverEmpty: Parameter<boolean> = {
	...ignoresEmpty,
	isEmptyLeftOut: true,
	read: (given, reading) => given.length === 0 || ignoresEmpty.read(given, reading)
};

/** The texts as one, each after what stands before it; given up as soon as it is longer than a cell can hold. */
function joinedWithin(texts: readonly string[], before: (index: number) => string = () => ''): Answer {
	let joined = '';
	for (const [index, text] of texts.entries()) {
		joined += before(index) + text;
		if (joined.length > LONGEST) return wrongValue(TOO_LONG);
	}
	return joined;
}

const decimals = optional(whole('Decimals', 'The digits after the point; 2 if left out.'), 2);
const MOST_DECIMALS = 127;

function withPlaces(places: number, write: () => Answer): Answer {
	if (places > MOST_DECIMALS) return wrongValue(`${MOST_DECIMALS} digits after the point are the most.`);
	return write();
}

/** Functions that make and search texts. */
export const TEXTS = [
	defineFunction({
		name: 'CONCAT',
		category: CATEGORY,
		description: 'Joins texts and the texts of cells, row by row.',
		parameters: [manyTexts],
		example: '=CONCAT("a",1,TRUE)',
		compute(texts) {
			return joinedWithin(texts);
		}
	}),
	defineFunction({
		name: 'TEXTJOIN',
		category: CATEGORY,
		description: 'Joins texts with a text between them.',
		parameters: [
			{
				...manyTexts,
				name: 'Delimiter',
				description: 'What to put between; of several, one after another.',
				isRepeated: false
			},
			passesOverEmpty,
			manyTexts
		],
		example: '=TEXTJOIN(", ",TRUE,"a","b")',
		compute(delimiters, ignoresEmpty, texts) {
			const taken = ignoresEmpty ? texts.filter((one) => one !== '') : texts;
			const between = (index: number) => (index === 0 ? '' : delimiters[(index - 1) % delimiters.length]!);
			return joinedWithin(taken, between);
		}
	}),
	defineFunction({
		name: 'REPT',
		category: CATEGORY,
		description: 'Repeats a text.',
		parameters: [text('Text', 'The text.'), whole('Number_times', 'How often; a fraction is cut off.')],
		example: '=REPT("ab",3)',
		compute(text, times) {
			if (times < 0) return wrongValue('A text cannot be repeated less than 0 times.');
			return text.length * times > LONGEST ? wrongValue(TOO_LONG) : text.repeat(text === '' ? 0 : times);
		}
	}),
	defineFunction({
		name: 'SEARCH',
		aliases: ['SEARCHB'],
		category: CATEGORY,
		description: 'Gives the place of a text in another, whatever the case; * and ? stand for any characters.',
		parameters: [
			text('Find_text', 'The text to find; ~ before * and ? makes them ordinary.'),
			text('Within_text', 'The text to search.'),
			optional(whole('Start_num', 'The character to begin at; 1 if left out.'), 1)
		],
		example: '=SEARCH("n","printer")',
		compute(pattern, text, start) {
			if (start < 1 || start > text.length + 1)
				return wrongValue('The search must begin at a character of the text.');
			const found = indexOfPattern(text, pattern, start - 1);
			return found < 0 ? wrongValue('The text that was looked for is not there.') : found + 1;
		}
	}),
	defineFunction({
		name: 'FIXED',
		category: CATEGORY,
		description:
			'Gives a number as text with so many digits after the point, as the workbook’s locale writes it.',
		parameters: [
			number('Number', 'The number.'),
			decimals,
			optional(flag('No_commas', 'TRUE for no commas between thousands.'), false)
		],
		example: '=FIXED(1234.567,1)',
		compute(value, places, hasNoCommas) {
			return withPlaces(places, () => writeFixed(value, places, !hasNoCommas, this.locale));
		}
	}),
	defineFunction({
		name: 'DOLLAR',
		category: CATEGORY,
		description: 'Gives a number as text in dollars, or in the currency of the workbook’s locale.',
		parameters: [number('Number', 'The number.'), decimals],
		example: '=DOLLAR(1234.567)',
		compute(value, places) {
			return withPlaces(places, () => writeMoney(value, places, this.locale));
		}
	}),
	defineFunction({
		name: 'USDOLLAR',
		category: CATEGORY,
		description: 'Gives a number as text in US dollars, whatever the workbook’s locale is.',
		parameters: [number('Number', 'The number.'), decimals],
		example: '=USDOLLAR(1234.567)',
		compute(value, places) {
			return withPlaces(places, () => writeMoney(value, places, 'en-US'));
		}
	}),
	defineFunction({
		name: 'NUMBERVALUE',
		category: CATEGORY,
		description: 'Reads a text as a number, whatever stands for the point and between thousands.',
		parameters: [
			text('Text', 'The text.'),
			optional(
				text(
					'Decimal_separator',
					'The character before the fraction; that of the workbook’s locale if left out.'
				),
				undefined
			),
			optional(
				text(
					'Group_separator',
					'The character between thousands; that of the workbook’s locale if left out.'
				),
				undefined
			)
		],
		example: '=NUMBERVALUE("2.500,27",",",".")',
		compute(written, decimal, group) {
			const own = conversionOf(this.locale);
			const point = (decimal ?? own.decimal)[0];
			const comma = (group ?? own.group)[0];
			if (point === undefined || comma === undefined || point === comma)
				return wrongValue('The separators must be two different characters.');
			const bare = written.replace(/\s/g, '');
			if (bare === '') return 0;
			const [, number = '', percents = ''] = bare.match(/^(.*?)(%*)$/s) ?? [];
			const [wholes = '', ...fractions] = number.split(point);
			const plain = [wholes.replaceAll(comma, ''), ...fractions].join('.');
			if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return wrongValue('This text is no number.');
			return Number(`${plain}`) / 100 ** percents.length;
		}
	})
];
