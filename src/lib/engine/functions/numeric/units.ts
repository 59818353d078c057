/** A unit: what it measures, and how many of the first unit of its kind it is. */
export interface Unit {
	readonly kind: string;
	readonly size: number;
}

/**
 * Units by what they measure: names and sizes in turns, several names of one unit joined by a bar. A star before the
 * names lets metric prefixes stand before them, two stars binary ones too.
 */
const UNITS: Readonly<Record<string, string>> = {
	mass:
		'*g 1 sg 14593.9029372064 lbm 453.59237 *u 1.66053100460465e-24 ozm 28.349523125 grain 0.06479891 ' +
		'cwt|shweight 45359.237 uk_cwt|lcwt|hweight 50802.34544 stone 6350.29318 ton 907184.74 uk_ton|LTON|brton 1016046.9088',
	length:
		'*m 1 mi 1609.344 Nmi 1852 in 0.0254 ft 0.3048 yd 0.9144 *ang 1e-10 ell 1.143 *ly 9460730472580800 ' +
		'*parsec|pc 30856775812815500 Pica|Picapt 3.5277777777777776e-4 pica 0.004233333333333333 survey_mi 1609.347218694438',
	time: 'yr 31557600 day|d 86400 hr 3600 mn|min 60 *sec|s 1',
	pressure: '*Pa|p 1 *atm|at 101325 *mmHg 133.322 psi 6894.757293168361 Torr 133.32236842105263',
	force: '*N 1 *dyn|dy 1e-5 lbf 4.4482216152605 *pond 0.00980665',
	energy:
		'*J 1 *e 1e-7 *c 4.184 *cal 4.1868 *eV|ev 1.602176487e-19 HPh|hh 2684519.537696173 *Wh|wh 3600 ' +
		'flb 1.3558179483314 BTU|btu 1055.05585262',
	power: 'HP|h 745.6998715822702 PS 735.49875 *W|w 1',
	magnetism: '*T 1 *ga 1e-4',
	volume:
		'*l|L|lt 0.001 tsp 4.92892159375e-6 tspm 5e-6 tbs 1.478676478125e-5 oz 2.95735295625e-5 cup 2.365882365e-4 ' +
		'pt|us_pt 4.73176473e-4 uk_pt 5.6826125e-4 qt 9.46352946e-4 uk_qt 0.0011365225 gal 0.003785411784 ' +
		'uk_gal 0.00454609 barrel 0.158987294928 bushel 0.03523907016688 GRT|regton 2.8316846592 MTON 1.13267386368',
	area: 'uk_acre 4046.8564224 us_acre 4046.872609874252 *ar 100 ha 10000 Morgen 2500',
	temperature: '*K|kel 1',
	information: '**bit 1 **byte 8',
	speed:
		'admkn 0.5147733333333334 kn 0.5144444444444445 *m/h|m/hr 2.777777777777778e-4 *m/s|m/sec 1 mph 0.44704'
};

/** Lengths whose squares and cubes are units too, written as m2 and m^2. */
const RAISED = new Set(['ang', 'ft', 'in', 'ly', 'm', 'mi', 'Nmi', 'Pica', 'Picapt', 'yd']);

const METRIC: Readonly<Record<string, number>> = Object.fromEntries(
	'Y24 Z21 E18 P15 T12 G9 M6 k3 h2 da1 e1 d-1 c-2 m-3 u-6 n-9 p-12 f-15 a-18 z-21 y-24'
		.split(' ')
		.map((one) => [one.replace(/-?\d+$/, ''), Number(`1e${/-?\d+$/.exec(one)![0]}`)])
);
const BINARY = ['ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];

interface Known extends Unit {
	/** How many kinds of prefix it takes: none, metric ones, metric and binary ones. */
	readonly prefixes: number;
}

let known: Map<string, Known> | undefined;

function knownUnits(): Map<string, Known> {
	if (known) return known;
	known = new Map();
	for (const [kind, text] of Object.entries(UNITS)) {
		const words = text.split(' ');
		for (let at = 0; at < words.length; at += 2) {
			const [, stars, names] = /^(\**)(.*)$/.exec(words[at]!)!;
			const unit = { kind, size: Number(words[at + 1]), prefixes: stars!.length };
			for (const name of names!.split('|')) known.set(name, unit);
		}
	}
	return known;
}

/** A unit by its name without a prefix, squares and cubes of lengths included. */
function plainUnit(name: string): (Known & { readonly power: number }) | undefined {
	const units = knownUnits();
	const unit = units.get(name);
	if (unit) return { ...unit, power: 1 };
	const [, base, exponent] = /^(.+?)\^?([23])$/.exec(name) ?? [];
	const length = base !== undefined && RAISED.has(base) ? units.get(base) : undefined;
	if (!length) return undefined;
	const power = Number(exponent);
	return { ...length, kind: power === 2 ? 'area' : 'volume', size: length.size ** power, power };
}

/** A unit by the name that CONVERT knows it by, with a prefix or without; undefined where there is none. */
export function unitCalled(name: string): Unit | undefined {
	const plain = plainUnit(name);
	if (plain) return plain;
	for (const length of [1, 2]) {
		const prefix = name.slice(0, length);
		const unit = plainUnit(name.slice(length));
		if (!unit || unit.prefixes === 0) continue;
		const step = BINARY.indexOf(prefix) + 1;
		if (step > 0 && unit.prefixes > 1) return { kind: unit.kind, size: unit.size * 1024 ** step };
		if (Object.hasOwn(METRIC, prefix))
			return { kind: unit.kind, size: unit.size * METRIC[prefix]! ** unit.power };
	}
	return undefined;
}
