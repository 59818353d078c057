import fc from 'fast-check';
import type { Command } from '$lib/editing';
import type { SheetFilter } from '$lib/workbook';
import { FIGURE } from '../unit/editing/small-workbook';

/** A formula that no engine reads. */
export const UNREADABLE = '=sum( b2 ,';
/** A formula as a hurried person types it. */
export const ODDLY_TYPED = '=sum( b1 ,data!B2:b3 )  +  1';

const sheet = fc.oneof(
	{ weight: 9, arbitrary: fc.constantFrom('data', 'sums', 'sheet-3') },
	fc.constant('gone')
);
const scenario = fc.constantFrom('as_reported', 'dear', 'calm', 'scenario', 'gone');
const driver = fc.constantFrom('openai.cost', 'assume.price', 'Assume.Growth', 'sums.total', 'renamed.one');
const content = fc.oneof(
	fc.integer({ min: -5, max: 5 }),
	fc.double(),
	fc.constantFrom(
		null,
		true,
		'text',
		"'5",
		'=1+2',
		'=Data!B2',
		"=SUM('My sums'!A1:A2)+assume.price",
		UNREADABLE,
		ODDLY_TYPED,
		'#REF!'
	)
);
const name = fc.constantFrom('Data', 'DATA', "It's", 'New name', 'My sums', 'B1', 'a/b', '', 'x'.repeat(31));
const format = fc.constantFrom(null, '0.0%', 'General', '@', '0"');
const place = { row: fc.nat(4), column: fc.nat(3) };

const axis = fc.constantFrom('row' as const, 'column' as const);
const span = fc.tuple(fc.nat(4), fc.nat(3)).map(([from, length]) => ({ from, to: from + length }));
const block = fc.tuple(fc.nat(4), fc.nat(3), fc.nat(2), fc.nat(2)).map(([row, column, height, width]) => ({
	from: { row, column },
	to: { row: row + height, column: column + width }
}));
const lines = { sheet, axis, lines: fc.array(span, { maxLength: 3 }) };

const filterColumns: readonly SheetFilter['columns'][] = [
	{},
	{ 1: { kind: 'texts', texts: ['a'], hasBlanks: true } }
];

const structureCommand: fc.Arbitrary<Command> = fc.oneof(
	fc.record({ do: fc.constant('insert-lines' as const), ...lines }),
	fc.record({ do: fc.constant('delete-lines' as const), ...lines }),
	fc.record({
		do: fc.constant('insert-cells' as const),
		sheet,
		range: block,
		shift: fc.constantFrom('right' as const, 'down' as const)
	}),
	fc.record({
		do: fc.constant('insert-copied' as const),
		sheet,
		at: fc.record(place),
		by: fc.constantFrom('right' as const, 'down' as const, 'row' as const, 'column' as const),
		source: fc.record({
			sheet,
			rows: fc.constantFrom([0], [1, 2], [3]),
			columns: fc.constantFrom([0], [1, 2], [0, 1, 2])
		}),
		isCut: fc.boolean()
	}),
	fc.record({
		do: fc.constant('delete-cells' as const),
		sheet,
		range: block,
		shift: fc.constantFrom('left' as const, 'up' as const)
	}),
	fc.record({
		do: fc.constant('move-cells' as const),
		sheet,
		range: block,
		to: fc.record({ sheet, ...place })
	}),
	fc.record({
		do: fc.constant('hide-lines' as const),
		sheet,
		axis,
		lines: fc.array(span, { maxLength: 2 }),
		isHidden: fc.boolean()
	}),
	fc.record({ do: fc.constant('group-lines' as const), sheet, axis, lines: span }),
	fc.record({ do: fc.constant('ungroup-lines' as const), sheet, axis, lines: span }),
	fc.record({
		do: fc.constant('collapse-group' as const),
		sheet,
		axis,
		lines: span,
		isCollapsed: fc.boolean()
	}),
	fc.record({ do: fc.constant('freeze-panes' as const), sheet, rows: fc.nat(3), columns: fc.nat(3) }),
	block.chain((range) =>
		fc.record({
			do: fc.constant('reorder-rows' as const),
			sheet,
			range: fc.constant(range),
			order: fc.shuffledSubarray(
				Array.from({ length: range.to.row - range.from.row + 1 }, (_, index) => index),
				{ minLength: range.to.row - range.from.row + 1 }
			)
		})
	),
	fc.record({
		do: fc.constant('set-filter' as const),
		sheet,
		filter: fc.option(
			fc.record({
				range: block,
				columns: fc.constantFrom(...filterColumns),
				hidden: fc.array(span, { maxLength: 2 })
			})
		)
	}),
	fc.record({ do: fc.constant('duplicate-sheet' as const), sheet }),
	fc.record({ do: fc.constant('hide-sheet' as const), sheet, isHidden: fc.boolean() }),
	fc.record({
		do: fc.constant('color-sheet' as const),
		sheet,
		color: fc.constantFrom(null, '#aa0000' as const)
	}),
	fc.record({
		do: fc.constant('add-name' as const),
		name: fc.constantFrom('fresh.one', 'Assume.Price', 'B1'),
		refersTo: fc.constantFrom('=Data!$B$2', '=SUM(Data!$B$1:$B$3)')
	}),
	fc.record({
		do: fc.constant('delete-name' as const),
		name: fc.constantFrom('fresh.one', 'data.all', 'sums.total')
	})
);

const look = fc.record(
	{
		isBold: fc.constantFrom(true, false, null),
		fill: fc.constantFrom('#ffeecc' as const, null),
		borders: fc.constantFrom({ top: 'thin' as const }, null)
	},
	{ requiredKeys: [] }
);

