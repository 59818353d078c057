import { contentOfText } from '$lib/workbook';
import type { PlacedAssumption } from './read-drivers';
import type { SheetWriter } from './sheet-writer';

/** Zero-based: rows 1 and 2 hold title and purpose, row 3 is blank. */
const FIRST_ROW = 3;
const HEADER = ['Value', 'Low', 'High', 'Unit', 'Reads', 'Reason', 'Source id'];
const READS_COLUMN = 5;
const REASON_COLUMN = 6;

/**
 * Fills the Assumptions sheet: one row a driver, in blocks. The value is typed and named; what else the record says is
 * read from it by `ASSUMPTION`. A switch says its choice in words. Below stands how wordings are read.
 */
export function fillAssumptions(writer: SheetWriter, assumptions: readonly PlacedAssumption[]): void {
	const blocks = new Set<string>();
	let current: string | undefined;
	let row = FIRST_ROW;
	for (const placed of assumptions) {
		if (placed.block !== current) {
			if (blocks.has(placed.block)) {
				throw new Error(`data/assumptions.csv: the rows of the block "${placed.block}" must stand together.`);
			}
			if (current !== undefined) row++;
			writer.putTexts(row, [placed.block], 'heading');
			writer.putTexts(row++, HEADER, 'header', 1);
			blocks.add(placed.block);
			current = placed.block;
		}
		putAssumption(writer, row++, placed);
	}
	putReading(writer, row + 1);
}

function putAssumption(
	writer: SheetWriter,
	row: number,
	{ assumption, base, format, reads }: PlacedAssumption
): void {
	const { id, name, unit, choices } = assumption;
	const field = (column: number, name: string, format?: string) =>
		writer.put(
			{ row, column },
			{ content: `=ASSUMPTION("${id}","${name}")`, format, style: format ? undefined : 'remark' }
		);
	writer.putTexts(row, [contentOfText(assumption.label)]);
	writer.put({ row, column: 1 }, { content: base, format, unit }, name);
	field(2, 'low', format);
	field(3, 'high', format);
	field(4, 'unit');
	if (choices.length > 0) {
		const texts = choices.map((choice) => `"${choice.replaceAll('"', '""')}"`);
		const content = `=CHOOSE(${name},${texts.join(',')})`;
		writer.put({ row, column: READS_COLUMN }, { content, format: '@', unit: 'text' }, reads);
	}
	field(REASON_COLUMN, 'reason');
	field(7, 'sources');
}

/** The setting that says how "about" and "nearly" are read, from the record that holds it. */
function putReading(writer: SheetWriter, row: number): void {
	writer.putTexts(row, ['How wordings are read (setting, not a formula input)'], 'heading');
	writer.putTexts(row + 1, ['"about" and "nearly" are read as']);
	writer.put({ row: row + 1, column: 1 }, { content: '=SETTING("about")', format: '@', unit: 'text' });
	const choices = 'printed digits | plus or minus x % | flag only';
	writer.put({ row: row + 1, column: REASON_COLUMN }, { content: choices, style: 'remark' });
}
