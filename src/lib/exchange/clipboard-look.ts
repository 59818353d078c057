import type { BorderLine, BorderSide, CellLook, Color } from '$lib/workbook';

const SIDES: readonly BorderSide[] = ['top', 'right', 'bottom', 'left'];
const LINES: Readonly<Record<BorderLine, string>> = {
	thin: '0.5pt solid #000000',
	thick: '1.5pt solid #000000',
	double: '2.25pt double #000000',
	dashed: '0.5pt dashed #000000'
};
/** Colours that programs write by name. Others are left as the sheet has them. */
const NAMED_COLORS: Readonly<Record<string, Color>> = {
	black: '#000000',
	white: '#ffffff',
	red: '#ff0000',
	green: '#008000',
	blue: '#0000ff',
	yellow: '#ffff00',
	gray: '#808080',
	grey: '#808080',
	navy: '#000080',
	maroon: '#800000',
	teal: '#008080',
	purple: '#800080'
};

/** Declarations of CSS, by lower-case property. */
export type Declarations = ReadonlyMap<string, string>;

/** A look as declarations of CSS. */
export function cssOfLook(look: CellLook): string[] {
	const lines = [look.isUnderlined && 'underline', look.isStruck && 'line-through'].filter(Boolean);
	const borders = SIDES.flatMap((side) => {
		const line = look.borders?.[side];
		return line ? [`border-${side}:${LINES[line]}`] : [];
	});
	return [
		look.isBold && 'font-weight:700',
		look.isItalic && 'font-style:italic',
		lines.length > 0 && `text-decoration:${lines.join(' ')}`,
		look.color && `color:${look.color}`,
		look.fill && `background:${look.fill}`,
		look.align && `text-align:${look.align}`,
		look.verticalAlign && `vertical-align:${look.verticalAlign}`,
		look.isWrapped && 'white-space:normal',
		...borders
	].filter((declaration) => typeof declaration === 'string');
}

/** The declarations of a `style` attribute. Semicolons within quotes do not end one. */
export function readDeclarations(style: string): Map<string, string> {
	const read = new Map<string, string>();
	for (const match of style.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g)) {
		read.set(match[1]!.toLowerCase(), match[2]!.trim());
	}
	return read;
}

/** The look that declarations give; undefined where they give none. What every cell of such a program has is left out. */
export function lookOfCss(css: Declarations): CellLook | undefined {
	const value = (property: string) => css.get(property)?.toLowerCase() ?? '';
	const decoration = `${value('text-decoration')} ${value('text-decoration-line')}`;
	const color = colorOf(value('color'));
	const fill = colorOf(value('background-color')) ?? colorOf(value('background'));
	const align = /^(left|center|right)$/.exec(value('text-align'))?.[1] as CellLook['align'];
	const borders = bordersOf(css);
	const look: CellLook = {
		...(/^(bold|bolder|[6-9]00)$/.test(value('font-weight')) && { isBold: true }),
		...(value('font-style') === 'italic' && { isItalic: true }),
		...(decoration.includes('underline') && { isUnderlined: true }),
		...(decoration.includes('line-through') && { isStruck: true }),
		...(color && color !== '#000000' && { color }),
		...(fill && fill !== '#ffffff' && { fill }),
		...(align && { align }),
		...(borders && { borders })
	};
	return Object.keys(look).length > 0 ? look : undefined;
}

function bordersOf(css: Declarations): CellLook['borders'] {
	const borders: Partial<Record<BorderSide, BorderLine>> = {};
	for (const side of SIDES) {
		const line = lineOf(css.get(`border-${side}`) ?? css.get('border') ?? '');
		if (line) borders[side] = line;
	}
	return Object.keys(borders).length > 0 ? borders : undefined;
}

function lineOf(written: string): BorderLine | undefined {
	const border = written.toLowerCase();
	if (border.includes('double')) return 'double';
	if (/dashed|dotted|hair/.test(border)) return 'dashed';
	if (!border.includes('solid')) return undefined;
	const width = /([\d.]+)(pt|px)/.exec(border);
	const points = width ? Number(width[1]) * (width[2] === 'px' ? 0.75 : 1) : 0.5;
	return points === 0 ? undefined : points > 1 ? 'thick' : 'thin';
}

/** A colour as sheets hold it, from `#abc`, `#aabbcc`, `rgb(…)` or a common name. */
export function colorOf(written: string): Color | undefined {
	const text = written.trim().toLowerCase();
	const long = /^#[0-9a-f]{6}$/.exec(text);
	if (long) return text as Color;
	const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
	if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
	const parts = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
	if (parts) {
		const hex = parts.slice(1).map((part) => Math.min(Number(part), 255).toString(16).padStart(2, '0'));
		return `#${hex.join('')}`;
	}
	return NAMED_COLORS[text];
}
