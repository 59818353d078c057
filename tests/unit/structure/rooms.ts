/** One row of the map: what a room may import. */
export interface Room {
	readonly level: number;
	/** Rooms below that it may import; `levels` means all rooms of those levels. */
	readonly rooms: readonly string[];
	/** Rooms that it may import types from and nothing else. */
	readonly typesOf?: readonly string[];
	readonly packages: readonly string[];
}

const LEVEL_1 = ['workbook', 'interval'];
const LEVEL_2 = ['ledger', 'formula', 'what-if', 'uncertainty', 'exchange', 'storage'];
const LEVEL_3 = ['engine', 'evidence'];
const LEVEL_4 = ['editing', 'calculation', 'template'];

/** Who may import whom. A room imports only rooms named here, through their index.ts. */
export const ROOMS: Readonly<Record<string, Room>> = {
	workbook: { level: 1, rooms: [], packages: ['numfmt', 'valibot'] },
	interval: { level: 1, rooms: [], packages: [] },
	ledger: { level: 2, rooms: LEVEL_1, packages: [] },
	formula: { level: 2, rooms: ['workbook'], packages: ['@borgar/fx'] },
	'what-if': { level: 2, rooms: ['workbook'], packages: [] },
	uncertainty: { level: 2, rooms: LEVEL_1, packages: ['pure-rand', 'd3-random', 'lib-r-math.js'] },
	exchange: { level: 2, rooms: ['workbook'], packages: ['papaparse', 'hucre', 'fflate'] },
	storage: { level: 2, rooms: ['workbook'], packages: ['idb'] },
	engine: { level: 3, rooms: ['workbook', 'formula'], packages: ['hyperformula', 'numfmt'] },
	evidence: { level: 3, rooms: [...LEVEL_1, 'ledger', 'formula'], packages: [] },
	editing: { level: 4, rooms: ['workbook', 'formula', 'ledger'], packages: [] },
	calculation: { level: 4, rooms: [...LEVEL_1, ...LEVEL_2, ...LEVEL_3], packages: [] },
	template: { level: 4, rooms: ['workbook', 'ledger'], packages: [] },
	workers: { level: 5, rooms: ['calculation', 'uncertainty', 'workbook'], packages: ['comlink'] },
	cli: { level: 5, rooms: [...LEVEL_1, ...LEVEL_2, ...LEVEL_3, ...LEVEL_4], packages: [] },
	session: {
		level: 6,
		rooms: ['workers', 'editing', 'template', ...LEVEL_1, ...LEVEL_2],
		typesOf: ['calculation', ...LEVEL_3],
		packages: ['svelte']
	},
	view: {
		level: 7,
		rooms: ['session', 'workbook', 'ledger', 'formula', 'interval'],
		packages: ['svelte', 'chart.js', 'chartjs-plugin-annotation', 'bits-ui', '@lucide/svelte']
	}
};

/** What pages may import; template and calculation only where the file runs at build time. */
export const ROUTES: Room = {
	level: 8,
	rooms: ['view', 'session'],
	typesOf: ['workbook', 'calculation'],
	packages: ['svelte', '@sveltejs/kit']
};
export const ROUTES_AT_BUILD: Room = {
	level: 8,
	rooms: [...ROUTES.rooms, 'template', 'calculation', 'workbook'],
	packages: ['svelte', '@sveltejs/kit', 'node:fs', 'node:path']
};
