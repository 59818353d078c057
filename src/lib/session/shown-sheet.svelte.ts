import { untrack } from 'svelte';
import type { Precedent } from '$lib/calculation';
import {
	formatAddress,
	hiddenLines,
	inOrder,
	placeOfName,
	spansHold,
	type Chart,
	type LineAxis,
	type LineGroup,
	type Place,
	type Range
} from '$lib/workbook';
import type { ReferredRange } from './active-formula';
import type { EditProblem } from './cell-edit.svelte';
import { CellNames } from './cell-names';
import {
	inputFigures,
	inputLines,
	inspectCell,
	type FigureCard,
	type Inspection,
	type InputLine
} from './inspection';
import type { Session } from './session.svelte';
import { LineSizes } from './line-sizes';
import { SheetSource } from './sheet-source.svelte';

/** The sheet on show: its cells, what can be seen of the active one, its charts, and what is done to it. */
export class ShownSheet {
	#session: Session;
	#read = $state.raw<{ readonly place: Place; readonly precedents: readonly Precedent[] }>();
	readonly source: SheetSource;
	readonly sizes: LineSizes;

	constructor(session: Session) {
		this.#session = session;
		this.source = new SheetSource(session);
		this.sizes = new LineSizes(session);
	}

	readonly name: string = $derived.by(
		() => this.#session.tables.sheet.get(this.#session.activeSheet)?.name ?? ''
	);

	/** The groups of rows and of columns, for the bars beside the headers. */
	readonly groups: Readonly<Record<LineAxis, readonly LineGroup[]>> = $derived.by(() => {
		const sheet = this.#session.tables.sheet.get(this.#session.activeSheet);
		return { row: sheet?.rowGroups ?? [], column: sheet?.columnGroups ?? [] };
	});

