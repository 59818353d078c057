import { describe, expect, test, vi } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { applyPatch, isCellError, type CellValue } from '$lib/workbook';
import { at, edit, engineOf, workbookOf } from './model-workbook';

const CELLS = { A1: 1, A2: 2, A3: 3, A4: 'x', B1: 10, B2: 20, B3: 30, C1: 4 };

/** The values from E2 on, row by row, up to the last that is filled; errors by their kind. */
function filledFrom(engine: FormulaEngine): CellValue[][] {
	const rows: CellValue[][] = [];
	for (let row = 1; row < 12; row++) {
		const values: CellValue[] = [];
		for (let column = 4; column < 12; column++)
			values.push(shown(engine.valueAt({ sheet: 's', row, column })));
		while (values.at(-1) === null) values.pop();
		rows.push(values);
	}
	while (rows.at(-1)?.length === 0) rows.pop();
	return rows;
}

function shown(value: CellValue): CellValue {
	return isCellError(value) ? value.error : value;
}

function given(formula: string): CellValue[][] {
	return filledFrom(engineOf({ S: { ...CELLS, E2: formula } }, { many: '={1,2,3}+0' }));
}

test('ENG-40 arithmetic and functions go through arrays value by value, inside any function', () => {
	const expected: Record<string, CellValue> = {
		'=SUM(ABS({-1,2}))': 3,
		'=SUM(A1:A3*B1:B3)': 140,
		'=MAX(LEN(A1:A5))': 1,
		'=SUM(IF(A1:A3>1,B1:B3,0))': 50,
		'=SUM(--(A1:A9="x"))': 1,
		'=AVERAGE(IF(A1:A3>1,B1:B3))': 25,
		'=SUM(ROUND(B1:B3/7,0))': 8,
		'=COUNT(1/(A1:A3>1))': 2,
		'=CONCAT(UPPER(A1:A4))': '123X',
		'=SUM(LARGE(B1:B3,{1,2}))': 50,
		'=SUM(SUMIF(A1:A3,{1,2},B1:B3))': 30,
		'=SUM((A:A=2)*B:B)': 20,
		'=SUM(IFERROR(A1:A4/1,0))': 6,
		'=SUM(ROUND({1.1,2.2},{1,2,3}))': '#N/A',
		'=SUM(IFERROR(IF({1,0,1},{1,2},{5,5,5}),100))': 106,
		'=SUM(N(A1:A3>1))': 2,
		'=SUM(N(A1:A3))': 1
	};
	const rows = Object.keys(expected).map((formula, index) => [`Z${index + 1}`, formula]);
	const engine = engineOf({ S: { ...CELLS, ...Object.fromEntries(rows) } });
	const values = rows.map(([address, formula]) => [formula, shown(engine.valueAt(at(address!)))]);
	expect(Object.fromEntries(values)).toEqual(expected);
});

test.each<[string, CellValue[][]]>([
	['=A1:A3*2', [[2], [4], [6]]],
	['=A1:A3&""', [['1'], ['2'], ['3']]],
	['=A3:A6', [[3], ['x'], [0], [0]]],
	['=SEQUENCE(C1)', [[1], [2], [3], [4]]],
	['=TAKE(B1:B3,A2)', [[10], [20]]],
	['=UNIQUE({1;1;2})', [[1], [2]]],
	[
		'=FILTER(A1:C3,A1:A3>1)',
		[
			[2, 20, 0],
			[3, 30, 0]
		]
	],
	['=FILTER(A:B,A:A=2)', [[2, 20]]],
	[
		'=UNIQUE({1,2,1;3,4,3},TRUE)',
		[
			[1, 2],
			[3, 4]
		]
	],
	[
		'=A1:A3=A1:B1',
		[
			[true, false],
			[false, false],
			[false, false]
		]
	],
	[
		'=IF({1,0},A1:A2,B1:B2)',
		[
			[1, 10],
			[2, 20]
		]
	],
	['=INDEX(A1:B3,0,2)', [[10], [20], [30]]],
	['=VLOOKUP({1,2},A1:B3,2,FALSE)', [[10, 20]]],
	['=many', [[1, 2, 3]]],
	[
		'=MMULT(A1:A2,TRANSPOSE(A1:A2))',
		[
			[1, 2],
			[2, 4]
		]
	],
	['=A1:A3+{1;2}', [[2], [4], ['#N/A']]]
])('ENG-41 a formula fills as many cells as it has values, and no others: %s', (formula, values) => {
	expect(given(formula)).toEqual(values);
});

test('ENG-41 an array that a name stands for is the same wherever it is read', () => {
	const engine = engineOf(
		{ S: { A1: '=SUM(many*2)', A2: '=SUM(many*2)+SUM(many)' } },
		{ many: '={1,2,3}+0' }
	);
	expect([at('A1'), at('A2')].map((place) => engine.valueAt(place))).toEqual([12, 18]);
});

