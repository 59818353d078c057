import type { Command } from '$lib/editing';
import { assumptionOfCell, type LedgerIndex } from '$lib/ledger';
import {
	cellAt,
	formatValue,
	placeOfName,
	settingsOf,
	type Assumption,
	type Content,
	type Place
} from '$lib/workbook';

/** Says which assumptions a command has set to what lies outside of their ranges; empty where it has none. */
export function outOfRange(ledger: LedgerIndex, command: Command): string {
	const beyond = placesSet(ledger, command).flatMap(({ place, content }) => {
		const assumption = assumptionOfCell(ledger, place);
		const range = assumption && rangeOf(assumption);
		if (!range || typeof content !== 'number') return [];
		return content < range[0] || content > range[1] ? [{ place, label: assumption.label, range }] : [];
	});
	const [first, ...more] = beyond;
	if (!first) return '';
	if (more.length > 0) {
		return `${beyond.length} assumptions are outside of their ranges now: they are taken all the same.`;
	}
	const { workbook } = ledger;
	const { locale } = settingsOf(workbook);
	const format = cellAt(workbook, first.place)?.format;
	const [least, most] = first.range.map((end) => formatValue(end, format, locale).text);
	return `Outside of the range of “${first.label}”, ${least} to ${most}: it is taken all the same.`;
}

function placesSet(
	{ workbook }: LedgerIndex,
	command: Command
): readonly { readonly place: Place; readonly content: Content }[] {
	if (command.do === 'set-contents') {
		return command.cells.map((cell) => ({ place: cell, content: cell.content }));
	}
	if (command.do !== 'set-override') return [];
	const place = placeOfName(workbook, command.name);
	return place ? [{ place, content: command.content }] : [];
}

/** The range of an assumption, whose ends may be given the better one first; undefined where an end is a formula. */
function rangeOf({ low, high }: Assumption): readonly [number, number] | undefined {
	if (typeof low !== 'number' || typeof high !== 'number') return undefined;
	return [Math.min(low, high), Math.max(low, high)];
}