	readonly #hidden = $derived.by(() => {
		const sheet = this.#session.tables.sheet.get(this.#session.activeSheet);
		return {
			row: sheet ? hiddenLines(sheet, 'row') : [],
			column: sheet ? hiddenLines(sheet, 'column') : []
		};
	});

	/** The ranges that are shown as one cell. */
	readonly merges: readonly Range[] = $derived.by(
		() => this.#session.tables.sheet.get(this.#session.activeSheet)?.merges ?? []
	);

	/** Whether a row or column is not shown. */
	isHidden(axis: LineAxis, index: number): boolean {
		return spansHold(this.#hidden[axis], index);
	}

	/** Stops the copy or paste that takes a while; undefined while none does. */
	stopClipboard = $state.raw<() => void>();

	/** What was copied last and is outlined until it is let go of. */
	copied = $state.raw<{ readonly sheet: string; readonly ranges: readonly Range[] }>();

	/** Copying and pasting; undefined until the code for it is loaded. */
	readonly clipboard = $derived.by(() => {
		const { workings } = this.#session;
		return workings && new workings.Clipboard(this.#session);
	});

	/** Asks before reported figures are replaced; undefined until the code for it is loaded, as for all that replaces them. */
	readonly guard = $derived.by(() => {
		const { workings } = this.#session;
		return workings && new workings.FigureGuard(this.#session);
	});

	/** What makes columns as wide as the numbers in them; undefined until the code for it is loaded. */
	readonly fit = $derived.by(() => {
		const { workings } = this.#session;
		return workings && new workings.ColumnFit(() => this.#session.workbook);
	});

	/** The arrows between cells; undefined until the code for them is loaded. */
	readonly tracing = $derived.by(() => {
		const { workings } = this.#session;
		return workings && new workings.TraceArrows(this.#session);
	});

	/** The chain of what a cell's value came from; undefined until the code for it is loaded. */
	readonly explanation = $derived.by(() => {
		const { workings } = this.#session;
		return workings && new workings.Explanation(this.#session);
	});
	readonly #names: CellNames = $derived.by(() => {
		void this.#session.tables;
		return new CellNames(untrack(() => this.#session.workbook));
	});
	readonly #place = $derived.by(() => ({
		sheet: this.#session.activeSheet,
		...this.#session.selection.active
	}));

	/** What the name box shows: the active cell's name, else its address. */
	readonly activeName: string = $derived(this.#names.at(this.#place) ?? formatAddress(this.#place));

	/** What is wrong with the active cell. */
	readonly problem: EditProblem | undefined = $derived.by(() =>
		this.#session.workings?.problemOf(
			this.#session.contentAt(this.#place),
			this.#session.valueAt(this.#place)
		)
	);

	/** Whether the active cell is held back. */
	readonly isHeld: boolean = $derived.by(() => this.#session.calculating.isHeld(this.#place));

	/** The cells on show that the formula being edited reads, or that of the active cell. */
	readonly highlights: readonly ReferredRange[] = $derived.by(() => {
		const { edit, workbook, activeSheet, workings } = this.#session;
		const formula = edit.isOpen ? edit.text : this.#session.contentAt(this.#place);
		const home = edit.place?.sheet ?? activeSheet;
		return workings && typeof formula === 'string' && formula.startsWith('=')
			? workings.referredRanges(workbook, formula, home, activeSheet)
			: [];
	});

	readonly #inspectionHost = $derived.by(() => ({
		ledger: this.#session.ledger,
		overrides: this.#session.overrides,
		isPending: this.#session.isPending,
		valueAt: this.#session.valueAt.bind(this.#session),
		nameAt: this.#names.at.bind(this.#names)
	}));

	/** The active cell and what stands behind it. */
	readonly inspected: Inspection = $derived.by(() => inspectCell(this.#inspectionHost, this.#place));

	/** Looks at any cell. */
	inspect(place: Place): Inspection {
		return inspectCell(this.#inspectionHost, place);
	}

	/** What the active cell's formula was found to read: nothing before the answer for this cell is there. */
	readonly #precedents = $derived(
		this.#read && samePlace(this.#read.place, this.#place) ? this.#read.precedents : []
	);

	/** What the active cell's formula reads. */
	readonly inputs: readonly InputLine[] = $derived.by(() =>
		inputLines(this.#inspectionHost, this.#precedents)
	);

	/** The figures that the active cell's formula reads directly. */
	readonly inputFigures: readonly FigureCard[] = $derived.by(() =>
		inputFigures(this.#inspectionHost, this.#precedents)
	);

	/** Draws arrows and lists the explained chain anew after values have changed. To be called in an effect. */
	followTraces(): void {
		void this.#session.values.changes;
		const { tracing, explanation } = this;
		untrack(() => {
			void tracing?.renew();
			void explanation?.renew();
		});
	}

	/** Asks what the active cell's formula reads, whenever that may have changed. To be called in an effect. */
	followInputs(): void {
		const place = this.#place;
		void this.#session.values.changes;
		if (!this.inspected.formula) return;
		void untrack(() => this.#session.calculating.precedents(place)).then((precedents) => {
			if (precedents) this.#read = { place, precedents };
		});
	}

	/** The charts of this sheet, in order. */
	readonly charts: readonly Chart[] = $derived.by(() =>
		inOrder(this.#session.tables.chart).filter(({ sheet }) => sheet === this.#session.activeSheet)
	);

	/** Puts what is selected on a clipboard. Cut cells stay until they are pasted. */
	copyTo(target: DataTransfer, isCut: boolean): void {
		const texts = this.clipboard?.copy(isCut);
		if (!texts) return;
		target.setData('text/plain', texts.text);
		if (texts.html !== undefined) target.setData('text/html', texts.html);
	}

	pasteFrom(source: DataTransfer): void {
		void this.clipboard?.paste({ text: source.getData('text/plain'), html: source.getData('text/html') });
	}

	/** Takes a typed text into every selected cell, as it was written for one of them. */
	fillTyped(place: Place, text: string): EditProblem | undefined {
		const { workings } = this.#session;
		return workings
			? workings.fillTyped(this.#session, place, text)
			: { message: 'The workbook is still being opened. Try again in a moment.' };
	}

	/** Goes on from a range to a larger one that holds it; with `isOther` as the fill handle does with Ctrl. */
	fillTo(source: Range, target: Range, isOther: boolean): void {
		this.#session.workings?.fillTo(this.#session, source, target, isOther ? 'other' : 'series');
	}

	/** Adds a sheet and shows it, ready to be typed into. */
	addSheet(): void {
		const added = this.#session.execute({ do: 'add-sheet' });
		if (!added.ok || !added.value.created) return;
		if (this.#session.showSheet(added.value.created)) this.#session.panes.focus('sheet');
	}

	/** Writes a figure's published value back. */
	restoreFigure(figure: string): void {
		this.#session.execute({ do: 'restore-figure', figure, scenario: this.#session.scenarios.active });
	}

	/** Sets a driver by its name under the scenario on show; `null` takes it back to the base. */
	setDriver(name: string, content: number | null): void {
		const place = placeOfName(this.#session.workbook, name);
		if (!place) return;
		this.#session.execute({
			do: 'set-contents',
			cells: [{ ...place, content }],
			scenario: this.#session.scenarios.active
		});
	}
}

function samePlace(a: Place, b: Place): boolean {
	return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
