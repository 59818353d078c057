import { formulaSpans } from '$lib/formula';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { CellEdit } from '../../../src/lib/session/cell-edit.svelte';
import { Selection } from '../../../src/lib/session/selection.svelte';
import type { CellView, GridSource } from '../../../src/lib/view/grid/grid-source';
import Grid from '../../../src/lib/view/grid/grid.svelte';
import FormulaBar from '../../../src/lib/view/formula-bar/formula-bar.svelte';

const CELLS: Record<string, CellView> = {
	'0,0': { text: 'Training cost', align: 'left', state: 'text', style: 'title' },
	'2,0': { text: 'GPT-4', align: 'left', state: 'text' },
	'2,1': { text: '$100.00M', align: 'right', state: 'reported' },
	'3,1': { text: '123,456,789,012.25', align: 'right', state: 'derived', isNumber: true }
};
const source: GridSource = {
	rowCount: 1_000_000,
	columnCount: 200,
	widthOf: () => 104,
	heightOf: (row) => (row === 0 ? 34 : 25),
	mergesIn: () => [],
	cellAt: (row, column) => CELLS[`${row},${column}`]
};

function parts() {
	const selection = new Selection(
		{
			isBlank: ({ row, column }) => !CELLS[`${row},${column}`],
			usedSize: () => ({ rows: 4, columns: 2 }),
			isHidden: () => false,
			merges: () => [],
			frozen: () => ({ rows: 0, columns: 0 })
		},
		'first'
	);
	const edit = new CellEdit({
		begun: () => undefined,
		textForEditing: () => '=B3/B4',
		spansOf: formulaSpans,
		commit: () => undefined,
		completionFor: () => undefined,
		commitEverywhere: () => undefined
	});
	return { selection, edit };
}

/** The start tags of elements that carry an attribute of this value. */
function tagsWith(html: string, attribute: string): string[] {
	return [...html.matchAll(/<[a-z]+[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(attribute));
}

describe('the grid before any script runs', () => {
	const { selection, edit } = parts();
	selection.select({ row: 2, column: 1 });
	const html = render(Grid, { props: { source, selection, edit, label: 'Training cost' } }).body;

	test('GRD-25 shows the first rows and columns as cells with their addresses, states and texts', () => {
		expect(html).toContain('Training cost</span>');
		const [cell] = tagsWith(html, 'data-address="B3"');
		expect(cell).toContain('data-state="reported"');
		expect(cell).toContain('role="gridcell"');
		expect(cell).toContain('aria-colindex="3"');
		expect(tagsWith(html, 'data-address="A40"')).toHaveLength(1);
		expect(tagsWith(html, 'data-address="M1"')).toHaveLength(1);
	});

	test('GRD-25 renders no more of a million rows than it needs', () => {
		expect(tagsWith(html, 'role="gridcell"').length).toBeLessThan(1200);
		expect(new Set(tagsWith(html, ' id=').map((tag) => / id="([^"]*)"/.exec(tag)![1])).size).toBe(
			tagsWith(html, ' id=').length
		);
	});

	test('GRD-26 is one grid with the counts of the whole sheet and headers, and points at the active cell', () => {
		const [grid] = tagsWith(html, 'role="grid"');
		expect(grid).toContain('tabindex="0"');
		expect(grid).toContain('aria-rowcount="1000001"');
		expect(grid).toContain('aria-colcount="201"');
		const id = /aria-activedescendant="([^"]+)"/.exec(grid!)![1]!;
		const [active] = tagsWith(html, ` id="${id}"`);
		expect(active).toContain('data-address="B3"');
		expect(active).toContain('aria-selected="true"');
		expect(tagsWith(html, 'aria-selected="true"')).toHaveLength(1);
		expect(tagsWith(html, 'tabindex="0"')).toHaveLength(1);
	});

	test('GRD-18 keeps a number that may not fit whole in the text, with a guard beside it', () => {
		expect(html).toMatch(/<i [^>]*><\/i>(<!--[^>]*-->)*<span[^>]*>123,456,789,012\.25<\/span>/);
	});
});

describe('the formula bar before any script runs', () => {
	test('GRD-23 shows the name, the coloured formula and no problem', () => {
		const { selection, edit } = parts();
		const html = render(FormulaBar, {
			props: { selection, edit, name: 'training.ratio', ongoto: () => '', onleave: () => undefined }
		}).body;
		expect(html).toContain('value="training.ratio"');
		expect(html).toContain('aria-label="Content of A1"');
		expect(html).toContain('var(--s1)');
		expect(html).toContain('var(--s2)');
		expect(html).not.toContain('role="alert"');
	});

	test('GRD-11 shows the sentence of a refusal while the text is edited there', () => {
		const { selection, edit } = parts();
		const refusing = new CellEdit({
			begun: () => undefined,
			textForEditing: (place) => edit.textOf(place),
			spansOf: formulaSpans,
			completionFor: () => undefined,
			commitEverywhere: () => undefined,
			commit: () => ({ message: 'It ends too soon.', start: 3, end: 4 })
		});
		refusing.begin({ sheet: 'first', row: 0, column: 0 }, { mode: 'edit', surface: 'bar', text: '=B3/' });
		refusing.commit();
		const html = render(FormulaBar, {
			props: { selection, edit: refusing, name: 'A1', ongoto: () => '', onleave: () => undefined }
		}).body;
		expect(html).toMatch(/role="alert"[^>]*>It ends too soon\.</);
		expect(html).toMatch(/class="[^"]*wrong[^"]*"[^>]*>\/</);
	});
});
