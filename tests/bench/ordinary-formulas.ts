import { FormulaEngine } from '$lib/engine';
import {
	applyPatch,
	cellAt,
	cellKey,
	emptyWorkbook,
	type Cell,
	type Content,
	type Patch
} from '$lib/workbook';
import { BARE_CONFIG, BareHyperFormula } from '../bare-hyperformula';
import type { Measured } from './engine';

const ROWS = 2000;
const SHEET = 's';

/** A sheet of numbers and labels in A to C, with five ordinary formulas in each row: every one reads the rate in J1. */
function contents(): Content[][] {
	const rows: Content[][] = [];
	for (let at = 1; at <= ROWS; at++) {
		const near = Math.max(1, at - 20);
		rows.push([
			at,
			((at * 7919) % 1000) / 8,
			`label ${at % 50}`,
			`=ROUND(B${at}*$J$1+A${at}/3,2)`,
			`=IF(D${at}>$J$1*50,D${at}-A${at},D${at}+1)`,
			`=SUM(D${near}:D${at})/$J$1`,
			at % 20 === 0
				? `=VLOOKUP(A${at},A$1:B$${ROWS},2,0)*$J$1+INDEX(B$1:B$${ROWS},MATCH(A${at},A$1:A$${ROWS},0))`
				: `=MAX(B${near}:B${at})-MIN(B${near}:B${at})+$J$1`,
			at % 40 === 0 ? `=SUMIFS(B$1:B$${ROWS},C$1:C$${ROWS},C${at})*$J$1` : `=(D${at}+E${at})*$J$1-F${at}^2`,
			null,
			at === 1 ? 1.5 : null
		]);
	}
	return rows;
}

const millisecondsOf = (run: () => unknown) => {
	const started = performance.now();
	run();
	return performance.now() - started;
};

/** What the layer costs beside the library alone: a recalculation of all 10,000 formulas, and of the few that one cell feeds. */
export function measuredRecalculation(): Measured[] {
	const rows = contents();
	const workbook = emptyWorkbook();
	workbook.tables.sheet.set(SHEET, { id: SHEET, name: 'S', position: 0, columnWidths: {}, rowHeights: {} });
	const cells = new Map<number, Cell>();
	for (const [row, columns] of rows.entries()) {
		for (const [column, content] of columns.entries()) {
			if (content !== null) cells.set(cellKey({ row, column }), { content });
		}
	}
	workbook.cells.set(SHEET, cells);
	const engine = new FormulaEngine();
	engine.load(workbook);
	const bare = BareHyperFormula.buildFromArray(rows, BARE_CONFIG);
	let content = 1.5;
	const edit = (row: number, column: number, least: number) => ({
		measure() {
			const place = { sheet: SHEET, row, column };
			const patch: Patch = [
				{
					kind: 'cell',
					...place,
					before: cellAt(workbook, place) ?? null,
					after: { content: (content += 0.25) }
				}
			];
			applyPatch(workbook, patch);
			let changed = 0;
			const taken = millisecondsOf(() => (changed = engine.apply(patch).length));
			if (changed < least) throw new Error(`An edit changed ${changed} values.`);
			return taken;
		},
		measureBeside: () => {
			content += 0.25;
			let changed = 0;
			const taken = millisecondsOf(
				() => (changed = bare.setCellContents({ sheet: 0, row, col: column }, content).length)
			);
			if (changed < least) throw new Error(`An edit changed ${changed} values.`);
			return taken;
		}
	});
	const beside = 'bare HyperFormula';
	return [
		{ what: '10,000 formulas recalculated', beside, mostRatio: 1.1, ...edit(0, 9, 8000) },
		{ what: 'One edit among 10,000 formulas', beside, mostRatio: 1.1, ...edit(ROWS - 5, 1, 5) }
	];
}
