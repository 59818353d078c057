import { FormulaEngine } from '$lib/engine';
import { formatCsv } from '$lib/exchange';
import { buildStarterWorkbook } from '$lib/template';
import { answerLines, linesOf, type CaseWorkers } from './batch';
import { calculatedTable } from './calculated-table';

/** What a command reads and where it writes. */
export interface Terminal {
	/** The texts of the data package by file name relative to its folder, read when asked for. */
	readTexts(): Readonly<Record<string, string>>;
	/** What is typed or piped in, in pieces of any length. */
	readonly input: AsyncIterable<string>;
	/** What calculates the cases of a batch. */
	readonly caseWorkers: CaseWorkers;
	write(text: string): void;
	writeError(text: string): void;
}

const USAGE = `Usage: reckoner calc           prints the shipped workbook under every scenario as CSV.
       reckoner calc --batch   calculates a workbook for each line of JSON on standard input.
`;

/** Runs the command that the arguments name. Gives the exit code: 0 where it was done, 2 where there is no such command. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
	switch (args.join(' ')) {
		case 'calc':
			await calc(terminal);
			return 0;
		case 'calc --batch':
			await answerLines(linesOf(terminal.input), (line) => terminal.write(`${line}\n`), terminal.caseWorkers);
			return 0;
		default:
			terminal.writeError(USAGE);
			return 2;
	}
}

async function calc({ readTexts, write }: Terminal): Promise<void> {
	const workbook = buildStarterWorkbook(readTexts());
	const engine = new FormulaEngine();
	engine.load(workbook);
	const table = await calculatedTable(workbook, (overrides, outputs) => engine.evaluate(overrides, outputs));
	// The texts are those of the workbook, for programs to read: none is changed to be safe in a spreadsheet.
	write(formatCsv(table, { hasByteOrderMark: false, hasDecimalComma: false, isGuarded: false }));
}
