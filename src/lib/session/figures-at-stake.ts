import { isDriverContent, type CellEdit, type ContentAct } from '$lib/editing';
import { formatValue, isFormula, settingsOf, textOfContent, type Content } from '$lib/workbook';
import type { Session } from './session.svelte';

/** A reported figure that an edit would replace. */
export interface FigureAtStake {
	readonly title: string;
	/** As its cell shows it, and as it would show what comes there; empty for nothing. */
	readonly published: string;
	readonly becomes: string;
}

/** What would replace figures: setting contents, or moving cells there, which go together or not at all. */
export type StakingAct = ContentAct | 'move';

/** An edit that waits for what is to become of the reported figures that it would replace. */
export interface FiguresRequest {
	readonly act: StakingAct;
	readonly figures: readonly FigureAtStake[];
	/** Cells that it changes beside them. */
	readonly others: number;
	/** Why it cannot be made in a scenario; empty where it can. */
	readonly onlyHere: string;
	/** Overrides the figures; without asking again in this session, where `isLasting`. */
	readonly override: (isLasting: boolean) => void;
	/**
	 * Takes what would replace them in a scenario, or in a new one of this title where nothing else changes; gives why not
	 * where that is refused.
	 */
	readonly assume: (scenario: { readonly id: string } | { readonly title: string }) => string;
	/** Leaves the figures as they are, and changes the others. */
	readonly leave: () => void;
}

/**
 * Carries an edit out, under the scenario on show; where it would replace reported figures, only when the reader has said
 * what is to become of them. Whether it waits for that.
 */
export function askForFigures(
	session: Session,
	cells: readonly CellEdit[],
	act: StakingAct,
	carryOut: (cells: readonly CellEdit[], scenario: string) => void
): boolean {
	const { guard } = session.shown;
	const figures = guard?.figuresUnder(cells) ?? [];
	if (figures.length === 0) {
		carryOut(cells, session.scenarios.active);
		return false;
	}
	const { locale } = settingsOf(session.workbook);
	const replacing = new Set<CellEdit>(figures.map(({ change }) => change));
	const others = cells.filter((cell) => !replacing.has(cell));
	const shown = (content: Content, format: string | undefined) =>
		isFormula(content)
			? content
			: formatValue(typeof content === 'string' ? textOfContent(content) : content, format, locale).text;
	session.dialogs.open('figures', {
		act,
		figures: figures.map(({ figure, change, format }) => ({
			title: figure.label,
			published: shown(figure.published, format),
			becomes: shown(change.content, format)
		})),
		others: others.length,
		onlyHere:
			act === 'move' && others.length > 0
				? 'Cut cells move together. Copy them instead.'
				: figures.every(({ change }) => isDriverContent(change.content))
					? ''
					: 'A scenario takes numbers, and formulas without references.',
		override: (isLasting) => {
			if (isLasting) guard?.openForGood();
			carryOut(cells, session.scenarios.active);
		},
		assume: (scenario) => {
			if ('id' in scenario) {
				session.scenarios.select(scenario.id);
				carryOut(cells, scenario.id);
				return '';
			}
			const overrides = Object.fromEntries(
				figures.map(({ figure, change }) => [figure.name, change.content])
			);
			const done = session.execute({ do: 'add-scenario', title: scenario.title, overrides });
			if (!done.ok) return done.error;
			if (done.value.created !== undefined) session.scenarios.select(done.value.created);
			return '';
		},
		leave: () => carryOut(others, session.scenarios.active)
	});
	return true;
}
