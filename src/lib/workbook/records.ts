import type { Range } from './address';
import type { Content } from './content';
import type { CellLook, Color, ConditionalFormat, LineGroup, LineSpan, SheetFilter } from './presentation';

/** How a source worded a number: what it says of the numbers it does not print. */
export const QUALIFIERS = [
	'exact',
	'about',
	'nearly',
	'more-than',
	'at-least',
	'at-most',
	'between',
	'order-of-magnitude'
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** How near a source is to the fact. */
export const TIERS = ['primary', 'press', 'secondary'] as const;
export type Tier = (typeof TIERS)[number];

/** How a cell is set out on the page. */
export const CELL_STYLES = ['title', 'purpose', 'heading', 'header', 'remark'] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** How `about` and `nearly` are read as a set of possible values. `percent` is a share: 0.05 is plus or minus 5 %. */
export type AboutReading =
	| { readonly kind: 'printed-digits' }
	| { readonly kind: 'percent'; readonly percent: number }
	| { readonly kind: 'flag-only' };

/** What holds for the whole workbook. `locale` is a BCP 47 tag: display and typed plain values follow it, formulas never. */
export interface Settings {
	readonly id: 'settings';
	readonly title: string;
	readonly subtitle: string;
	readonly locale: string;
	readonly aboutReading: AboutReading;
}

/** A sheet. `position` orders the sheets; widths and heights are in CSS pixels by zero-based index, others are the default. */
export interface Sheet {
	readonly id: string;
	readonly name: string;
	readonly position: number;
	readonly columnWidths: Readonly<Record<number, number>>;
	readonly rowHeights: Readonly<Record<number, number>>;
	/** Of the tab. */
	readonly color?: Color;
	readonly isHidden?: boolean;
	/** How many rows and columns stay in view from the first on. */
	readonly frozen?: { readonly rows: number; readonly columns: number };
	/** Joined and in order, here and below. */
	readonly hiddenRows?: readonly LineSpan[];
	readonly hiddenColumns?: readonly LineSpan[];
	readonly rowGroups?: readonly LineGroup[];
	readonly columnGroups?: readonly LineGroup[];
	/** Ranges that are shown as one cell, which is their top left one. */
	readonly merges?: readonly Range[];
	readonly filter?: SheetFilter;
	readonly conditionalFormats?: readonly ConditionalFormat[];
}

/** A cell: what was typed and how it is shown. `figure` is the id of the figure that a typed constant was taken from. */
export interface Cell {
	readonly content: Content;
	/** Excel number format code; absent is General. */
	readonly format?: string;
	readonly unit?: string;
	readonly style?: CellStyle;
	readonly look?: CellLook;
	readonly figure?: string;
	readonly note?: string;
}

/** A named expression. `refersTo` is a formula, an absolute reference to one cell or range in most cases. */
export interface Name {
	readonly id: string;
	readonly name: string;
	readonly refersTo: string;
}

/** What was published: never a copy of the cell that it fills, which its `name` points at. Amounts in base units, rates as shares. */
export interface Figure {
	readonly id: string;
	readonly name: string;
	readonly label: string;
	readonly entity: string;
	readonly country: string;
	readonly category: string;
	readonly metric: string;
	readonly published: number;
	readonly unit: string;
	readonly qualifier: Qualifier;
	/** A few words of the source; empty where none was kept. */
	readonly wording: string;
	readonly low: number | null;
	readonly high: number | null;
	/** Significant digits that the source prints; null where not known. */
	readonly digits: number | null;
	/** ISO 8601, to the year, the month or the day. */
	readonly periodStart: string;
	readonly periodEnd: string;
	readonly asOf: string;
	readonly source: string;
	readonly tier: Tier;
	readonly attributedTo: string;
	readonly note: string;
}

/** Where figures come from. An empty `url` is shown as not linked. */
export interface Source {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly published: string;
	readonly url: string;
	readonly note: string;
}

/** A driver with its range and reason. Its value lives in the cell that `name` points at. */
export interface Assumption {
	readonly id: string;
	readonly name: string;
	readonly label: string;
	readonly unit: string;
	readonly low: Content;
	readonly high: Content;
	/** The choices of a switch in words, first choice 1; empty where it is a number. */
	readonly choices: readonly string[];
	readonly reason: string;
	/** Ids of figures, and of sources, that stand behind it. */
	readonly sources: readonly string[];
}

/** Overrides of drivers, by name, on top of the base. A value is a number or a formula without references. */
export interface Scenario {
	readonly id: string;
	readonly title: string;
	readonly reason: string;
	readonly position: number;
	readonly overrides: Readonly<Record<string, Content>>;
}

/** A result that comparisons show, by name. `remark` names a cell whose text stands beside it, or is empty. */
export interface Output {
	readonly id: string;
	readonly name: string;
	readonly label: string;
	readonly remark: string;
	readonly position: number;
}

export const CHART_TYPES = ['bar', 'bar-horizontal', 'line', 'points', 'dots'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** One row of a chart's legend. `values` is a name of a range, or a range such as `Conflicts!B6:B9`. */
export interface ChartSeries {
	readonly label: string;
	readonly values: string;
	/** Whether the values are projections: drawn hollow or pale. */
	readonly isProjected?: boolean;
}

/** A line or a mark across a chart at the value of a named cell. */
export interface ChartMark {
	readonly label: string;
	readonly value: string;
	readonly axis: 'value' | 'category';
}

/** Picks points of a chart: those whose cell in `range`, which runs beside the categories, holds the word. */
export interface ChartPick {
	readonly range: string;
	readonly word: string;
}

/** A chart: what it reads by name, and how it is drawn. */
export interface Chart {
	readonly id: string;
	readonly sheet: string;
	readonly title: string;
	readonly type: ChartType;
	readonly scale: 'linear' | 'logarithmic' | 'time';
	/** A name of a range, or a range. */
	readonly categories: string;
	readonly series: readonly ChartSeries[];
	readonly marks: readonly ChartMark[];
	readonly hasWhiskers: boolean;
	/** Points drawn hollow: projected, undated. */
	readonly hollow?: ChartPick;
	/** Points drawn dashed: disputed. */
	readonly dashed?: ChartPick;
	readonly caption: string;
	readonly position: number;
}

/** The records of a workbook other than its cells, by kind. */
export interface RecordKinds {
	settings: Settings;
	sheet: Sheet;
	name: Name;
	figure: Figure;
	source: Source;
	assumption: Assumption;
	scenario: Scenario;
	output: Output;
	chart: Chart;
}
export type RecordKind = keyof RecordKinds;
export const RECORD_KINDS = [
	'settings',
	'sheet',
	'name',
	'figure',
	'source',
	'assumption',
	'scenario',
	'output',
	'chart'
] as const satisfies readonly RecordKind[];
