import { getFormatInfo, tokenize } from 'numfmt';
import { checkFormat } from './number-format';

const MOST_DECIMALS = 30;

/**
 * A number format with one decimal more or less in each of its sections that shows a number; undefined where it cannot
 * have that, as a date cannot. General becomes a fixed number of decimals, `shown` the ones it shows so far.
 */
export function changeDecimals(format: string | undefined, by: 1 | -1, shown: number): string | undefined {
	if (!format || format.toLowerCase() === 'general' || !checkFormat(format).ok) {
		return fixed(Math.min(Math.max(shown + by, 0), MOST_DECIMALS));
	}
	const { isDate, isText, type } = getFormatInfo(format);
	if (isDate || isText || type === 'fraction') return undefined;
	const sections: string[] = [];
	let section: Token[] = [];
	for (const token of [...tokenize(format), { type: 'BREAK', raw: '' }]) {
		if (token.type !== 'BREAK') section.push(token);
		else {
			sections.push(sectionWith(section, by));
			section = [];
		}
	}
	const changed = sections.join(';');
	return changed === format ? undefined : changed;
}

/** How many decimals General shows of a number. */
export function decimalsShown(value: number): number {
	const [mantissa, exponent] = String(value).toLowerCase().split('e');
	return exponent === undefined ? (mantissa!.split('.')[1]?.length ?? 0) : 2;
}

interface Token {
	readonly type: string;
	readonly raw: string;
}

const DIGITS = ['ZERO', 'HASH', 'QMARK', 'DIGIT'];

function fixed(decimals: number): string {
	return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function sectionWith(tokens: readonly Token[], by: 1 | -1): string {
	const texts = tokens.map(({ raw }) => raw);
	const isDigit = (index: number) => DIGITS.includes(tokens[index]?.type ?? '');
	const exponent = tokens.findIndex(({ type }) => type === 'EXP');
	const end = exponent < 0 ? tokens.length : exponent;
	const point = tokens.findIndex(({ type }, index) => type === 'POINT' && index < end);
	let last = -1;
	for (let index = 0; index < end; index++) if (isDigit(index) || index === point) last = index;
	if (last < 0) return texts.join('');
	const decimals =
		point < 0 ? 0 : tokens.slice(point + 1, end).filter((_, at) => isDigit(point + 1 + at)).length;
	if (by === 1) {
		if (decimals >= MOST_DECIMALS) return texts.join('');
		texts[last] += point < 0 ? '.0' : '0';
	} else if (decimals > 0) {
		texts[last] = '';
		if (decimals === 1) texts[point] = '';
	}
	return texts.join('');
}
