import { describe, expect, test } from 'vitest';
import { CellEdit, type EditProblem } from '../../../src/lib/session/cell-edit.svelte';

const PLACE = { sheet: 'first', row: 8, column: 1 };
const PROBLEM: EditProblem = { message: 'The formula in B9 ends too soon.', start: 3, end: 4 };

/** An edit over one cell that holds `=B3`; what is taken is written down. */
function editOf(refuse: (text: string) => EditProblem | undefined = () => undefined) {
	const taken: string[] = [];
	const edit = new CellEdit({
		begun: () => undefined,
		textForEditing: () => '=B3',
		spansOf: (text) => [{ text, kind: 'content' }],
		completionFor: (_, typed) => ('OpenAI'.toLowerCase().startsWith(typed) ? 'OpenAI' : undefined),
		commitEverywhere: (place, text) => {
			const problem = refuse(text);
			if (!problem) taken.push(`everywhere from ${place.row},${place.column} ${text}`);
			return problem;
		},
		commit: (place, text) => {
			const problem = refuse(text);
			if (!problem) taken.push(`${place.row},${place.column} ${text}`);
			return problem;
		}
	});
	return { edit, taken };
}

describe('an edit of a cell', () => {
	test('GRD-9 opened, it begins with the text of the cell and the caret at its end', () => {
		const { edit } = editOf();
		expect(edit.isOpen).toBe(false);
		edit.begin(PLACE, { mode: 'edit', surface: 'bar' });
		expect(edit.place).toEqual(PLACE);
		expect([edit.text, edit.original, edit.mode, edit.surface]).toEqual(['=B3', '=B3', 'edit', 'bar']);
		expect(edit.caret).toEqual({ start: 3, end: 3 });
	});

	test('GRD-9 typed over, it begins with what is typed and remembers what stood there', () => {
		const { edit, taken } = editOf();
		edit.begin(PLACE, { mode: 'enter', surface: 'cell', text: '' });
		edit.type('7');
		expect([edit.text, edit.original, edit.mode]).toEqual(['7', '=B3', 'enter']);
		expect(edit.commit()).toBe(true);
		expect(taken).toEqual(['8,1 7']);
		expect(edit.isOpen).toBe(false);
	});

	test('GRD-9 a text put in replaces the selected part and leaves the caret behind it', () => {
		const { edit } = editOf();
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		edit.type('=B3+B4', { start: 1, end: 3 });
		edit.insert('C10');
		expect(edit.text).toBe('=C10+B4');
		expect(edit.caret).toEqual({ start: 4, end: 4 });
	});

	test('GRD-100 Ctrl+Enter gives the text to every selected cell, even where it is as it was', () => {
		const { edit, taken } = editOf((text) => (text === '=' ? PROBLEM : undefined));
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		expect(edit.commitEverywhere()).toBe(true);
		expect(taken).toEqual(['everywhere from 8,1 =B3']);
		expect(edit.isOpen).toBe(false);
		edit.begin(PLACE, { mode: 'enter', surface: 'cell', text: '=' });
		expect(edit.commitEverywhere()).toBe(false);
		expect([edit.text, edit.problem]).toEqual(['=', PROBLEM]);
	});

	test('PAG-201 a text is completed with the added part selected, and taken with the capitals of the whole', () => {
		const { edit, taken } = editOf();
		edit.begin(PLACE, { mode: 'enter', surface: 'cell', text: '' });
		edit.type('op');
		edit.complete();
		expect([edit.text, edit.caret]).toEqual(['openAI', { start: 2, end: 6 }]);
		edit.commit();
		expect(taken).toEqual(['8,1 OpenAI']);
	});

	test('PAG-201 what is typed or deleted afterwards stands as it is', () => {
		const { edit, taken } = editOf();
		edit.begin(PLACE, { mode: 'enter', surface: 'cell', text: '' });
		edit.type('op');
		edit.complete();
		edit.type('op');
		expect(edit.text).toBe('op');
		edit.commit();
		expect(taken).toEqual(['8,1 op']);
	});

	test('PAG-201 the text of a cell that was opened is not completed, nor one typed into in the middle', () => {
		const { edit } = editOf();
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		edit.type('op');
		edit.complete();
		expect(edit.text).toBe('op');
		edit.begin(PLACE, { mode: 'enter', surface: 'cell', text: '' });
		edit.type('op', { start: 1, end: 1 });
		edit.complete();
		expect(edit.text).toBe('op');
	});

	test('GRD-10 Escape leaves the cell as it was', () => {
		const { edit, taken } = editOf();
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		edit.type('=B3*2');
		edit.cancel();
		expect([edit.isOpen, edit.place]).toEqual([false, undefined]);
		expect(taken).toEqual([]);
	});

	test('GRD-10 an edit that changes nothing changes nothing in the document', () => {
		const { edit, taken } = editOf();
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		edit.type('=B3*2');
		edit.type('=B3');
		expect(edit.commit()).toBe(true);
		expect([edit.isOpen, taken]).toEqual([false, []]);
	});

	test('GRD-11 what is refused stays as it was typed, with the reason until the text changes', () => {
		const { edit, taken } = editOf((text) => (text.endsWith('/') ? PROBLEM : undefined));
		edit.begin(PLACE, { mode: 'edit', surface: 'cell' });
		edit.type('=B3/');
		expect(edit.commit()).toBe(false);
		expect([edit.isOpen, edit.text, edit.problem]).toEqual([true, '=B3/', PROBLEM]);
		edit.type('=B3/', { start: 2, end: 2 });
		expect(edit.problem).toEqual(PROBLEM);
		edit.type('=B3/2');
		expect(edit.problem).toBeUndefined();
		expect(edit.commit()).toBe(true);
		expect(taken).toEqual(['8,1 =B3/2']);
	});

	test('GRD-11 with no edit open there is nothing to refuse', () => {
		const { edit, taken } = editOf(() => PROBLEM);
		expect(edit.commit()).toBe(true);
		expect(taken).toEqual([]);
	});
});
