import { wrongValue } from './failures';
import { defineFunction } from './numeric-function';
import { optional, text, whole } from './parameters';

const CATEGORY = 'Text';
const given = text('Text', 'The text.');
const count = optional(whole('Num_bytes', 'How many characters; 1 if left out.'), 1);
const start = whole('Start_num', 'The first character, counted from 1.');
const NEGATIVE = 'A count of characters must be 0 or more, and a place 1 or more.';

/** Half-width signs of Japanese by their full-width ones, those with a sound mark included. */
let halfWidth: Map<string, string> | undefined;

function halfWidthSigns(): Map<string, string> {
	if (halfWidth) return halfWidth;
	halfWidth = new Map([['\u3000', ' ']]);
	for (let code = 0xff01; code <= 0xff5e; code++)
		halfWidth.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
	for (let code = 0xff61; code <= 0xff9f; code++) {
		const half = String.fromCharCode(code);
		for (const sign of [half, `${half}\uff9e`, `${half}\uff9f`]) {
			const full = sign.normalize('NFKC');
			if (full.length === 1) halfWidth.set(full, sign);
		}
	}
	return halfWidth;
}

/** Functions that count bytes in Japanese, Chinese and Korean, and characters in every other language. */
export const BYTE_TEXTS = [
	defineFunction({
		name: 'LENB',
		category: CATEGORY,
		description: 'Gives the length of a text; here a character is a byte, as in Excel in English.',
		parameters: [given],
		example: '=LENB("training")',
		compute: (text) => text.length
	}),
	defineFunction({
		name: 'LEFTB',
		category: CATEGORY,
		description: 'Gives the first characters of a text.',
		parameters: [given, count],
		example: '=LEFTB("training",5)',
		compute: (text, count) => (count < 0 ? wrongValue(NEGATIVE) : text.slice(0, count))
	}),
	defineFunction({
		name: 'RIGHTB',
		category: CATEGORY,
		description: 'Gives the last characters of a text.',
		parameters: [given, count],
		example: '=RIGHTB("training",3)',
		compute: (text, count) =>
			count < 0 ? wrongValue(NEGATIVE) : text.slice(Math.max(0, text.length - count))
	}),
	defineFunction({
		name: 'MIDB',
		category: CATEGORY,
		description: 'Gives characters from within a text.',
		parameters: [given, start, whole('Num_bytes', 'How many characters.')],
		example: '=MIDB("training",3,2)',
		compute: (text, start, count) =>
			start < 1 || count < 0 ? wrongValue(NEGATIVE) : text.slice(start - 1, start - 1 + count)
	}),
	defineFunction({
		name: 'REPLACEB',
		category: CATEGORY,
		description: 'Puts a text in place of characters at a place.',
		parameters: [
			text('Old_text', 'The text.'),
			start,
			whole('Num_bytes', 'How many characters go.'),
			text('New_text', 'What comes in their place.')
		],
		example: '=REPLACEB("training",1,5,"gain")',
		compute(text, start, count, replacement) {
			if (start < 1 || count < 0) return wrongValue(NEGATIVE);
			const changed = text.slice(0, start - 1) + replacement + text.slice(start - 1 + count);
			return changed.length > 32_767
				? wrongValue('The text would be longer than the 32,767 characters that a cell holds.')
				: changed;
		}
	}),
	defineFunction({
		name: 'ASC',
		category: CATEGORY,
		description: 'Makes full-width letters and signs half-width ones; other characters stay.',
		parameters: [given],
		example: '=ASC("Ｈ１００")',
		compute: (text) => Array.from(text, (sign) => halfWidthSigns().get(sign) ?? sign).join('')
	}),
	defineFunction({
		name: 'DBCS',
		aliases: ['JIS'],
		category: CATEGORY,
		description: 'Makes half-width letters and signs full-width ones; other characters stay.',
		parameters: [given],
		example: '=DBCS("H100")',
		compute: (text) =>
			text
				.replace(/[\uff61-\uff9f][\uff9e\uff9f]?/g, (signs) => signs.normalize('NFKC'))
				.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
				.replaceAll(' ', '\u3000')
	})
];
