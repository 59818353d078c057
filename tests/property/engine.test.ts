import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { readsOf } from '$lib/engine/reads';
import {
	addressOfKey,
	applyPatch,
	cellAt,
	cellKey,
	composePatches,
	emptyWorkbook,
	formatAddress,
	invertPatch,
	type CellValue,
	type Change,
	type Content,
	type Patch,
	type Place,
	type Workbook
} from '$lib/workbook';

const runs = (count: number) => ({ seed: 20250302, numRuns: process.env.RECKONER_LAWS ? count * 10 : count });
const LAW_MS = 600_000;

const ROWS = 5;
const COLUMNS = 3;
const SHEETS = ['one', 'two', 'three'] as const;
const NAMES = ['alpha', 'beta', 'gamma'] as const;

const UNREADABLE = '=1+';
/** Whatever reads a cell that one of them fills depends on it, without naming it. */
const FILLING = [
	'=TRANSPOSE(A1:B1)',
	'=SEQUENCE(A1)',
	'=SEQUENCE(1,B2)',
	'=A1:A3*2',
	'=B1:C2&""',
	'=TAKE(A1:B5,A2)',
	'=UNIQUE(Two!A1:A5)',
	'=SORT(FILTER(A1:A5,A1:A5>1))',
	'=IF(C1:C3>1,A1:A3,B1:B3)',
	'=span',
	'=Two!B1:B3'
];

const address = fc.record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) });
const reference = fc.oneof(
	{ weight: 5, arbitrary: address.map(formatAddress) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.constantFrom('One!', 'Two!', "'Three 3'!", 'Four!'), address)
			.map(([s, a]) => s + formatAddress(a))
	},
	{ weight: 2, arbitrary: fc.constantFrom(...NAMES, 'nosuch') }
);
const block = fc.oneof(
	fc.tuple(address, address).map(([a, b]) => `${formatAddress(a)}:${formatAddress(b)}`),
	fc.constantFrom('A:A', 'Two!B:C', '2:2', 'One!A1:B9', 'span')
);
const formula = fc.oneof(
	fc
		.tuple(reference, fc.constantFrom('+', '-', '*', '/', '&', '='), reference)
		.map(([a, o, b]) => `=${a}${o}${b}`),
	fc.tuple(fc.constantFrom('SUM', 'COUNT', 'MAX', 'COUNTA'), block).map(([name, at]) => `=${name}(${at})`),
	fc.tuple(reference, reference, reference).map(([a, b, c]) => `=IF(${a}>1,${b},${c})`),
	fc.tuple(reference, reference).map(([a, b]) => `=IFERROR(${a},${b})`),
	reference.map((at) => `=${at}`),
	fc.constantFrom(UNREADABLE, '=FOO(A1)', '=1E3', '=VLOOKUP(1,A1:C5,2,FALSE)', '=SUM(A1#)', '=@A1:A5'),
	fc.constantFrom(...FILLING),
	fc.constantFrom('=SUM(A1:A3*B1:B3)', '=MAX(LEN(B1:C5))', '=SUM(IF(A:A>1,1,0))')
);
const content: fc.Arbitrary<Content> = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: -3, max: 9 }) },
	{ weight: 1, arbitrary: fc.constantFrom<Content>('text', 'TRUE', '5%', '', true, false, 0.1, null, null) },
	{ weight: 5, arbitrary: formula }
);

/** References that are told only when they are calculated, and names that hold within a formula. */
const told = fc.oneof(
	fc.tuple(reference, address).map(([at, { column }]) => `=INDIRECT("${'ABC'[column]}"&${at})`),
	fc.tuple(fc.constantFrom('', 'Two!'), address).map(([s, at]) => `=INDIRECT("${s}${formatAddress(at)}")+1`),
	fc.tuple(address, reference).map(([at, rows]) => `=SUM(OFFSET(${formatAddress(at)},${rows},0,2,1))`),
	fc.tuple(address, reference).map(([at, row]) => `=SUM(${formatAddress(at)}:INDEX(A1:C5,${row},2))`),
	fc.tuple(reference, reference).map(([a, b]) => `=LET(x,${a}+1,f,LAMBDA(y,y*x),IF(x>2,f(${b}),x))`),
	reference.map((at) => `=IFERROR(INDIRECT(${at}),INDIRECT("B"&1))`),
	fc.constantFrom('=SUM(moving)', '=INDIRECT("alpha")', '="A"&2', '="B1"')
);
const anyContent = fc.oneof({ weight: 3, arbitrary: content }, { weight: 1, arbitrary: told });

