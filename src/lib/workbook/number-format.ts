import { format as formatNumber, formatColor, getFormatInfo, isValidFormat, tokenize } from 'numfmt';
import { MAX_FORMAT_LENGTH } from './limits';
import { fail, ok, type Result } from './result';
import { isCellError, type CellValue } from './value';

/** A value as the grid shows it. `color` is a CSS colour, where the format names one for this value. */
export interface FormattedValue {
	readonly text: string;
	readonly color?: string;
}

/** What kind of number a format shows, which decides how the editor writes it. */
export type FormatKind = 'general' | 'number' | 'percent' | 'date' | 'datetime' | 'time' | 'text';

/** What the parts of a format code say, read once. */
interface CompiledFormat {
	readonly code: string;
	readonly kind: FormatKind;
	readonly hasColor: boolean;
	/** Whether a fourth section says how texts are shown, or that they are not. */
	readonly hasTextSection: boolean;
	/** Whether a negative number is shown as the format shows its size, with a minus before it. */
	readonly mirrorsNegatives: boolean;
	/** How A and P of times are written, `a/p` for instance; undefined where they are not asked for. */
	readonly halves?: string | undefined;
}

const GENERAL: CompiledFormat = {
	code: 'General',
	kind: 'general',
	hasColor: false,
	hasTextSection: false,
	mirrorsNegatives: false
};
/** A workbook has a few dozen formats; a hostile one may not fill the memory with them. */
const MAX_COMPILED = 2_000;
const compiledByCode = new Map<string, CompiledFormat>();

/**
 * Shows a value under an Excel number format code; without one, or under one that is not valid, as General. Errors are
 * shown by their code, booleans as TRUE and FALSE, blanks as nothing. The locale is a BCP 47 tag; one that is not known
 * is shown as English. The answer depends on the arguments only, never on the machine.
 *
 * Differs from Excel in one case: where a format picks a unit by conditions on positive sizes
 * (`[>=1000000]$0.0,,"M";$0`), a negative number takes the unit of its size, so -2,760,000 is `-$2.8M`. Excel gives
 * `-$2760000`, since no condition is met.
 */
export function formatValue(value: CellValue, format: string | undefined, locale: string): FormattedValue {
	if (value === null) return { text: '' };
	if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
	if (isCellError(value)) return { text: value.error };
	const compiled = compileFormat(format);
	const showsText = compiled.kind === 'text' || compiled.hasTextSection || compiled.code.includes('@');
	if (typeof value === 'string' && !showsText) {
		return { text: value };
	}
	const isMirrored = compiled.mirrorsNegatives && typeof value === 'number' && value < 0;
	const shown = formatNumber(compiled.code, isMirrored ? -value : value, { locale, dateSpanLarge: false });
	const signed = isMirrored && /[1-9]/.test(shown) ? `-${shown}` : shown;
	const { halves } = compiled;
	const text = halves ? signed.replace(MARKED_HALF, (_, half) => halves[half === 'A' ? 0 : 2]!) : signed;
	const color = compiled.hasColor ? formatColor(compiled.code, value) : undefined;
	return typeof color === 'string' ? { text, color } : { text };
}

/** What kind of number a format code shows; General where it is absent or not valid. */
export function formatKind(format: string | undefined): FormatKind {
	return compileFormat(format).kind;
}

/** Accepts a number format code, or says why it cannot be used. */
export function checkFormat(format: string): Result<string> {
	if (format.length > MAX_FORMAT_LENGTH) {
		return fail(
			`A number format has at most ${MAX_FORMAT_LENGTH} characters; this one has ${format.length}.`
		);
	}
	if (isValidFormat(format)) return ok(format);
	return fail(
		`"${format}" is not a number format. Write an Excel format code such as #,##0.00 or 0.0%, with words in double quotes.`
	);
}

function compileFormat(format: string | undefined): CompiledFormat {
	if (!format) return GENERAL;
	let compiled = compiledByCode.get(format);
	if (!compiled) {
		compiled = checkFormat(format).ok ? readFormat(format) : GENERAL;
		if (compiledByCode.size >= MAX_COMPILED) compiledByCode.clear();
		compiledByCode.set(format, compiled);
	}
	return compiled;
}

function readFormat(code: string): CompiledFormat {
	const halves = code.match(ITSELF_OR_HALVES)?.find((part) => /^a\/p$/i.test(part));
	if (halves && halves !== 'A/P') return { ...readFormat(withMarkedHalves(code)), halves };
	const tokens = tokenize(code);
	const kind = kindOfType(getFormatInfo(code).type);
	const hasColor = tokens.some((token) => token.type === 'COLOR');
	const isMoment = kind === 'date' || kind === 'datetime' || kind === 'time';
	return {
		code: isMoment ? code : tokens.map(withoutLanguage).join(''),
		kind,
		hasColor,
		hasTextSection: tokens.filter(({ type }) => type === 'BREAK').length === 3,
		mirrorsNegatives: picksUnitBySize(code)
	};
}

/** What stands for itself in a format, and the letters of the halves of a day. */
const ITSELF_OR_HALVES = /"[^"]*"|\\.|\[[^\]]*\]|[_*].|a\/p/gis;
/** Signs that no format has stand round the letter. */
const MARKED_HALF = /\uE000([AP])\uE000/g;

/** `a/p` with marks round it, as numfmt knows it in capitals only. */
function withMarkedHalves(code: string): string {
	return code.replace(ITSELF_OR_HALVES, (part) => (/^a\/p$/i.test(part) ? '"\uE000"A/P"\uE000"' : part));
}

/**
 * A part of a format for numbers as numfmt is to read it: the language beside a currency (`[$€-407]`) says in Excel how
 * dates are written, and never what separates digits.
 */
function withoutLanguage({ type, value, raw }: ReturnType<typeof tokenize>[number]): string {
	if (type !== 'LOCALE') return raw;
	const currency = String(value).replace(/-[\dA-Fa-f]*$/, '');
	return currency === '' ? '' : `[$${currency}]`;
}

function kindOfType(type: ReturnType<typeof getFormatInfo>['type']): FormatKind {
	switch (type) {
		case 'general':
		case 'percent':
		case 'date':
		case 'datetime':
		case 'time':
		case 'text':
			return type;
		default:
			return 'number';
	}
}

/** Whether every section but the last is for numbers above a positive threshold, and one of them scales. */
function picksUnitBySize(code: string): boolean {
	const sections: { condition?: string; isScaled: boolean }[] = [{ isScaled: false }];
	for (const { type, raw } of tokenize(code)) {
		const section = sections.at(-1)!;
		if (type === 'BREAK') sections.push({ isScaled: false });
		else if (type === 'CONDITION') section.condition = raw;
		else if (type === 'SCALE') section.isScaled = true;
	}
	const last = sections.pop()!;
	return (
		last.condition === undefined &&
		sections.length > 0 &&
		sections.some(({ isScaled }) => isScaled) &&
		sections.every(({ condition }) => {
			const threshold = /^\[>=?\s*([0-9.eE+]+)\s*\]$/.exec(condition ?? '');
			return threshold !== null && Number(threshold[1]) > 0;
		})
	);
}