describe('edits', () => {
	function open(contents: Record<string, string | number>) {
		const workbook = workbookOf({ S: contents });
		const engine = new FormulaEngine();
		engine.load(workbook);
		const set = (address: string, content: string | number | null) => {
			const patch = [edit(workbook, address, content)];
			applyPatch(workbook, patch);
			return engine.apply(patch);
		};
		return { engine, set, value: (address: string) => shown(engine.valueAt(at(address))) };
	}

	test('ENG-42 what a formula fills grows and shrinks with what it reads, and nothing is left behind', () => {
		const { engine, set } = open({ A1: 3, E2: '=SEQUENCE(A1)' });
		expect(filledFrom(engine)).toEqual([[1], [2], [3]]);
		expect(
			set('A1', 5)
				.map(({ value }) => value)
				.sort()
		).toEqual([4, 5, 5]);
		expect(filledFrom(engine)).toEqual([[1], [2], [3], [4], [5]]);
		set('A1', 1);
		expect(filledFrom(engine)).toEqual([[1]]);
		set('A1', 2);
		set('E2', 'gone');
		expect(filledFrom(engine)).toEqual([['gone']]);
	});

	test('ENG-42 a value that changes below an unchanged first one is followed by what reads it', () => {
		const { set, value } = open({ A1: 1, A2: 5, A3: 3, E2: '=SORT(A1:A3)', G1: '=E4*10', G2: '=SUM(E2:E9)' });
		expect([value('G1'), value('G2')]).toEqual([50, 9]);
		set('A2', 7);
		expect([value('G1'), value('G2')]).toEqual([70, 11]);
	});

	test('ENG-42 a formula may fill cells by what another one fills', () => {
		const { engine, set } = open({
			A1: 2,
			G1: '=SEQUENCE(A1)',
			E2: '=SEQUENCE(SUM(G1:G9))',
			I1: '=SUM(E2#)'
		});
		expect(engine.valueAt(at('I1'))).toBe(6);
		set('A1', 3);
		expect(engine.valueAt(at('I1'))).toBe(21);
	});

	test('ENG-43 what stands in the way is named, until it goes', () => {
		const { engine, set, value } = open({ E2: '=SEQUENCE(3)', E4: 'x', G1: '=E2#' });
		expect(engine.valueAt(at('E2'))).toEqual({
			error: '#SPILL!',
			message: 'The result needs E2:E4, but E4 is not blank: clear or move it.'
		});
		expect([value('E3'), value('G1')]).toEqual([null, '#SPILL!']);
		set('E4', null);
		expect([value('E2'), value('E4'), value('G3')]).toEqual([1, 3, 3]);
		set('E3', 0);
		expect([value('E2'), value('E3'), value('E4'), value('G1')]).toEqual(['#SPILL!', 0, null, '#SPILL!']);
	});

	test('ENG-43 of two formulas that want a cell the first in reading order has it', () => {
		const { engine, set, value } = open({ E3: '={1,2,3}' });
		set('F1', '=SEQUENCE(4)');
		expect(value('F3')).toBe(3);
		expect(engine.valueAt(at('E3'))).toMatchObject({
			message: 'The result needs E3:G3, but F3 is filled by the formula in F1: move one of them.'
		});
		set('F1', null);
		expect([value('E3'), value('F3'), value('F1')]).toEqual([1, 2, null]);
	});

	test('ENG-43 a result that reaches beyond the sheet or has another size each time says so', () => {
		// By chance two calculations in a row could want the same size.
		let drawn = 0;
		const random = vi.spyOn(Math, 'random').mockImplementation(() => (drawn++ % 9) / 9);
		const { engine } = open({ A1048576: '={1;2}', C1: '=SEQUENCE(RANDBETWEEN(1,9))' });
		random.mockRestore();
		expect(engine.valueAt(at('A1048576'))).toMatchObject({
			error: '#SPILL!',
			message: expect.stringContaining('beyond the last row')
		});
		expect(engine.valueAt(at('C1'))).toMatchObject({
			error: '#SPILL!',
			message: expect.stringContaining('changes at every calculation')
		});
	});

	test('ENG-44 an array that is too large is one error, and the rest is calculated', () => {
		const { engine, value } = open({
			A1: '=SEQUENCE(1048576,100)',
			C1: '=COUNT(SEQUENCE(1000,200)*SEQUENCE(1000,1)+SEQUENCE(6000))',
			E1: '=SUM(ROUND(SEQUENCE(10000),SEQUENCE(1,10000)))',
			G1: '=1+1'
		});
		for (const address of ['A1', 'C1', 'E1']) {
			expect(engine.valueAt(at(address))).toMatchObject({
				error: '#NUM!',
				message: expect.stringContaining('1,048,576')
			});
		}
		expect([value('A2'), value('G1')]).toEqual([null, 2]);
	});

	test('ENG-44 a formula that would fill too many cells says how many, and calculations with as many do', () => {
		const { engine, value } = open({
			A1: '=SEQUENCE(50001)',
			C1: '=SUM(SEQUENCE(50001))',
			E1: '=SEQUENCE(12500,4)',
			J1: '=A1+1',
			K1: '=SUM(E1#)'
		});
		expect(engine.valueAt(at('A1'))).toEqual({
			error: '#NUM!',
			message:
				'The result would fill 50,001 cells, and one formula can fill 50,000: take fewer, or sum them up.'
		});
		expect([value('A2'), value('C1'), value('E1'), value('H12500')]).toEqual([
			null,
			50_001 * 25_001,
			1,
			50_000
		]);
		expect([shown(engine.valueAt(at('J1'))), value('K1')]).toEqual(['#NUM!', 50_000 * 25_000.5]);
	});
});

