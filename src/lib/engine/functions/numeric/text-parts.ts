import { CellError } from 'hyperformula';
import { notAvailable, wrongValue } from './failures';
import { defineFunction, type Answer, type Parameter } from './numeric-function';
import { anything, leftOutWhereEmpty, number, optional, rowsOf, text, textOf, whole } from './parameters';

const CATEGORY = 'Text';

/** One delimiter, or several of a block. */
const delimiters: Parameter<string[]> = {
	name: 'Delimiter',
	description: 'The text that divides, or several of them.',
	takesBlock: true,
	read([given], reading) {
		const found: string[] = [];
		for (const value of rowsOf(given).flat()) {
			if (value instanceof CellError) return value;
			found.push(textOf(value, reading));
		}
		return found;
	}
};

const instance = leftOutWhereEmpty(
	optional(whole('Instance_num', 'Which one counts; negative from the end. 1 if left out.'), 1)
);
const matchMode = optional(number('Match_mode', '1 to take capitals and small letters as equal.'), 0);
const matchEnd = optional(number('Match_end', '1 to take the end of the text as a delimiter.'), 0);
const otherwise = leftOutWhereEmpty(
	optional(anything('If_not_found', 'What to give where it is not there.'), undefined)
);

interface Found {
	readonly start: number;
	readonly end: number;
}

/** The places of delimiters, none overlapping, in the order in which they are met from one end. */
export function placesOf(text: string, wanted: readonly string[], isFromEnd: boolean): Found[] {
	const found: Found[] = [];
	const longestFirst = [...wanted].filter((one) => one !== '').sort((a, b) => b.length - a.length);
	let at = isFromEnd ? text.length : 0;
	while (isFromEnd ? at > 0 : at < text.length) {
		const here = longestFirst.find((one) => (isFromEnd ? text.endsWith(one, at) : text.startsWith(one, at)));
		if (here === undefined) at += isFromEnd ? -1 : 1;
		else {
			found.push(isFromEnd ? { start: at - here.length, end: at } : { start: at, end: at + here.length });
			at += isFromEnd ? -here.length : here.length;
		}
	}
	return found;
}

function part(takesBefore: boolean) {
	return (
		text: string,
		wanted: string[],
		instance: number,
		mode: number,
		end: number,
		missing: number | string | boolean | CellError | null | undefined
	): Answer => {
		if (instance === 0) return wrongValue('The instance must not be 0: count from 1, or from -1 at the end.');
		if (Math.abs(instance) > Math.max(1, text.length))
			return wrongValue('The instance is beyond the length of the text.');
		const isFromEnd = instance < 0;
		const folded = mode === 0 ? (value: string) => value : (value: string) => value.toLowerCase();
		const places = wanted.includes('')
			? [isFromEnd ? { start: text.length, end: text.length } : { start: 0, end: 0 }]
			: placesOf(folded(text), wanted.map(folded), isFromEnd);
		if (end !== 0) {
			const edge = isFromEnd ? 0 : text.length;
			places.push({ start: edge, end: edge });
		}
		const place = places[Math.abs(instance) - 1];
		if (place) return takesBefore ? text.slice(0, place.start) : text.slice(place.end);
		if (missing === undefined) return notAvailable('The text that divides is not there.');
		return missing ?? 0;
	};
}

/** Functions that give the parts of a text. */
export const TEXT_PARTS = [
	defineFunction({
		name: 'TEXTBEFORE',
		category: CATEGORY,
		description: 'Gives what stands before a delimiter.',
		parameters: [text('Text', 'The text.'), delimiters, instance, matchMode, matchEnd, otherwise],
		example: '=TEXTBEFORE("2025-03-31","-")',
		compute: part(true)
	}),
	defineFunction({
		name: 'TEXTAFTER',
		category: CATEGORY,
		description: 'Gives what stands after a delimiter.',
		parameters: [text('Text', 'The text.'), delimiters, instance, matchMode, matchEnd, otherwise],
		example: '=TEXTAFTER("2025-03-31","-",-1)',
		compute: part(false)
	})
];
