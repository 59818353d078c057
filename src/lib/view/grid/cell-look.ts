import type { BorderLine, Color } from '$lib/workbook';
import { darkPaint, lightPaint } from './cell-paint';
import type { CellView } from './grid-source';

/** The classes that a cell has by its look. */
export function lookClasses({ look, isNumber }: CellView): string {
	if (!look) return '';
	const classes = [
		look.isBold && 'bold',
		look.isItalic && 'italic',
		look.isUnderlined && 'underlined',
		look.isStruck && 'struck',
		look.fill && 'filled',
		// A number is not broken.
		look.isWrapped && !isNumber && 'wrapped',
		(look.verticalAlign === 'top' || look.verticalAlign === 'bottom') && `at-${look.verticalAlign}`
	];
	return classes.filter(Boolean).join(' ');
}

/** The declarations that a cell has by its look, each after a semicolon. */
export function lookStyle({ look, lines, color }: CellView): string {
	let style = look || color ? paintStyle(look?.color, look?.fill, color) : '';
	for (const [side, line] of Object.entries(lines ?? {}))
		style += `;border-${side}:${LINES[line]} var(--ink)`;
	return style;
}

const LINES: Readonly<Record<BorderLine, string>> = {
	thin: '1px solid',
	thick: '2px solid',
	double: '3px double',
	dashed: '1px dashed'
};

const MAX_PAINTS = 2_000;
const paints = new Map<string, string>();

/** `formatColor` is what the number format gives: it goes before the chosen ink, as in Excel. */
function paintStyle(
	ink: Color | undefined,
	fill: Color | undefined,
	formatColor: string | undefined
): string {
	const key = `${ink ?? ''}|${fill ?? ''}|${formatColor ?? ''}`;
	let style = paints.get(key);
	if (style === undefined) {
		const color = formatColor === undefined ? ink : (NAMED[formatColor] ?? (formatColor as Color));
		const light = lightPaint(color, fill);
		const dark = darkPaint(color, fill);
		style = '';
		if (light.ink && dark.ink) style += `;color:light-dark(${light.ink},${dark.ink})`;
		if (light.fill && dark.fill) {
			style += `;--fill:light-dark(${light.fill},${dark.fill});background:var(--fill)`;
		}
		if (paints.size >= MAX_PAINTS) paints.clear();
		paints.set(key, style);
	}
	return style;
}

/** The colours that number formats know by name; the others they give by digits. */
const NAMED: Readonly<Record<string, Color>> = {
	black: '#000000',
	blue: '#0000ff',
	cyan: '#00ffff',
	green: '#00ff00',
	magenta: '#ff00ff',
	red: '#ff0000',
	white: '#ffffff',
	yellow: '#ffff00'
};
