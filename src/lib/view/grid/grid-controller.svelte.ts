import { flushSync, untrack, type Snippet } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { isMac } from '$lib/session/actions/key-stroke';
import type { CellEdit, EditSurface } from '$lib/session/cell-edit.svelte';
import type { MenuPlace } from '$lib/session/menus.svelte';
import type { FormulaAssist } from '$lib/session/formula-assist.svelte';
import type { Departure, Selection } from '$lib/session/selection.svelte';
import type { Address, LineAxis, LineGroup, LineSpan, Range, SheetFilter } from '$lib/workbook';
import { fittingWidth } from './fitting-width';
import { gridCommand } from './grid-keys';
import { gridPointer } from './grid-pointer';
import type { GridSource, Highlight } from './grid-source';
import { GridViewport, type ScrollPosition } from './grid-viewport.svelte';
import { menuPointer, subjectOf, type MenuSubject } from './menu-pointer';
import { runGridCommand } from './run-grid-command';
import { catchText } from './text-catcher';

export interface GridProps {
	source: GridSource;
	selection: Selection;
	edit: CellEdit;
	assist?: FormulaAssist;
	/** What the grid is called: the name of its sheet. */
	label: string;
	highlights?: readonly Highlight[];
	/** What is drawn over the cells. */
	drawing?: Snippet<[GridViewport]>;
	filter?: SheetFilter;
	/** The button of a filtered column, so many CSS pixels from the right edge of its cell. */
	filterButton?: Snippet<[column: number, right: number]>;
	/** Takes a key that the grid has no use for; false where nobody has. */
	onkey?: (event: KeyboardEvent) => boolean;
	/** Ranges that were copied, to be outlined. */
	copied?: readonly Range[];
	oncopy?: (clipboard: DataTransfer) => void;
	oncut?: (clipboard: DataTransfer) => void;
	onpaste?: (clipboard: DataTransfer) => void;
	/** Lets go of what was copied. */
	onescape?: () => void;
	/** Pastes what is outlined; false where nothing is. */
	onenter?: () => boolean;
	onmove?: (source: Range, to: Address, isCopy: boolean) => void;
	/** The groups of rows and columns. */
	groups?: Readonly<Record<LineAxis, readonly LineGroup[]>>;
	onresize?: (axis: LineAxis, lines: readonly number[], size: number) => void;
	/** Makes lines as large as what they hold. */
	onautofit?: (axis: LineAxis, lines: readonly number[]) => void;
	/** Shows hidden lines. */
	onshow?: (axis: LineAxis, lines: LineSpan) => void;
	oncollapse?: (axis: LineAxis, group: LineGroup, isCollapsed: boolean) => void;
	onopenmenu?: (subject: MenuSubject, at: MenuPlace) => void;
	onfill?: (source: Range, target: Range, isOther: boolean) => void;
	onfillbeside?: () => void;
}

const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

/** What the grid does with keys, pointers and the clipboard, and where it lets the sheet lie. */
export class GridController {
	#read: () => GridProps;
	#element: HTMLElement | undefined;
	#isDragging = false;
	/** Whether Escape has let go: the next Tab then leaves the grid. */
	isReleased = $state(false);
	readonly viewport: GridViewport;

	constructor(props: () => GridProps) {
		this.#read = props;
		this.viewport = new GridViewport(
			() => props().source,
			() => this.#farthest
		);
	}

