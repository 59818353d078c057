import { conversionOf } from '../coercion/conversion';
import { wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { anything, manyTexts, optional, text, whole } from './parameters';

const CATEGORY = 'Text';
const LONGEST = 32_767;

/** Functions that find a text exactly, replace it or read it. */
export const TEXT_CHANGES = [
	defineFunction({
		name: 'FIND',
		aliases: ['FINDB'],
		category: CATEGORY,
		description: 'Gives the place of a text in another; capitals and small letters differ.',
		parameters: [
			text('Find_text', 'The text to find.'),
			text('Within_text', 'The text to search.'),
			optional(whole('Start_num', 'The character to begin at; 1 if left out.'), 1)
		],
		example: '=FIND("n","printer")',
		compute(wanted, within, start) {
			if (start < 1 || start > within.length + 1)
				return wrongValue('The search must begin at a character of the text.');
			const found = within.indexOf(wanted, start - 1);
			return found < 0 ? wrongValue('The text that was looked for is not there.') : found + 1;
		}
	}),
	defineFunction({
		name: 'CONCATENATE',
		category: CATEGORY,
		description: 'Joins texts into one; of ranges, the texts that stand at the same place.',
		parameters: [manyTexts('Text', 'A text or value to join.')],
		example: '=CONCATENATE("GPT","-",4)',
		compute: (texts) => joined(texts, '')
	}),
	defineFunction({
		name: 'SUBSTITUTE',
		category: CATEGORY,
		description: 'Puts a new text in place of an old one, everywhere or at one place.',
		parameters: [
			text('Text', 'The text.'),
			text('Old_text', 'What to replace; capitals and small letters differ.'),
			text('New_text', 'What to put there.'),
			optional(whole('Instance_num', 'Which one to replace; all if left out.'), undefined)
		],
		example: '=SUBSTITUTE("2024-03-31","-",".")',
		compute(text, old, replacement, instance) {
			if (instance !== undefined && instance < 1) return wrongValue('Instances are counted from 1.');
			if (old === '') return text;
			const pieces = text.split(old);
			if (instance === undefined) return joined(pieces, replacement);
			if (instance >= pieces.length) return text;
			const before = pieces.slice(0, instance).join(old);
			return joined([before, pieces.slice(instance).join(old)], replacement);
		}
	}),
	defineFunction({
		name: 'VALUE',
		category: CATEGORY,
		description: 'Reads a text as a number, date or time.',
		parameters: [anything('Text', 'The text.')],
		example: '=VALUE("$1,000")',
		compute(value) {
			if (value === null) return 0;
			if (typeof value === 'boolean') return wrongValue('A text is needed here, not TRUE or FALSE.');
			if (typeof value !== 'string') return value;
			const number = conversionOf(this.locale).numberIn(value);
			return number ?? wrongValue('This text is no number, date or time.');
		}
	})
];

function joined(pieces: readonly string[], between: string) {
	const length = pieces.reduce((sum, piece) => sum + piece.length, (pieces.length - 1) * between.length);
	return length > LONGEST
		? wrongValue('The text would be longer than the 32,767 characters that a cell holds.')
		: pieces.join(between);
}
