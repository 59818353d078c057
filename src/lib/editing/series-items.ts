import { calendarLists, formatKind, isFormula, type Content } from '$lib/workbook';

/** A cell as a series is read from it. */
export interface SeriesItem {
	readonly content: Content;
	readonly format?: string;
}

/**
 * What a content counts in a series. Items of the same family that stand side by side go on together; `write` gives the
 * content of another value of the family.
 */
export interface Counted {
	readonly family: string;
	readonly kind: 'number' | 'date' | 'time' | 'text';
	readonly value: number;
	/** After how many values the family begins anew. */
	readonly cycle?: number;
	write(value: number): Content;
}

const MAX_DIGITS = 15;

/** What a content counts; undefined for a formula, a blank and everything else that is only copied. */
export function countedIn({ content, format }: SeriesItem, locale: string): Counted | undefined {
	if (typeof content === 'number') return countedNumber(content, format);
	if (typeof content !== 'string' || content === '' || isFormula(content)) return undefined;
	return calendarWord(content, locale) ?? partOfYear(content) ?? numberedText(content) ?? ordinal(content);
}

/** A number without the noise that adding steps leaves in the sixteenth digit. */
export function withoutNoise(value: number): number {
	return Number(value.toPrecision(15)) + 0;
}

function countedNumber(value: number, format: string | undefined): Counted {
	const shown = formatKind(format);
	const kind = shown === 'date' || shown === 'datetime' ? 'date' : shown === 'time' ? 'time' : 'number';
	return { family: kind, kind, value, write: kind === 'time' ? toSecond : withoutNoise };
}

/** A time as it would be typed, to the second. */
function toSecond(value: number): number {
	return Math.round(value * 86_400) / 86_400;
}

/** `Jan`, `MONDAY`: a name of a month or a day, in the case in which it stands. */
function calendarWord(text: string, locale: string): Counted | undefined {
	const wanted = text.toLowerCase();
	const lists = calendarLists(locale);
	for (const [index, list] of lists.entries()) {
		const value = list.findIndex((name) => name.toLowerCase() === wanted);
		if (value < 0) continue;
		const { length } = list;
		return {
			family: `list ${index}`,
			kind: 'text',
			value,
			cycle: length,
			write: (other) => inCaseOf(text, list[modulo(other, length)]!)
		};
	}
	return undefined;
}

/**
 * `Jan-25` beside `Feb-25`: months of years of two digits, once their neighbours tell that it is not the number alone
 * that counts. Undefined for other texts.
 */
export function monthOfYear({ content }: SeriesItem, locale: string): Counted | undefined {
	if (typeof content !== 'string') return undefined;
	const match = /^([^\d\s'-]+)([ \-/']{1,2})(\d{2})$/.exec(content);
	const month = match && calendarWord(match[1]!, locale);
	if (!month || month.cycle !== 12) return undefined;
	const gap = match[2]!;
	return {
		family: `${month.family} of year${gap}`,
		kind: 'text',
		value: Number(match[3]) * 12 + month.value,
		write: (value) => {
			const year = String(modulo(Math.floor(value / 12), 100)).padStart(2, '0');
			return `${String(month.write(value))}${gap}${year}`;
		}
	};
}

/** `Q1`, `2025 Q1`, `Q1 2025`, and the same with halves. */
function partOfYear(text: string): Counted | undefined {
	const alone = /^(Q|H|Qtr |Quarter |Half )([1-4])$/i.exec(text);
	const first = /^(\d{4})([ \-/]?)(Q|H)([1-4])$/i.exec(text);
	const last = /^(Q|H)([1-4])([ \-/']{0,2})(\d{4})$/i.exec(text);
	const letter = alone?.[1] ?? first?.[3] ?? last?.[1];
	if (letter === undefined) return undefined;
	const count = /^q/i.test(letter) ? 4 : 2;
	const part = Number(alone?.[2] ?? first?.[4] ?? last?.[2]);
	if (part > count) return undefined;
	const partOf = (value: number) => `${letter}${modulo(value, count) + 1}`;
	if (alone) {
		return { family: `part ${letter}`, kind: 'text', value: part - 1, cycle: count, write: partOf };
	}
	const year = Number(first?.[1] ?? last?.[4]);
	const gap = first?.[2] ?? last?.[3] ?? '';
	const yearOf = (value: number) => String(Math.floor(value / count)).padStart(4, '0');
	return {
		family: `${first ? 'year first' : 'year last'} ${letter}${gap}`,
		kind: 'text',
		value: year * count + part - 1,
		write: (value) => {
			const inYears = Math.min(Math.max(value, 0), 9999 * count + count - 1);
			return first
				? `${yearOf(inYears)}${gap}${partOf(inYears)}`
				: `${partOf(inYears)}${gap}${yearOf(inYears)}`;
		}
	};
}

/** `Item 9`, `A001`: a text that ends in a whole number. */
function numberedText(text: string): Counted | undefined {
	const match = /^(.*?)(\d+)$/s.exec(text);
	if (!match) return undefined;
	const [, before, digits] = match as unknown as [string, string, string];
	if (digits.length > MAX_DIGITS) return undefined;
	const width = digits.startsWith('0') ? digits.length : 0;
	return {
		family: `numbered ${before}`,
		kind: 'text',
		value: Number(digits),
		// Counting down goes on upwards past zero, as in Excel: the sign would be read as a hyphen.
		write: (value) => `${before}${String(Math.abs(value)).padStart(width, '0')}`
	};
}

/** `1st`, `2nd round`: a text that begins with an ordinal. */
function ordinal(text: string): Counted | undefined {
	const match = /^(\d+)(st|nd|rd|th)(\s.*)?$/is.exec(text);
	if (!match) return undefined;
	const [, digits, ending, after = ''] = match as unknown as [string, string, string, string?];
	if (digits.length > MAX_DIGITS) return undefined;
	return {
		family: `ordinal ${after}`,
		kind: 'text',
		value: Number(digits),
		write: (value) => {
			const count = Math.abs(value);
			const written = endingOf(count);
			return `${count}${ending === ending.toUpperCase() ? written.toUpperCase() : written}${after}`;
		}
	};
}

function endingOf(count: number): string {
	const isTeen = Math.floor(count / 10) % 10 === 1;
	return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]) ?? 'th';
}

function inCaseOf(model: string, name: string): string {
	if (model === model.toUpperCase() && model !== model.toLowerCase()) return name.toUpperCase();
	if (model === model.toLowerCase()) return name.toLowerCase();
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function modulo(value: number, by: number): number {
	return ((value % by) + by) % by;
}