type Edit =
	| { kind: 'cells'; cells: { sheet: string; row: number; column: number; content: Content }[] }
	| { kind: 'scenario'; id: string }
	| { kind: 'override'; id: string; name: string; content: Content }
	| { kind: 'name'; name: string; target: string | null }
	| { kind: 'sheet'; id: string; name: string | null }
	| { kind: 'undo' }
	| { kind: 'evaluate'; name: string; content: Content };

const sheetId = fc.constantFrom(...SHEETS);
const editWith = (typed: fc.Arbitrary<Content>): fc.Arbitrary<Edit> =>
	fc.oneof(
		{
			weight: 12,
			arbitrary: fc.record({
				kind: fc.constant('cells' as const),
				cells: fc.array(
					fc.tuple(sheetId, address, typed).map(([sheet, at, content]) => ({ sheet, ...at, content })),
					{ minLength: 1, maxLength: 4 }
				)
			})
		},
		{
			weight: 2,
			arbitrary: fc.record({
				kind: fc.constant('scenario' as const),
				id: fc.constantFrom('as_reported', 'x', 'y')
			})
		},
		{
			weight: 2,
			arbitrary: fc.record({
				kind: fc.constant('override' as const),
				id: fc.constantFrom('x', 'y'),
				name: fc.constantFrom(...NAMES),
				content: typed
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('name' as const),
				name: fc.constantFrom(...NAMES),
				target: fc.option(
					fc.tuple(fc.constantFrom('One', 'Two'), address).map(([s, a]) => `=${s}!$A$${a.row + 1}`)
				)
			})
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('sheet' as const),
				id: fc.constantFrom('two', 'three'),
				name: fc.option(fc.constantFrom('Two', 'Three 3', 'Four'))
			})
		},
		{ weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
		{
			weight: 2,
			arbitrary: fc.record({
				kind: fc.constant('evaluate' as const),
				name: fc.constantFrom(...NAMES),
				content: typed
			})
		}
	);
const edit = editWith(content);

function workbookWithNames(): Workbook {
	const workbook = emptyWorkbook();
	for (const [position, name] of ['One', 'Two', 'Three 3'].entries()) {
		const id = SHEETS[position]!;
		workbook.tables.sheet.set(id, { id, name, position, columnWidths: {}, rowHeights: {} });
	}
	for (const [row, name] of NAMES.entries()) {
		workbook.tables.name.set(name, { id: name, name, refersTo: `=One!$A$${row + 1}` });
	}
	const moving = '=OFFSET(One!$A$1,0,0,COUNT(One!$A$1:$A$3)+1,1)';
	workbook.tables.name.set('moving', { id: 'moving', name: 'moving', refersTo: moving });
	workbook.tables.name.set('span', { id: 'span', name: 'span', refersTo: '=One!$A$2:$B$3' });
	for (const id of ['x', 'y']) {
		workbook.tables.scenario.set(id, {
			id,
			title: id,
			reason: '',
			position: 1,
			overrides: { alpha: 7, beta: '=1/0' }
		});
	}
	return workbook;
}

function patchOf(workbook: Workbook, change: Edit): Patch {
	switch (change.kind) {
		case 'cells': {
			const changes: Change[] = [];
			for (const { content: typed, ...place } of change.cells) {
				const after = typed === null ? null : { content: typed };
				changes.push({ kind: 'cell', ...place, before: cellAt(workbook, place) ?? null, after });
			}
			// Only the last change of a cell counts, as in every patch.
			return composePatches(changes);
		}
		case 'override': {
			const before = workbook.tables.scenario.get(change.id)!;
			const overrides = { ...before.overrides, [change.name]: change.content };
			return [{ kind: 'scenario', id: change.id, before, after: { ...before, overrides } }];
		}
		case 'name': {
			const before = workbook.tables.name.get(change.name) ?? null;
			const after =
				change.target === null ? null : { id: change.name, name: change.name, refersTo: change.target };
			return [{ kind: 'name', id: change.name, before, after }];
		}
		case 'sheet': {
			const before = workbook.tables.sheet.get(change.id) ?? null;
			const isTaken = [...workbook.tables.sheet.values()].some(
				({ id, name }) => name === change.name && id !== change.id
			);
			if (isTaken) return [];
			const after =
				change.name === null
					? null
					: { id: change.id, name: change.name, position: 2, columnWidths: {}, rowHeights: {} };
			return [{ kind: 'sheet', id: change.id, before, after }];
		}
		default:
			return [];
	}
}