const presentationCommand: fc.Arbitrary<Command> = fc.oneof(
	fc.record(
		{
			do: fc.constant('set-look' as const),
			sheet,
			ranges: fc.array(block, { maxLength: 2 }),
			look,
			edges: fc.constantFrom({ top: 'thin' as const, left: 'double' as const }, { bottom: 'thick' as const })
		},
		{ requiredKeys: ['do', 'sheet', 'ranges', 'look'] }
	),
	fc.record({ do: fc.constant('clear-formats' as const), sheet, ranges: fc.array(block, { maxLength: 2 }) }),
	fc.record({ do: fc.constant('merge-cells' as const), sheet, range: block, isMerged: fc.boolean() }),
	fc.record({
		do: fc.constant('set-note' as const),
		sheet,
		address: fc.record(place),
		note: fc.constantFrom('', 'A note')
	}),
	fc.record({
		do: fc.constant('set-conditional-formats' as const),
		sheet,
		formats: fc.array(
			fc.record({
				ranges: fc.array(block, { minLength: 1, maxLength: 2 }),
				rule: fc.constantFrom(
					{ kind: 'scale' as const, colors: ['#ffffff' as const, '#00aa00' as const] },
					{ kind: 'formula' as const, formula: '=Data!$B1>A1', look: { isBold: true } },
					{ kind: 'trait' as const, trait: 'duplicate' as const, look: { isStruck: true } },
					{ kind: 'threshold' as const, operator: 'less' as const, value: '=B1', look: { isItalic: true } }
				)
			}),
			{ maxLength: 2 }
		)
	})
);

const widened = fc.record({
	sheet,
	widths: fc.dictionary(fc.constantFrom('0', '2', '-1'), fc.constantFrom(5, 90))
});

/** Any command on the small workbook, possible or not. */
export const command: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record(
			{
				do: fc.constant('set-contents' as const),
				cells: fc.array(
					fc.record(
						{ sheet, ...place, content, format },
						{ requiredKeys: ['sheet', 'row', 'column', 'content'] }
					),
					{
						maxLength: 4
					}
				),
				scenario,
				act: fc.constantFrom('paste' as const, 'clear' as const),
				merges: fc.record({ sheet, within: block, ranges: fc.array(block, { maxLength: 3 }) }),
				conditions: fc.record({
					from: sheet,
					to: sheet,
					within: fc.array(block, { maxLength: 2 }),
					ranges: fc.array(fc.array(block, { maxLength: 2 }), { maxLength: 3 })
				}),
				widened
			},
			{ requiredKeys: ['do', 'cells'] }
		)
	},
	fc.record(
		{
			do: fc.constant('set-format' as const),
			sheet,
			ranges: fc.array(block, { maxLength: 3 }),
			format,
			widened
		},
		{ requiredKeys: ['do', 'sheet', 'ranges', 'format'] }
	),
	fc.record({
		do: fc.constant('resize-columns' as const),
		sheet,
		columns: fc.array(fc.nat(5), { maxLength: 3 }),
		width: fc.constantFrom(null, 50, 100)
	}),
	fc.record({
		do: fc.constant('resize-rows' as const),
		sheet,
		rows: fc.array(fc.nat(5), { maxLength: 3 }),
		height: fc.constantFrom(null, 5, 40)
	}),
	fc.record(
		{ do: fc.constant('add-sheet' as const), name, at: fc.integer({ min: -1, max: 4 }) },
		{ requiredKeys: ['do'] }
	),
	fc.record({ do: fc.constant('rename-sheet' as const), sheet, name }),
	fc.record({ do: fc.constant('move-sheet' as const), sheet, to: fc.integer({ min: -1, max: 4 }) }),
	// Most of what comes after needs the sheets that a walk begins with.
	fc.record({
		do: fc.constant('delete-sheet' as const),
		sheet: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('sheet-3', 'gone') }, sheet)
	}),
	fc.record(
		{ do: fc.constant('restore-figure' as const), figure: fc.constant(FIGURE.id), scenario },
		{ requiredKeys: ['do', 'figure'] }
	),
	fc.record(
		{
			do: fc.constant('add-scenario' as const),
			title: fc.constantFrom('Scenario', 'Dear', '稀缺'),
			overrides: fc.constantFrom<Record<string, number>>({ 'assume.price': 3 }, { 'no.driver': 1 })
		},
		{ requiredKeys: ['do', 'title'] }
	),
	fc.record({
		do: fc.constant('duplicate-scenario' as const),
		scenario,
		title: fc.constantFrom('Copy', 'Calm')
	}),
	fc.record({
		do: fc.constant('rename-scenario' as const),
		scenario,
		title: fc.constantFrom('Copy', 'Other')
	}),
	fc.record({ do: fc.constant('delete-scenario' as const), scenario }),
	fc.record({ do: fc.constant('set-override' as const), scenario, name: driver, content }),
	fc.record({ do: fc.constant('clear-override' as const), scenario, name: driver }),
	fc.record({
		do: fc.constant('rename-name' as const),
		name: driver,
		to: fc.constantFrom('renamed.one', 'Assume.Price', 'q1')
	}),
	fc.record({
		do: fc.constant('retarget-name' as const),
		name: driver,
		refersTo: fc.constantFrom('=Data!$B$2', '=Data!$C$1', '=DATA!$B$1:$B$2', '=1+1', 'x')
	}),
	{ weight: 12, arbitrary: structureCommand },
	{ weight: 4, arbitrary: presentationCommand },
	fc.record({
		do: fc.constant('set-settings' as const),
		settings: fc.record({ title: fc.constantFrom('One', 'Two', '') })
	})
);
