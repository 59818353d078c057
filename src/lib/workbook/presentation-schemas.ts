import * as v from 'valibot';
import { MAX_COLUMNS, MAX_ROWS, type Range } from './address';
import {
	ALIGNMENTS,
	BORDER_LINES,
	CELL_TRAITS,
	FILTER_OPERATORS,
	RELATIVE_STOPS,
	RULE_OPERATORS,
	VERTICAL_ALIGNMENTS,
	type CellLook,
	type Color,
	type ConditionalFormat,
	type LineGroup,
	type LineSpan,
	type ScaleStop,
	type SheetFilter
} from './presentation';
import type { SchemaPieces } from './schema-pieces';

/** Most spans of hidden rows or columns: every other row of a full sheet. */
const MAX_SPANS = MAX_ROWS / 2;
/** Most groups, conditional formats and merged ranges of a sheet. */
const MAX_PIECES = 10_000;

/** Checks of how sheets and cells are presented. */
export function presentationSchemas({
	record,
	text,
	content,
	formula,
	number,
	flag,
	oneOf,
	byLine
}: SchemaPieces) {
	const color = v.custom<Color>(
		(value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value),
		'must be a colour such as #1a2b3c'
	);
	const line = (count: number) =>
		v.pipe(
			number,
			v.integer('must be whole'),
			v.minValue(0, 'is outside the sheet'),
			v.maxValue(count - 1, 'is outside the sheet')
		);
	const listOf = <T>(item: v.GenericSchema<unknown, T>, most = MAX_PIECES) =>
		v.pipe(
			v.array(item, 'must be a list'),
			v.maxLength(most, `must have at most ${most.toLocaleString('en-US')} entries`)
		);
	const isInOrder = ({ from, to }: LineSpan) => from <= to;
	const span = (count: number): v.GenericSchema<unknown, LineSpan> =>
		v.pipe(
			record({ from: line(count), to: line(count) }),
			v.check((lines) => isInOrder(lines), 'must end after it begins')
		);
	const group = (count: number): v.GenericSchema<unknown, LineGroup> =>
		v.pipe(
			record({ from: line(count), to: line(count), isCollapsed: flag }),
			v.check((lines) => isInOrder(lines), 'must end after it begins')
		);
	const corner = record({ row: line(MAX_ROWS), column: line(MAX_COLUMNS) });
	const range: v.GenericSchema<unknown, Range> = v.pipe(
		record({ from: corner, to: corner }),
		v.check(
			({ from, to }) => from.row <= to.row && from.column <= to.column,
			'must run from its top left to its bottom right'
		)
	);
	const border = v.optional(oneOf(BORDER_LINES));
	const look: v.GenericSchema<unknown, CellLook> = record({
		isBold: v.optional(flag),
		isItalic: v.optional(flag),
		isUnderlined: v.optional(flag),
		isStruck: v.optional(flag),
		color: v.optional(color),
		fill: v.optional(color),
		align: v.optional(oneOf(ALIGNMENTS)),
		verticalAlign: v.optional(oneOf(VERTICAL_ALIGNMENTS)),
		isWrapped: v.optional(flag),
		borders: v.optional(record({ top: border, right: border, bottom: border, left: border }))
	});
	const rank = {
		kind: v.literal('rank'),
		end: oneOf(['top', 'bottom']),
		count: v.pipe(number, v.integer('must be whole'), v.minValue(1, 'must be at least 1')),
		isPercent: flag
	};
	const condition = v.variant(
		'kind',
		[
			record({ kind: v.literal('texts'), texts: listOf(text, MAX_SPANS), hasBlanks: flag }),
			record({
				kind: v.literal('tests'),
				join: oneOf(['and', 'or']),
				tests: listOf(record({ operator: oneOf(FILTER_OPERATORS), value: text }), 2)
			}),
			v.pipe(
				record(rank),
				v.check(({ count, isPercent }) => !isPercent || count <= 100, 'must be at most 100 per cent')
			),
			record({ kind: v.literal('average'), side: oneOf(['above', 'below']) })
		],
		'must list texts or tests, or take a rank or a side of the average'
	);
	const filter: v.GenericSchema<unknown, SheetFilter> = record({
		range,
		columns: byLine(condition, MAX_COLUMNS),
		hidden: listOf(span(MAX_ROWS), MAX_SPANS)
	});
	const stop: v.GenericSchema<unknown, ScaleStop> = v.pipe(
		v.variant(
			'kind',
			[record({ kind: oneOf(['least', 'largest']) }), record({ kind: oneOf(RELATIVE_STOPS), value: number })],
			'must be the least or largest number, a number, per cent or a percentile'
		),
		v.check(
			(stop) => !('value' in stop) || stop.kind === 'number' || (stop.value >= 0 && stop.value <= 100),
			'must lie between 0 and 100 per cent'
		)
	);
	const rule = v.variant(
		'kind',
		[
			v.pipe(
				record({
					kind: v.literal('scale'),
					colors: v.pipe(listOf(color, 3), v.minLength(2, 'needs two colours or three')),
					stops: v.optional(listOf(stop, 3))
				}),
				v.check(
					({ colors, stops }) => stops === undefined || stops.length === colors.length,
					'needs as many stops as colours'
				)
			),
			record({ kind: v.literal('trait'), trait: oneOf(CELL_TRAITS), look }),
			v.pipe(
				record({ ...rank, look }),
				v.check(({ count, isPercent }) => !isPercent || count <= 100, 'must be at most 100 per cent')
			),
			record({
				kind: v.literal('threshold'),
				operator: oneOf(RULE_OPERATORS),
				value: content,
				other: v.optional(content),
				look
			}),
			record({ kind: v.literal('formula'), formula, look })
		],
		'must be a scale, a threshold, a trait, a rank or a formula'
	);
	const conditionalFormat: v.GenericSchema<unknown, ConditionalFormat> = record({
		ranges: v.pipe(listOf(range), v.minLength(1, 'needs a range')),
		rule,
		isLast: v.optional(flag)
	});
	return {
		look,
		sheet: {
			color: v.optional(color),
			isHidden: v.optional(flag),
			frozen: v.optional(record({ rows: line(MAX_ROWS), columns: line(MAX_COLUMNS) })),
			hiddenRows: v.optional(listOf(span(MAX_ROWS), MAX_SPANS)),
			hiddenColumns: v.optional(listOf(span(MAX_COLUMNS))),
			rowGroups: v.optional(listOf(group(MAX_ROWS))),
			columnGroups: v.optional(listOf(group(MAX_COLUMNS))),
			merges: v.optional(listOf(range)),
			filter: v.optional(filter),
			conditionalFormats: v.optional(listOf(conditionalFormat))
		}
	};
}
