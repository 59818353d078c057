import { cellState, figureOfCell, readFigure, shownDecimals, wordingOf, type LedgerIndex } from '$lib/ledger';
import { roundDown, roundUp } from '$lib/interval';
import { referencesIn } from '$lib/formula';
import {
	cellAt,
	formatValue,
	isFormula,
	placeOfName,
	settingsOf,
	type CellValue,
	type Figure,
	type Overrides,
	type Place
} from '$lib/workbook';
import { placesOfReference, type ChartSource } from './chart-data';

/** What charts read of the session. */
export interface ChartHost {
	readonly ledger: LedgerIndex;
	readonly overrides: Overrides;
	valueAt(place: Place): CellValue;
}

/** The figure that a cell holds unchanged, itself or by a formula that is only the figure's name. */
function plainFigureAt({ ledger, overrides }: ChartHost, place: Place): Figure | undefined {
	const content = cellAt(ledger.workbook, place)?.content ?? null;
	let at: Place | undefined = place;
	if (isFormula(content)) {
		const [only, ...others] = referencesIn(content);
		const isOnlyName = only?.kind === 'name' && others.length === 0 && content.slice(1).trim() === only.text;
		at = isOnlyName ? placeOfName(ledger.workbook, only.text) : undefined;
	}
	return at && cellState(ledger, at, overrides) === 'reported' ? figureOfCell(ledger, at) : undefined;
}

/** The workbook as charts read it, with the bounds of figures that are shown unchanged. */
export function chartSource(host: ChartHost): ChartSource {
	const { workbook } = host.ledger;
	const { locale, aboutReading } = settingsOf(workbook);
	const formatAt = (place: Place) => cellAt(workbook, place)?.format;
	return {
		locale,
		formatAt,
		placesOf: (reference) => placesOfReference(workbook, reference),
		valueAt: (place) => host.valueAt(place),
		textAt: (place) => formatValue(host.valueAt(place), formatAt(place), locale).text,
		unitAt: (place) => cellAt(workbook, place)?.unit,
		boundsAt(place) {
			const figure = plainFigureAt(host, place);
			return figure && readFigure(figure, aboutReading);
		},
		wordsAt(place) {
			const figure = plainFigureAt(host, place);
			return figure && wordingOf(figure);
		},
		boundText: (bound, end, format) => {
			const outward = end === 'low' ? roundDown : roundUp;
			return formatValue(outward(bound, shownDecimals(format, bound)), format, locale).text;
		}
	};
}
