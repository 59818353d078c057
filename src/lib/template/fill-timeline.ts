import { sourceText } from '$lib/ledger';
import { contentOfText, formatAddress, type Source } from '$lib/workbook';
import { readTable } from './data-table';
import type { NumberFormats } from './number-formats';
import type { SheetWriter } from './sheet-writer';

/** Zero-based: the first row below the header of the events. */
const FIRST_ROW = 8;
/** A date is known to as many of these as it has parts; the formula takes the first of what is not known. */
const KNOWN_TO = ['year', 'month', 'day'];

/**
 * Fills the reported events of the Timeline sheet from `events.csv`, in its order. A date that was taken from a figure
 * names it; any other names its source in a note.
 */
export function fillTimeline(
	writer: SheetWriter,
	texts: Readonly<Record<string, string>>,
	sources: ReadonlyMap<string, Source>,
	formats: NumberFormats
): void {
	const rows = readTable(texts, 'events.csv', ['date', 'subject', 'event', 'source', 'figure']);
	rows.forEach((event, index) => {
		const row = FIRST_ROW + index;
		const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(event.required('date')) ?? [];
		if (!year)
			throw event.error(`"date" is "${event.text('date')}"; write a year, a month or a day as 2025-03-31.`);
		const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
		const source = sources.get(event.required('source'));
		if (!source) throw event.error(`sources.csv has no source "${event.text('source')}".`);

		const figure = event.text('figure');
		const date = { row, column: 0 };
		writer.put(date, {
			content: `=DATE(${[...parts, 1, 1].slice(0, 3).join(',')})`,
			format: formats.codeOfUnit('date', 0),
			unit: 'date',
			...(figure ? { figure } : { note: sourceText(source) })
		});
		writer.put({ row, column: 1 }, { content: KNOWN_TO[parts.length - 1]!, style: 'remark' });
		const text = figure ? `${event.required('event')} (${figure})` : event.required('event');
		writer.putTexts(row, [event.required('subject'), text].map(contentOfText), undefined, 2);
		writer.put(
			{ row, column: 4 },
			{
				content: `=(${formatAddress(date)}-timeline.r1_day)/30.4375`,
				format: formats.codeOfUnit('months', 0.5),
				unit: 'months'
			}
		);
		writer.put({ row, column: 5 }, { content: 'reported', style: 'remark' });
	});
}
