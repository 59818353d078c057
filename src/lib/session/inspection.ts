import type { Precedent } from '$lib/calculation';
import {
	assumptionOfCell,
	cellState,
	citationText,
	dateOfFigure,
	dateText,
	figureCitedBy,
	figureOfCell,
	isOverridden,
	qualifierWords,
	sourceText,
	type LedgerIndex
} from '$lib/ledger';
import {
	cellAt,
	formatAddress,
	formatValue,
	isCellError,
	isFormula,
	placeOfName,
	settingsOf,
	type CellValue,
	type Overrides,
	type Place
} from '$lib/workbook';
import { reportedClaim, showCell, type ShownCell } from './shown-cell';

/** A figure as its card shows it. */
export interface FigureCard {
	readonly id: string;
	readonly title: string;
	readonly published: string;
	readonly qualifier: string;
	readonly wording: string;
	readonly citation: string;
	readonly url: string;
	readonly date: string;
	readonly tier: string;
	readonly note: string;
	/** The cell that holds the figure, where it is not the one looked at. */
	readonly heldAt: string;
	readonly isOverridden: boolean;
	/** Whether its bounds depend on how “about” and “nearly” are read. */
	readonly restsOnReading: boolean;
}

/** A driver as its card shows it. */
export interface AssumptionCard {
	readonly name: string;
	readonly title: string;
	readonly unit: string;
	readonly range: string;
	readonly reason: string;
	/** Choices of a switch in words, numbered from 1; empty where the driver is a number. */
	readonly choices: readonly string[];
	/** The choice in use, from 1; 0 where it is none of them. */
	readonly chosen: number;
	/** Figures and sources that stand behind it; a figure has the name of its cell. */
	readonly sources: readonly { readonly title: string; readonly name: string }[];
	/** What the driver is without the scenario's override; empty where it has none. */
	readonly baseText: string;
}

/** One thing that a formula reads. */
export interface InputLine {
	readonly label: string;
	readonly text: string;
	readonly state: ShownCell['state'];
	readonly goTo: string;
}

/** What there is to say of one cell. */
export interface Inspection {
	readonly address: string;
	readonly name: string;
	readonly text: string;
	readonly state: ShownCell['state'];
	readonly formula: string;
	readonly claim: string;
	readonly error: string;
	readonly note: string;
	readonly figure?: FigureCard;
	readonly assumption?: AssumptionCard;
}

/** What inspecting needs of the session. */
export interface InspectionHost {
	readonly ledger: LedgerIndex;
	readonly overrides: Overrides;
	readonly isPending: boolean;
	valueAt(place: Place): CellValue;
	nameAt(place: Place): string | undefined;
}

/** Looks at a cell: what it shows, what it is, and what stands behind it. */
export function inspectCell(host: InspectionHost, place: Place): Inspection {
	const { workbook } = host.ledger;
	const cell = cellAt(workbook, place);
	const shown = showCell(host, place);
	const value = host.valueAt(place);
	const content = cell?.content ?? null;
	return {
		address: formatAddress(place),
		name: host.nameAt(place) ?? '',
		text: shown?.text ?? '',
		state: shown?.state ?? 'blank',
		formula: isFormula(content) ? content : '',
		claim: reportedClaim(host, place),
		error: isCellError(value) ? value.message : '',
		note: cell?.note ?? '',
		figure: figureCard(host, place),
		assumption: assumptionCard(host, place)
	};
}

/** The inputs of a formula as lines that lead to them. */
export function inputLines(host: InspectionHost, precedents: readonly Precedent[]): InputLine[] {
	return precedents.map(({ label, place, value }) => {
		const shown = place && value !== undefined ? showCell(host, place) : undefined;
		return { label, text: shown?.text ?? '', state: shown?.state ?? 'plain', goTo: place ? label : '' };
	});
}

/** The figures that a formula reads directly, as cards, each once. */
export function inputFigures(host: InspectionHost, precedents: readonly Precedent[]): FigureCard[] {
	const cards = new Map<string, FigureCard>();
	for (const { place, value } of precedents) {
		const isFigure = place && value !== undefined && figureOfCell(host.ledger, place);
		const card = isFigure ? figureCard(host, place) : undefined;
		if (card) cards.set(card.id, card);
	}
	return [...cards.values()];
}

function figureCard({ ledger, overrides, nameAt }: InspectionHost, place: Place): FigureCard | undefined {
	const figure = figureCitedBy(ledger, place);
	if (!figure) return undefined;
	const { tables } = ledger.workbook;
	const { locale } = settingsOf(ledger.workbook);
	const source = tables.source.get(figure.source);
	const home = placeOfName(ledger.workbook, figure.name);
	const isHere = figureOfCell(ledger, place) === figure;
	const format = home && cellAt(ledger.workbook, home)?.format;
	const state = cellState(ledger, place, overrides);
	return {
		id: figure.id,
		title: figure.label,
		published: formatValue(figure.published, format, locale).text,
		qualifier: qualifierWords(figure),
		wording: figure.wording,
		citation: citationText(figure, source),
		url: source && /^https?:\/\//.test(source.url) ? source.url : '',
		date: dateText(dateOfFigure(figure, source)),
		tier: figure.tier,
		note: figure.note,
		heldAt: !isHere && home ? (nameAt(home) ?? '') : '',
		restsOnReading: figure.qualifier === 'about' || figure.qualifier === 'nearly',
		isOverridden: state === 'overridden' || (isHere && isOverridden(ledger, place, overrides))
	};
}

function assumptionCard(
	{ ledger, overrides, valueAt }: InspectionHost,
	place: Place
): AssumptionCard | undefined {
	const assumption = assumptionOfCell(ledger, place);
	if (!assumption) return undefined;
	const { tables } = ledger.workbook;
	const { locale } = settingsOf(ledger.workbook);
	const cell = cellAt(ledger.workbook, place);
	const text = (content: CellValue) => formatValue(content, cell?.format, locale).text;
	const end = (content: typeof assumption.low) => (isFormula(content) ? content : text(content));
	const value = valueAt(place);
	const base = cell?.content ?? null;
	const hasOverride = Object.hasOwn(overrides, assumption.name);
	return {
		name: assumption.name,
		title: assumption.label,
		unit: assumption.unit,
		range: `${end(assumption.low)} to ${end(assumption.high)}`,
		reason: assumption.reason,
		choices: assumption.choices,
		chosen: typeof value === 'number' ? value : 0,
		sources: assumption.sources.flatMap((id) => {
			const figure = tables.figure.get(id);
			const source = tables.source.get(id);
			if (figure) return [{ title: figure.label, name: figure.name }];
			return source ? [{ title: sourceText(source), name: '' }] : [];
		}),
		baseText: hasOverride ? (isFormula(base) ? base : text(base)) : ''
	};
}
