import { rewriteReferences, type ReferenceMapping } from '$lib/formula';
import { MAX_COLUMNS, MAX_ROWS, sameRecord, type ConditionalFormat, type Range } from '$lib/workbook';
import { mapFormulas, ofRanges } from './condition-ranges';
import type { Draft } from './draft';
import { common, joined, without } from './range-parts';

const LAST = { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 };

/** A block of cells that moves to another place, as ranges of the same size. */
export interface MovedBlock {
	readonly sheet: string;
	readonly range: Range;
	readonly goal: Range;
	readonly goalSheet: string;
	/** Whether cells move aside for others or over deleted ones, and ranges around them stay whole. */
	readonly isShift: boolean;
}

/** A conditional format while some of its cells move. */
interface Parted {
	readonly stays: boolean;
	/** As it reads before the move, of the cells that do. */
	readonly moving: readonly ConditionalFormat[];
	/** Cells that are blank after it in the midst of its range. */
	readonly filled: readonly Range[];
}

/** Conditional formats that move with their cells, as in Excel, and leave what these come to cover. */
export class MovedConditions {
	readonly #draft: Draft;
	readonly #block: MovedBlock;
	readonly #parted: readonly Parted[];

	/** Takes from the formats what moves and what is covered, before references are rewritten. */
	constructor(draft: Draft, block: MovedBlock) {
		this.#draft = draft;
		this.#block = block;
		const { sheet, range, goal, goalSheet } = block;
		const isSameSheet = sheet === goalSheet;
		const formats = this.#formatsOf(sheet);
		const staying = formats.map((format) => {
			const outside = format.ranges.flatMap((each) => without(each, range));
			return ofRanges(format, isSameSheet ? outside.flatMap((each) => without(each, goal)) : outside);
		});
		this.#parted = formats.map((format, at) => ({
			stays: staying[at]!.length > 0,
			moving: ofRanges(
				format,
				format.ranges.flatMap((each) => common(each, range))
			),
			filled: block.isShift ? format.ranges.flatMap((each) => filledBy(block, each)) : []
		}));
		this.#set(sheet, staying.flat());
		if (isSameSheet) return;
		const uncovered = this.#formatsOf(goalSheet).flatMap((format) =>
			ofRanges(
				format,
				format.ranges.flatMap((each) => without(each, goal))
			)
		);
		this.#set(goalSheet, uncovered);
	}

	/** Puts what moves where it comes to lie, with its formulas rewritten as those of moved cells are. */
	land(mapping: ReferenceMapping, home: string, newHome: string): void {
		const { sheet, goalSheet } = this.#block;
		const staying = [...this.#formatsOf(sheet)];
		const placed = this.#parted.map(({ stays, moving, filled }) => ({
			stays: stays ? [staying.shift()!] : [],
			moved: moving.map((format) => this.#moved(format, mapping, home, newHome)),
			filled
		}));
		if (sheet === goalSheet) {
			const put = placed.flatMap(({ stays, moved, filled }) => together([...stays, ...moved], filled));
			this.#set(sheet, put);
		} else {
			this.#set(goalSheet, [...this.#formatsOf(goalSheet), ...placed.flatMap(({ moved }) => moved)]);
		}
	}

	#moved(
		format: ConditionalFormat,
		mapping: ReferenceMapping,
		home: string,
		newHome: string
	): ConditionalFormat {
		const { range, goal } = this.#block;
		const rows = goal.from.row - range.from.row;
		const columns = goal.from.column - range.from.column;
		const moved = ({ row, column }: Range['from']) => ({ row: row + rows, column: column + columns });
		return {
			...format,
			ranges: format.ranges.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
			rule: mapFormulas(format.rule, (formula) => rewriteReferences(formula, mapping, home, newHome))
		};
	}

	#formatsOf(sheet: string): readonly ConditionalFormat[] {
		return this.#draft.record('sheet', sheet)?.conditionalFormats ?? [];
	}

	#set(id: string, formats: readonly ConditionalFormat[]): void {
		const sheet = this.#draft.record('sheet', id);
		if (!sheet?.conditionalFormats && formats.length === 0) return;
		this.#draft.setRecord('sheet', {
			...sheet!,
			conditionalFormats: formats.length > 0 ? formats : undefined
		});
	}
}

/** What stays and what moved as one format again, where both ask the same; blank cells between them go with the first. */
function together(parts: readonly ConditionalFormat[], filled: readonly Range[]): ConditionalFormat[] {
	const [first, second] = parts;
	if (!first) return [];
	if (!second && filled.length === 0) return [first];
	const same = second && ofRanges(second, [first.ranges[0]!])[0]!;
	const isSame = same !== undefined && sameRecord(same.rule, first.rule);
	const ranges = joined([...first.ranges, ...filled, ...(isSame ? second!.ranges : [])]);
	return [{ ...first, ranges }, ...(second && !isSame ? [second] : [])];
}

/** The cells that a shift leaves blank, where the range goes on beyond them or, as whole columns do, to the sheet's end. */
function filledBy({ range, goal }: MovedBlock, conditional: Range): Range[] {
	return without(range, goal).flatMap((vacated) => {
		const [part] = common(conditional, vacated);
		if (!part) return [];
		const goesOn = (['row', 'column'] as const).some((axis) =>
			goal.from[axis] > range.from[axis]
				? conditional.from[axis] < vacated.from[axis]
				: goal.from[axis] < range.from[axis] &&
					(conditional.to[axis] > vacated.to[axis] || vacated.to[axis] === LAST[axis])
		);
		return goesOn ? [part] : [];
	});
}