	get #props(): GridProps {
		return this.#read();
	}

	/** The farthest cell that was reached. Whole rows and columns reach to the limits and do not count. */
	#farthest: Address = $derived.by(() => {
		const { active, focus, hasWholeRows, hasWholeColumns } = this.#props.selection;
		const pointed = this.#props.assist?.pointing.reached;
		return {
			row: Math.max(active.row, pointed?.row ?? 0, hasWholeColumns ? 0 : focus.row),
			column: Math.max(active.column, pointed?.column ?? 0, hasWholeRows ? 0 : focus.column)
		};
	});

	/** Read once: an attachment would begin anew with whatever it reads. */
	readonly attach: Attachment<HTMLElement> = (element) =>
		untrack(() => {
			this.#element = element;
			const detach = [
				this.viewport.attach(element),
				// First, so that a press finds no text that is still being composed.
				this.#catchText(element),
				this.#menuPointer(element),
				this.#pointer(element)
			];
			this.#keepInView();
			return () => {
				for (const undo of detach) undo();
				this.#element = undefined;
			};
		});

	focus(): void {
		this.#element?.focus({ preventScroll: true });
	}

	/** Opens the active cell; false where an edit that is still open is refused. */
	open(by: 'opening' | 'typing', surface: EditSurface = 'cell'): boolean {
		const { edit, selection } = this.#props;
		// An edit that is still open elsewhere, as in the formula bar, is taken first: nothing typed is dropped.
		if (edit.isOpen && !edit.commit()) return false;
		this.viewport.reveal(selection.active);
		edit.begin(
			{ sheet: selection.sheet, ...selection.active },
			by === 'typing' ? { mode: 'enter', surface, text: '' } : { mode: 'edit', surface }
		);
		// The editor must have the focus before the key that opened it is done, or its first letter is lost.
		flushSync();
		return true;
	}

	get #isComposing(): boolean {
		const { edit } = this.#props;
		return edit.isOpen && edit.surface === 'grid';
	}

	#catchText(element: HTMLElement): () => void {
		const { edit } = this.#props;
		return catchText(element, {
			type: (text) => {
				if (!this.open('typing')) return;
				edit.type(text);
				edit.complete();
			},
			compose: () => this.open('typing', 'grid'),
			composeTo: (text) => {
				if (this.#isComposing) edit.type(text);
			},
			endComposing: (text) => {
				if (!this.#isComposing) return;
				// What was composed and taken back leaves the cell as it was.
				if (text === '') return edit.cancel();
				edit.type(text);
				edit.surface = 'cell';
				flushSync();
			}
		});
	}

	readonly commit = (departure: Departure): void => {
		const { edit, selection } = this.#props;
		if (!edit.commit(departure)) return;
		selection.leave(departure);
		this.focus();
	};

	readonly cancel = (): void => {
		this.#props.edit.cancel();
		this.focus();
	};

	readonly onkeydown = (event: KeyboardEvent): void => {
		if (event.target === this.#element) this.takeKey(event);
	};

	/** Does what a key means in the grid, wherever it was pressed. */
	takeKey(event: KeyboardEvent): void {
		if (MODIFIERS.includes(event.key) || this.#isComposing) return;
		const mayLeave = this.isReleased;
		this.isReleased = false;
		if (mayLeave && event.key === 'Tab') return;
		const { selection, onkey } = this.#props;
		const command = gridCommand(event, isMac());
		if (!command) {
			if (onkey?.(event)) event.preventDefault();
			return;
		}
		const isEnter = command.do === 'leave' && command.departure === 'enter';
		if (isEnter && this.#props.onenter?.()) return event.preventDefault();
		const isDone = runGridCommand(command, {
			selection,
			viewport: this.viewport,
			edit: (by) => void this.open(by),
			release: () => {
				this.isReleased = true;
				this.#props.onescape?.();
			},
			openMenu: () => this.#openMenu()
		});
		if (isDone) event.preventDefault();
	}

	readonly oncopy = (event: ClipboardEvent): void => this.#pass(event, this.#props.oncopy);
	readonly oncut = (event: ClipboardEvent): void => this.#pass(event, this.#props.oncut);
	readonly onpaste = (event: ClipboardEvent): void => this.#pass(event, this.#props.onpaste);

	#pass(event: ClipboardEvent, take: GridProps['oncopy']): void {
		if (event.target instanceof HTMLTextAreaElement || !event.clipboardData || !take) return;
		event.preventDefault();
		take(event.clipboardData);
	}

	/** The width that shows what a column holds in the rendered rows; undefined where it holds nothing. */
	fittingWidth(column: number): number | undefined {
		return this.#element && fittingWidth(this.#element, column);
	}

	/** Opens the menu of what is selected, below the active cell. */
	#openMenu(): void {
		const { selection, onopenmenu } = this.#props;
		this.viewport.reveal(selection.active);
		flushSync();
		const id = this.#element?.getAttribute('aria-activedescendant');
		const cell = id ? document.getElementById(id) : null;
		if (cell) onopenmenu?.(subjectOf(selection), cell);
	}

	#menuPointer(element: HTMLElement): () => void {
		return menuPointer(element, {
			viewport: this.viewport,
			selection: this.#props.selection,
			settleEdit: () => this.#props.edit.commit(),
			open: (subject, at) => {
				// A finger does not bring the focus, which the menu gives back to the grid.
				this.focus();
				this.#props.onopenmenu?.(subject, at);
			}
		});
	}

	#pointer(element: HTMLElement): () => void {
		const { selection } = this.#props;
		return gridPointer(element, {
			viewport: this.viewport,
			selection,
			settleEdit: () => this.#props.edit.commit(),
			pointAt: (...at) => this.#props.assist?.pointing.pointAt(...at) ?? false,
			edit: (address) => {
				selection.select(address);
				this.open('opening');
			},
			fill: (source, range, isOther) => this.#props.onfill?.(source, range, isOther),
			move: (source, to, isCopy) => this.#props.onmove?.(source, to, isCopy),
			fillBeside: () => this.#props.onfillbeside?.(),
			resize: (axis, lines, size) => this.#props.onresize?.(axis, lines, size),
			autofit: (axis, lines) => this.#props.onautofit?.(axis, lines),
			show: (axis, lines) => this.#props.onshow?.(axis, lines),
			dragging: (isDragging) => (this.#isDragging = isDragging)
		});
	}

	/** Scrolls to what a formula points at by keys, and to whatever becomes active or is reached; a sheet that comes back lies as it was left. */
	#keepInView(): void {
		const left: Record<string, { scroll: ScrollPosition; active: Address }> = {};
		const { selection } = this.#props;
		let shown = selection.sheet;
		let { active, focus } = selection;
		$effect(() => {
			const pointed = this.#props.assist?.pointing.reached;
			if (pointed && !this.#isDragging) untrack(() => this.viewport.reveal(pointed));
		});
		$effect(() => {
			const now = { sheet: selection.sheet, active: selection.active, focus: selection.focus };
			untrack(() => {
				if (now.sheet !== shown) {
					left[shown] = { scroll: this.viewport.scrollPosition, active };
					const before = left[now.sheet];
					this.viewport.scrollTo(before?.scroll ?? { left: 0, top: 0 });
					// A jump from another sheet makes its goal active before that sheet is on show.
					if (now.active !== before?.active) this.viewport.reveal(now.active);
				} else if (!this.#isDragging && now.active !== active) {
					this.viewport.reveal(now.active);
				} else if (!this.#isDragging && now.focus !== focus) {
					this.viewport.reveal({
						row: selection.hasWholeColumns ? undefined : now.focus.row,
						column: selection.hasWholeRows ? undefined : now.focus.column
					});
				}
				({ active, focus } = now);
				shown = now.sheet;
			});
		});
	}
}
