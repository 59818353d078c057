import { describe, expect, test } from 'vitest';
import { holdsMoreThanTable } from '../../../src/lib/session/mixed-html';

const TABLE = '<table><tr><td>1</td><td>2</td></tr></table>';

describe('HTML with more than a table', () => {
	test.each([
		['a text before', `<h2>Costs</h2>${TABLE}`],
		['a text after', `<body>${TABLE}<p>Source: a report</p></body>`],
		['another table', `${TABLE}<br>${TABLE}`],
		['another table after a nested one', `<table><tr><td>${TABLE}</td></tr></table>\n${TABLE}`]
	])('PAG-347 is told by %s', (_, html) => {
		expect(holdsMoreThanTable(html)).toBe(true);
	});

	test.each([
		['no table', '<p>one</p>'],
		['a table alone', TABLE],
		['a nested table', `<table><tr><td>a${TABLE}</td><td>b</td></tr></table>`],
		[
			'what Excel writes round it',
			`<html><head><title>Book1</title><style><!--td {color:red}--></style></head><body><!--StartFragment-->${TABLE}<!--EndFragment--></body></html>`
		],
		[
			'what Google Sheets writes round it',
			`<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 0}--></style>${TABLE}`
		],
		['blanks', `<div>&nbsp;\n</div>${TABLE}<br>&#160;`],
		['a table that does not end', '<table><tr><td>1']
	])('PAG-347 is not %s', (_, html) => {
		expect(holdsMoreThanTable(html)).toBe(false);
	});

	test.each(['<!--', '<style>', '<', '<table>'])(
		'PAG-347 takes no time for a hundred thousand of %s that do not end',
		(piece) => {
			const began = performance.now();
			holdsMoreThanTable(piece.repeat(100_000) + TABLE);
			expect(performance.now() - began).toBeLessThan(1_000);
		}
	);
});