test('ENG-45 A1# is all that the formula in A1 fills, and @ takes the value in the row or column of the formula', () => {
	const engine = engineOf({
		S: {
			A1: '=SEQUENCE(3)',
			B2: '=@A1:A3',
			C1: '=SUM(A1#)',
			D1: '=ROWS(A1#)',
			E1: '=B2#',
			F9: '=@A1:A3'
		}
	});
	const values = ['B2', 'C1', 'D1', 'E1', 'F9'].map((address) => shown(engine.valueAt(at(address))));
	expect(values).toEqual([2, 6, 3, '#REF!', '#VALUE!']);
});

test('ENG-45 INDEX with a 0 that a cell holds is the one value beside the formula', () => {
	expect(filledFrom(engineOf({ S: { ...CELLS, D1: 0, E2: '=INDEX(A1:B3,D1,2)' } }))).toEqual([[20]]);
});

test('ENG-47 ROW and COLUMN number all lines of ranges, names and what a formula fills, without reading them', () => {
	const engine = engineOf(
		{
			S: {
				...CELLS,
				C3: '=SUM(ROW(C2:C4))',
				D1: '=SEQUENCE(3)',
				E1: '=SUM(ROW(D1#))',
				E2: '=ROW(B2:C3)',
				G2: '=COLUMN(B2:C3)'
			}
		},
		{ block: '=S!$B$3:$C$4' }
	);
	expect([engine.valueAt(at('C3')), engine.valueAt(at('E1'))]).toEqual([9, 6]);
	expect(filledFrom(engine)).toEqual([[2, null, 2, 3], [3]]);
	const named = engineOf({ S: { E2: '=ROW(block)*COLUMN(block)' } }, { block: '=S!$B$3:$C$4' });
	expect(filledFrom(named)).toEqual([
		[6, 9],
		[8, 12]
	]);
	const [tooMany, none] = ['=SUM(ROW(A:A))', '=ROW("A1")'].map((formula) =>
		engineOf({ S: { B1: formula } }).valueAt(at('B1'))
	);
	expect(tooMany).toMatchObject({
		error: '#NUM!',
		message: expect.stringContaining('every cell of whole columns')
	});
	expect(none).toMatchObject({ error: '#VALUE!', message: expect.stringContaining('reference') });
});

test('ENG-48 SORT orders by several columns or rows, each in an order of its own', () => {
	expect(given('=SORT({1,9;2,5;1,4},{1,2},{1,-1})')).toEqual([
		[1, 9],
		[1, 4],
		[2, 5]
	]);
	expect(given('=SORT({2,1,2;5,4,3},{1,2},{-1,1},TRUE)')).toEqual([
		[2, 2, 1],
		[3, 5, 4]
	]);
	expect(given('=SORT({1,2;3,4},{1,2},{1,1,1})')).toEqual([['#VALUE!']]);
});

test('ENG-65 SUMIF with a smaller sum range follows edits of the cells beyond it', () => {
	const workbook = workbookOf({
		S: { ...CELLS, D1: '=SUMIF(A1:A3,">1",B1)', D2: '=AVERAGEIF($A$1:$A$3,">1",$B$1)' }
	});
	const engine = new FormulaEngine();
	engine.load(workbook);
	expect([engine.valueAt(at('D1')), engine.valueAt(at('D2'))]).toEqual([50, 25]);
	const patch = [edit(workbook, 'B3', 100)];
	applyPatch(workbook, patch);
	engine.apply(patch);
	expect([engine.valueAt(at('D1')), engine.valueAt(at('D2'))]).toEqual([120, 60]);
	expect(engine.dependents(at('B3'))).toContainEqual(at('D1'));
});
