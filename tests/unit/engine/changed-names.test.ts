import { describe, expect, test } from 'vitest';
import { Editor, type Command } from '$lib/editing';
import { FormulaEngine } from '$lib/engine';
import type { CellValue } from '$lib/workbook';
import { at, workbookOf } from './model-workbook';

const CELLS = {
	S: {
		A1: 2,
		A2: 3,
		A3: 50,
		B1: '=price*10',
		B2: '=B1+1',
		C1: '=twice+1',
		C2: '=SUM(block)',
		D1: '=IF(TRUE,twice,0)'
	},
	Other: { A1: 7, B1: '=LET(p,price,p+S!C1)' }
};
const NAMES = {
	price: '=S!$A$1',
	twice: '=price*2',
	block: '=S!$A$1:$A$2'
};
const WATCHED = ['B1', 'B2', 'C1', 'C2', 'D1', 'other!B1'];

/** An editor with an engine that follows it, and the values that a fresh engine gives for the same workbook. */
function open() {
	const editor = new Editor(workbookOf(CELLS, NAMES));
	const engine = new FormulaEngine();
	engine.load(editor.workbook);
	editor.subscribe(({ patch }) => void engine.apply(patch));
	const values = (of: FormulaEngine) => WATCHED.map((address): CellValue => of.valueAt(at(address)));
	return {
		editor,
		values: () => values(engine),
		rebuilt: () => {
			const fresh = new FormulaEngine();
			fresh.load(editor.workbook);
			return values(fresh);
		}
	};
}

const BEFORE = [20, 21, 5, 5, 4, 7];

describe('what a name stands for', () => {
	test.each<[string, Command, CellValue[]]>([
		[
			'another cell',
			{ do: 'retarget-name', name: 'price', refersTo: '=S!$A$3' },
			[500, 501, 101, 5, 100, 151]
		],
		[
			'a cell of another sheet',
			{ do: 'retarget-name', name: 'price', refersTo: '=Other!$A$1' },
			[70, 71, 15, 5, 14, 22]
		],
		[
			'a formula',
			{ do: 'retarget-name', name: 'price', refersTo: '=S!$A$1+S!$A$2' },
			[50, 51, 11, 5, 10, 16]
		],
		['a number', { do: 'retarget-name', name: 'price', refersTo: '=4' }, [40, 41, 9, 5, 8, 13]],
		['other cells', { do: 'retarget-name', name: 'block', refersTo: '=S!$A$2:$A$3' }, [20, 21, 5, 53, 4, 7]],
		['other names', { do: 'retarget-name', name: 'twice', refersTo: '=block' }, BEFORE]
	])('ENG-165 once it is %s, every formula that uses it is calculated again', (_, command, expected) => {
		const { editor, values, rebuilt } = open();
		expect(values()).toEqual(BEFORE);
		expect(editor.execute(command).ok).toBe(true);
		expect(values()).toEqual(rebuilt());
		if (expected !== BEFORE) expect(values()).toEqual(expected);
		editor.undo();
		expect(values()).toEqual(BEFORE);
		editor.redo();
		expect(values()).toEqual(rebuilt());
	});

	test('ENG-165 changed twice, and a cell changed after that, is followed at each step', () => {
		const { editor, values } = open();
		editor.execute({ do: 'retarget-name', name: 'price', refersTo: '=S!$A$3' });
		editor.execute({ do: 'retarget-name', name: 'twice', refersTo: '=price*3' });
		expect(values()).toEqual([500, 501, 151, 5, 150, 201]);
		const cells = [{ ...at('A3'), content: 1 }];
		editor.execute({ do: 'set-contents', cells });
		expect(values()).toEqual([10, 11, 4, 5, 3, 5]);
		editor.undo();
		editor.undo();
		editor.undo();
		expect(values()).toEqual(BEFORE);
	});

	test('ENG-165 deleted and added again, gives #NAME? in between, also through other names', () => {
		const { editor, values } = open();
		editor.execute({ do: 'delete-name', name: 'price' });
		const gone = expect.objectContaining({ error: '#NAME?' }) as unknown;
		expect(values()).toEqual([gone, gone, gone, 5, gone, gone]);
		editor.execute({ do: 'add-name', name: 'price', refersTo: '=S!$A$2' });
		expect(values()).toEqual([30, 31, 7, 5, 6, 10]);
		editor.undo();
		editor.undo();
		expect(values()).toEqual(BEFORE);
	});

	test.each(['TRUE', 'false', 'R', 'c', 'RC', 'R1C1', 'A1', 'xfd1', 'Rate', '2024', "Bob's"])(
		'EDT-255 a sheet that is renamed to %s keeps what refers to it, in cells and names',
		(name) => {
			const { editor, values, rebuilt } = open();
			expect(editor.execute({ do: 'rename-sheet', sheet: 's', name }).ok).toBe(true);
			expect(rebuilt()).toEqual(BEFORE);
			expect(values()).toEqual(BEFORE);
			editor.execute({ do: 'rename-sheet', sheet: 's', name: 'Again' });
			expect(rebuilt()).toEqual(BEFORE);
		}
	);

	test('ENG-165 renamed, leaves every value as it was', () => {
		const { editor, values } = open();
		editor.execute({ do: 'rename-name', name: 'price', to: 'cost' });
		expect(values()).toEqual(BEFORE);
		editor.execute({ do: 'retarget-name', name: 'cost', refersTo: '=S!$A$2' });
		expect(values()).toEqual([30, 31, 7, 5, 6, 10]);
	});
});
