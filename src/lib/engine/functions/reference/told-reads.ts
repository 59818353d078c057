/** What a formula read whose references are told only when it is calculated. */
export interface ToldRead {
	/** The areas that it read, as texts. */
	readonly areas: readonly string[];
	/** How many cells its result needs. */
	readonly width: number;
	readonly height: number;
}

/** What such formulas read, by their place in the calculation; and what INDIRECT can refer to. */
export interface ToldContext {
	readonly toldReads: Map<string, ToldRead>;
	/** What a name of the workbook refers to, as a formula; undefined where there is no such name. */
	refersTo(name: string): string | undefined;
}

export function keyOfCell({ sheet, row, col }: { sheet: number; row: number; col: number }): string {
	return `${sheet}:${row}:${col}`;
}
