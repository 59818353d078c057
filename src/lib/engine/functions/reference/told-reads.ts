import type { Content } from '$lib/workbook';

/** What formulas read whose references are told only when they are calculated; and what INDIRECT can refer to. */
export interface ToldContext {
	/** The areas that such a formula read, as texts, by its place in the calculation. */
	readonly toldReads: Map<string, readonly string[]>;
	/** What a name of the workbook refers to, as a formula; undefined where there is no such name. */
	refersTo(name: string): string | undefined;
}

/** What was typed into the cells of a calculation. */
export interface ContentContext {
	/** The content of a cell by the name of its sheet. */
	contentOf(sheetName: string, row: number, column: number): Content;
}

export function keyOfCell({ sheet, row, col }: { sheet: number; row: number; col: number }): string {
	return `${sheet}:${row}:${col}`;
}
