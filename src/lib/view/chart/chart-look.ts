/** Colours and font of a chart, as the page has them at the moment. Colours are `#rrggbb`. */
export interface ChartLook {
	readonly ink: string;
	readonly muted: string;
	readonly line: string;
	readonly paper: string;
	readonly series: readonly string[];
	readonly font: string;
}

/** Reads the look from the custom properties in force; on paper always the light one. */
export function readLook(canvas: HTMLCanvasElement, isPrinting: boolean): ChartLook {
	const root = document.documentElement;
	const scheme = root.style.colorScheme;
	if (isPrinting) root.style.colorScheme = 'light';
	const style = getComputedStyle(canvas);
	const colour = (property: string, otherwise: string) =>
		toHex(style.getPropertyValue(property).trim(), otherwise);
	const look = {
		ink: colour('--ink', '#1b1d22'),
		muted: colour('--muted', '#5d6370'),
		line: colour('--line', '#e3e5ea'),
		paper: colour('--paper', '#ffffff'),
		series: LIGHT_SERIES.map((otherwise, index) => colour(`--s${index + 1}`, otherwise)),
		font: style.fontFamily
	};
	root.style.colorScheme = scheme;
	return look;
}

const LIGHT_SERIES = ['#1f5eff', '#0b8f6f', '#d97706', '#8b3fd1', '#c2255c', '#0c8599'];

/** Calls back when the theme changes and when printing begins and ends. Gives the function that ends it. */
export function watchLook(changed: (isPrinting: boolean) => void): () => void {
	const ended = new AbortController();
	const { signal } = ended;
	const print = matchMedia('print');
	const screen = () => changed(print.matches);
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', screen, { signal });
	print.addEventListener('change', screen, { signal });
	addEventListener('beforeprint', () => changed(true), { signal });
	addEventListener('afterprint', () => changed(false), { signal });
	const observer = new MutationObserver(screen);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
	return () => {
		ended.abort();
		observer.disconnect();
	};
}

/** The colour at an opacity. */
export function fade(colour: string, opacity: number): string {
	return `${colour}${Math.round(opacity * 255)
		.toString(16)
		.padStart(2, '0')}`;
}

/** Whichever of two colours stands out more from a third. */
export function readableOn(ground: string, ...inks: readonly [string, string]): string {
	const contrast = (ink: string) => {
		const [a, b] = [luminance(ink), luminance(ground)];
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	};
	return contrast(inks[0]) >= contrast(inks[1]) ? inks[0] : inks[1];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((start) => {
		const share = parseInt(colour.slice(start, start + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Any CSS colour as `#rrggbb`, through the canvas, which writes every opaque colour so. */
function toHex(colour: string, otherwise: string): string {
	const context = document.createElement('canvas').getContext('2d');
	if (!context || !CSS.supports('color', colour)) return otherwise;
	context.fillStyle = otherwise;
	context.fillStyle = colour;
	return /^#[0-9a-f]{6}$/.test(context.fillStyle) ? context.fillStyle : otherwise;
}
