import { notAvailable, wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { text, whole } from './parameters';

const CATEGORY = 'Text';

/** The characters 128 to 159 of Windows-1252; in its gaps the control characters of those numbers. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_OF_WINDOWS = 128;
/** What stands for a character that Windows-1252 lacks. */
const QUESTION_MARK = 63;

const NOTHING_THERE = 'The text is empty: it has no first character.';

function codeOf(character: string): number {
	const code = character.charCodeAt(0);
	const place = WINDOWS.indexOf(character);
	if (place >= 0) return FIRST_OF_WINDOWS + place;
	if (code < 128 || (code >= 160 && code <= 255)) return code;
	// A letter with a mark that Windows-1252 lacks counts as the letter.
	const base = character.normalize('NFD').charCodeAt(0);
	return base < 128 ? base : QUESTION_MARK;
}

/** Functions that tell characters by their numbers. */
export const CHARACTERS = [
	defineFunction({
		name: 'CHAR',
		category: CATEGORY,
		description: 'Gives the character with a number from 1 to 255, as Windows counts them in the West.',
		parameters: [whole('Number', 'The number; a fraction is cut off.')],
		example: '=CHAR(65)',
		compute(code) {
			if (code < 1 || code > 255) return wrongValue('CHAR knows the characters 1 to 255: take UNICHAR.');
			return WINDOWS[code - FIRST_OF_WINDOWS] ?? String.fromCharCode(code);
		}
	}),
	defineFunction({
		name: 'CODE',
		category: CATEGORY,
		description: 'Gives the number of the first character of a text, as Windows counts them in the West.',
		parameters: [text('Text', 'The text.')],
		example: '=CODE("A")',
		compute: (text) => (text === '' ? wrongValue(NOTHING_THERE) : codeOf(text[0]!))
	}),
	defineFunction({
		name: 'UNICHAR',
		category: CATEGORY,
		description: 'Gives the character with a number in Unicode.',
		parameters: [whole('Number', 'The number; a fraction is cut off.')],
		example: '=UNICHAR(8364)',
		compute(code) {
			if (code < 1 || code > 0x10_ff_ff) return wrongValue('Unicode has the characters 1 to 1,114,111.');
			if (code >= 0xd800 && code <= 0xdfff) return notAvailable('This number is half of a character only.');
			return String.fromCodePoint(code);
		}
	}),
	defineFunction({
		name: 'UNICODE',
		category: CATEGORY,
		description: 'Gives the number in Unicode of the first character of a text.',
		parameters: [text('Text', 'The text.')],
		example: '=UNICODE("€")',
		compute: (text) => (text === '' ? wrongValue(NOTHING_THERE) : text.codePointAt(0)!)
	})
];