/** Values by place, errors by their kind: which of two equal errors a sum meets first is nobody's promise. */
function valuesOf(engine: FormulaEngine): Map<string, unknown> {
	const values = [...engine.values()].map(({ value, ...place }): [string, unknown] => [
		keyOf(place),
		plain(value)
	]);
	return new Map(values.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* filledCells(workbook: Workbook): Iterable<[Place, Content]> {
	for (const [sheet, cells] of workbook.cells) {
		if (!workbook.tables.sheet.has(sheet)) continue;
		for (const [key, { content: typed }] of cells) yield [{ sheet, ...addressOfKey(key) }, typed];
	}
}

function plain(value: CellValue): unknown {
	return typeof value === 'object' && value !== null ? value.error : value;
}

function keyOf(place: { sheet: string; row: number; column: number }): string {
	return `${place.sheet} ${cellKey(place)}`;
}

test(
	'ENG-16 after any edits the values are those of a new engine, and the changes told lead to them',
	{ timeout: LAW_MS },
	() => {
		fc.assert(
			fc.property(fc.array(editWith(anyContent), { minLength: 1, maxLength: 25 }), (edits) => {
				const workbook = workbookWithNames();
				const engine = new FormulaEngine();
				engine.load(workbook);
				let scenario = 'as_reported';
				const mirror = valuesOf(engine);
				const history: Patch[] = [];
				for (const change of edits) {
					let changes: ReturnType<FormulaEngine['apply']> = [];
					if (change.kind === 'scenario') changes = engine.useScenario((scenario = change.id));
					else if (change.kind === 'evaluate') engine.evaluate({ [change.name]: change.content }, NAMES);
					else {
						const undone = change.kind === 'undo' ? history.pop() : undefined;
						const patch = change.kind === 'undo' ? invertPatch(undone ?? []) : patchOf(workbook, change);
						if (change.kind !== 'undo') history.push(patch);
						applyPatch(workbook, patch);
						changes = engine.apply(patch);
					}
					for (const { value, ...place } of changes) {
						if (value === null) mirror.delete(keyOf(place));
						else mirror.set(keyOf(place), plain(value));
					}
					const fresh = new FormulaEngine();
					fresh.load(workbook, scenario);
					expect(valuesOf(engine)).toEqual(valuesOf(fresh));
					expect(new Map([...mirror].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(valuesOf(fresh));
				}
			}),
			runs(20)
		);
	}
);

test('ENG-13 the dependents of a cell are the cells whose formulas read it', { timeout: LAW_MS }, () => {
	fc.assert(
		fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
			const workbook = workbookWithNames();
			const engine = new FormulaEngine();
			engine.load(workbook);
			for (const change of edits) {
				const patch = patchOf(workbook, change);
				applyPatch(workbook, patch);
				engine.apply(patch);
			}
			const found: string[] = [];
			const expected: string[] = [];
			const filled = [...filledCells(workbook)];
			const isFilled = new Set<string>();
			for (const [place, typed] of filled) {
				if (FILLING.includes(String(typed))) continue;
				isFilled.add(keyOf(place));
				found.push(...engine.dependents(place).map((at) => `${keyOf(at)} reads ${keyOf(place)}`));
			}
			for (const [place, typed] of filled) {
				if (typed === UNREADABLE) continue;
				const reads = new Set([...readsOf(workbook, place.sheet, typed)].map(keyOf));
				for (const key of reads) if (isFilled.has(key)) expected.push(`${keyOf(place)} reads ${key}`);
			}
			expect(found.sort()).toEqual(expected.sort());
		}),
		runs(20)
	);
});

test('ENG-12 evaluating is the same as a scenario with those overrides', { timeout: LAW_MS }, () => {
	const cells = fc.array(fc.tuple(sheetId, address, anyContent), { minLength: 5, maxLength: 30 });
	fc.assert(
		fc.property(
			cells,
			content,
			content,
			fc.constantFrom('as_reported', 'x'),
			(filled, alpha, gamma, scenario) => {
				const workbook = workbookWithNames();
				for (const [sheet, at, typed] of filled) {
					applyPatch(workbook, [{ kind: 'cell', sheet, ...at, before: null, after: { content: typed } }]);
				}
				const engine = new FormulaEngine();
				engine.load(workbook, scenario);
				const before = valuesOf(engine);
				const evaluated = engine.evaluate({ alpha, gamma }, NAMES);
				expect(valuesOf(engine)).toEqual(before);

				const overrides = { alpha, gamma };
				workbook.tables.scenario.set('z', { id: 'z', title: 'z', reason: '', position: 9, overrides });
				const other = new FormulaEngine();
				other.load(workbook, 'z');
				const expected = NAMES.map((_, row) => other.valueAt({ sheet: 'one', row, column: 0 }));
				expect(evaluated.map(plain)).toEqual(expected.map(plain));
			}
		),
		runs(40)
	);
});
