import { tokenizeFormula } from './tokens';

/**
 * A formula with quotes round several sheets that are called as cells are: `S1:S3!A1`, which could be a range from S1 to
 * a cell of S3, is `'S1:S3'!A1` where both are sheets.
 */
export function withSheetsQuoted(formula: string, isSheet: (name: string) => boolean): string {
	if (!/[a-z]\d+:[a-z]+\d+!/i.test(formula)) return formula;
	const tokens = tokenizeFormula(formula);
	for (const [at, { kind, text, start }] of tokens.entries()) {
		const [first, colon] = [tokens[at - 2], tokens[at - 1]];
		const [last = '', ...cells] = text.split('!');
		if (kind !== 'reference' || cells.length !== 1 || colon?.text !== ':' || !first) continue;
		if (!isSheet(first.text) || !isSheet(last)) continue;
		return `${formula.slice(0, first.start)}'${first.text}:${last}'${formula.slice(start + last.length)}`;
	}
	return formula;
}
