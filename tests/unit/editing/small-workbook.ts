import {
	cellKey,
	emptyWorkbook,
	parseAddress,
	type Cell,
	type Figure,
	type Place,
	type Workbook
} from '$lib/workbook';

/** A place by its sheet's id and an address in words. */
export function at(sheet: string, address: string): Place {
	const parsed = parseAddress(address);
	if (!parsed.ok) throw new Error(parsed.error);
	return { sheet, ...parsed.value };
}

export const FIGURE: Figure = {
	id: 'gpt4-cost',
	name: 'openai.cost',
	label: 'GPT-4 training cost',
	entity: 'OpenAI',
	country: 'US',
	category: 'training',
	metric: 'cost',
	published: 100e6,
	unit: 'USD',
	qualifier: 'more-than',
	wording: 'over $100 million',
	low: null,
	high: null,
	digits: 1,
	periodStart: '2023',
	periodEnd: '2023',
	asOf: '2023-04',
	source: 'press',
	tier: 'press',
	attributedTo: '',
	note: ''
};

/** Two sheets, a figure, two assumptions (one a formula), an output, a chart and two scenarios. */
export function smallWorkbook(): Workbook {
	const workbook = emptyWorkbook({ title: 'Small' });
	const { tables } = workbook;
	tables.sheet.set('data', {
		id: 'data',
		name: 'Data',
		position: 0,
		columnWidths: { 1: 120 },
		rowHeights: {}
	});
	tables.sheet.set('sums', { id: 'sums', name: 'My sums', position: 1, columnWidths: {}, rowHeights: {} });
	tables.figure.set(FIGURE.id, FIGURE);
	tables.source.set('press', {
		id: 'press',
		title: 'A report',
		publisher: 'A paper',
		published: '2023',
		url: '',
		note: ''
	});
	for (const [id, label] of [
		['assume.price', 'Price'],
		['assume.growth', 'Growth']
	] as const) {
		tables.assumption.set(id, {
			id,
			name: id,
			label,
			unit: '',
			low: 1,
			high: '=2+3',
			choices: [],
			reason: 'Because',
			sources: [FIGURE.id]
		});
	}
	for (const [name, refersTo] of [
		['openai.cost', '=Data!$B$1'],
		['assume.price', '=Data!$B$2'],
		['assume.growth', '=Data!$B$3'],
		['sums.total', "='My sums'!$A$1"],
		['data.all', '=Data!$B$1:$B$3']
	] as const) {
		tables.name.set(name, { id: name, name, refersTo });
	}
	tables.scenario.set('dear', {
		id: 'dear',
		title: 'Dear',
		reason: 'Prices rise',
		position: 1,
		overrides: { 'assume.price': 9 }
	});
	tables.scenario.set('calm', { id: 'calm', title: 'Calm', reason: '', position: 2, overrides: {} });
	tables.output.set('sums.total', {
		id: 'sums.total',
		name: 'sums.total',
		label: 'Total',
		remark: '',
		position: 0
	});
	tables.chart.set('bars', {
		id: 'bars',
		sheet: 'sums',
		title: 'Bars',
		type: 'bar',
		scale: 'linear',
		categories: 'Data!A1:A3',
		series: [{ label: 'All', values: 'data.all' }],
		marks: [{ label: 'Total', value: 'sums.total', axis: 'value' }],
		hasWhiskers: false,
		caption: '',
		position: 0
	});
	const put = (sheet: string, address: string, cell: Cell) => {
		const cells = workbook.cells.get(sheet) ?? new Map<number, Cell>();
		workbook.cells.set(sheet, cells.set(cellKey(at(sheet, address)), cell));
	};
	put('data', 'A1', { content: 'Cost', style: 'header' });
	put('data', 'B1', { content: 100e6, format: '$#,##0', unit: 'USD' });
	put('data', 'B2', { content: 2, format: '0.00' });
	put('data', 'B3', { content: '=1/4', format: '0%' });
	put('data', 'B4', { content: 100e6, figure: FIGURE.id, note: 'From the report' });
	put('data', 'C1', { content: "=SUM('My sums'!A1, Data!B2)" });
	put('sums', 'A1', { content: '=openai.cost * assume.price' });
	put('sums', 'A2', { content: '=Data!B1+A1' });
	return workbook;
}

/** The small workbook with everything that presents its first sheet and a cell. */
export function presentedWorkbook(): Workbook {
	const workbook = smallWorkbook();
	const sheet = workbook.tables.sheet.get('data')!;
	const block = (from: string, to: string) => {
		const [first, last] = [at('', from), at('', to)];
		return {
			from: { row: first.row, column: first.column },
			to: { row: last.row, column: last.column }
		};
	};
	workbook.tables.sheet.set('data', {
		...sheet,
		color: '#1a7f5a',
		isHidden: false,
		frozen: { rows: 1, columns: 1 },
		hiddenRows: [{ from: 6, to: 7 }],
		hiddenColumns: [{ from: 4, to: 4 }],
		rowGroups: [{ from: 1, to: 3, isCollapsed: false }],
		columnGroups: [{ from: 5, to: 6, isCollapsed: true }],
		merges: [block('A6', 'C6')],
		filter: {
			range: block('A1', 'C4'),
			columns: {
				0: { kind: 'texts', texts: ['Cost'], hasBlanks: true },
				1: {
					kind: 'tests',
					join: 'and',
					tests: [
						{ operator: 'at-least', value: '1' },
						{ operator: 'less', value: '1e9' }
					]
				}
			},
			hidden: [{ from: 2, to: 2 }]
		},
		conditionalFormats: [
			{ ranges: [block('B1', 'B4')], rule: { kind: 'scale', colors: ['#ffffff', '#1a7f5a'] } },
			{
				ranges: [block('C1', 'C4')],
				rule: { kind: 'threshold', operator: 'between', value: 1, other: '=B2', look: { fill: '#ffeecc' } }
			},
			{
				ranges: [block('A1', 'A4')],
				rule: { kind: 'formula', formula: '=$B1>AVERAGE(B$1:B$4)', look: { isBold: true } }
			}
		]
	});
	workbook.cells.get('data')!.set(cellKey(at('data', 'B5')), {
		content: 'Looks',
		look: {
			isBold: true,
			isItalic: true,
			isUnderlined: true,
			isStruck: false,
			color: '#aa0000',
			fill: '#ffffcc',
			align: 'center',
			verticalAlign: 'middle',
			isWrapped: true,
			borders: { top: 'thin', bottom: 'double' }
		}
	});
	return workbook;
}
