import { untrack } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { Comparison } from '$lib/what-if';
import type { Command, Editor, EditorEvent, Executed } from '$lib/editing';
import { indexLedger, type LedgerIndex } from '$lib/ledger';
import {
	cellAt,
	inOrder,
	isFormula,
	textOfContent,
	usedSize,
	type CellValue,
	type Content,
	type Overrides,
	type Place,
	type Result,
	type Settings,
	type Sheet,
	type Workbook
} from '$lib/workbook';
import { isMac, type KeyOrigin, type KeyStroke } from './actions/key-stroke';
import { Calculating } from './calculating.svelte';
import { CellEdit } from './cell-edit.svelte';
import { findDestination } from './destination';
import { firstFormula } from './first-formula';
import { Dialogs } from './dialogs.svelte';
import { Display } from './display.svelte';
import { Menus } from './menus.svelte';
import { FormatBar } from './format-bar.svelte';
import { Notices } from './notices.svelte';
import type { OpenedWorkbook } from './opening';
import { CHANGED_ELSEWHERE, NOT_OPENED } from './opening-notices';
import { Panes } from './panes';
import { placeText, RecentPlaces } from './recent-places.svelte';
import { Saving } from './saving.svelte';
import { Scenarios } from './scenarios.svelte';
import { Selection } from './selection.svelte';
import { SheetTabs } from './sheet-tabs.svelte';
import { ShownSheet } from './shown-sheet.svelte';
import { TypedContents } from './typed-contents';
import { isMarkedUnfinished } from './unfinished-mark';
import { Values, type PlacedValue } from './values.svelte';
import type * as Workings from './workings';

/** What the page is prerendered with: a part of the shipped workbook and its computed values. */
export interface FirstView {
	readonly workbook: Workbook;
	readonly values: readonly PlacedValue[];
	readonly comparison: Comparison | null;
}

/** Everything behind one open page: the workbook, its values, what is selected and shown, and where it is saved. */
export class Session {
	readonly values = new Values();
	readonly selection: Selection;
	readonly edit: CellEdit;
	readonly scenarios: Scenarios;
	readonly saving: Saving;
	readonly shown: ShownSheet;
	readonly calculating: Calculating;

	/** The code that changes and calculates; undefined until it is loaded. */
	workings = $state.raw<typeof Workings>();
	/** The one that changes the workbook; undefined until that is there whole. */
	editor = $state.raw<Editor>();
	/** Help with the formula being typed; undefined as long as the workings are. */
	assist = $state.raw<Workings.FormulaAssist>();
	readonly notices = new Notices();
	readonly dialogs = new Dialogs();
	readonly menus = new Menus();
	readonly display = new Display();
	readonly tabs = new SheetTabs(this);
	readonly panes = new Panes();
	readonly recentPlaces = new RecentPlaces();
	readonly formatBar = new FormatBar();
	/** Whether the values of all cells are there; before that a copy or an export would have gaps. */
	hasValues = $state(false);
	/** What the latest act did, where that needs saying. */
	status = $state('');

	#first: Workbook;
	#subscribe: () => void;
	#subscribeToRecords: () => void;
	#isEnded = false;

	constructor(first: FirstView) {
		this.#first = first.workbook;
		this.#subscribe = createSubscriber((update) => this.editor?.subscribe(update));
		this.#subscribeToRecords = createSubscriber((update) =>
			this.editor?.subscribe(({ cause, patch }) => {
				if (cause === 'load' || patch.some(({ kind }) => kind !== 'cell')) update();
			})
		);
		this.values.take(first.values, true);
		this.scenarios = new Scenarios(this);
		this.scenarios.comparison = first.comparison ?? undefined;
		this.saving = new Saving(() => ({
			activeSheet: this.selection.sheet,
			activeScenario: this.scenarios.active,
			held: this.calculating.held
		}));
		this.calculating = new Calculating(this);
		this.selection = new Selection(
			{
				isBlank: (address) => (this.contentAt({ sheet: this.activeSheet, ...address }) ?? '') === '',
				usedSize: () => usedSize(this.workbook, this.activeSheet),
				isHidden: (axis, index) => this.shown.isHidden(axis, index),
				merges: () => this.shown.merges,
				frozen: () => this.shown.source.frozen
			},
			this.sheets[0]?.id ?? ''
		);
		this.shown = new ShownSheet(this);
		this.selection.select(firstFormula(first.workbook, this.selection.sheet));
		this.edit = new CellEdit(new TypedContents(this));
	}

	/** The workbook, tied to its changes: whoever reads it here reads it again after each. */
	get workbook(): Workbook {
		return this.#tiedEditor?.workbook ?? this.#first;
	}

	/** The editor, tied to its changes. Before there is one there is nothing to subscribe to, and no later reader would begin. */
	get #tiedEditor(): Editor | undefined {
		const { editor } = this;
		if (editor) this.#subscribe();
		return editor;
	}

	/** Whether the workbook is there whole; before that only the first view is, and nothing can be changed. */
	get isReady(): boolean {
		return this.editor !== undefined;
	}

	/** The records of the workbook, tied to their changes: an edit of cells alone does not reach whoever reads them here. */
	get tables(): Workbook['tables'] {
		if (!this.editor) return this.#first.tables;
		this.#subscribeToRecords();
		return this.editor.workbook.tables;
	}

	readonly sheets: readonly Sheet[] = $derived.by(() => inOrder(this.tables.sheet));
	readonly settings: Settings = $derived.by(() => this.tables.settings.get('settings')!);
	readonly ledger: LedgerIndex = $derived.by(() => {
		void this.tables;
		return indexLedger(untrack(() => this.workbook));
	});

	/** What the scenario on show overrides. */
	readonly overrides: Overrides = $derived.by(
		() => this.tables.scenario.get(this.scenarios.active)?.overrides ?? {}
	);

	/** The id of the sheet on show: the first that is not hidden where the one chosen is gone. */
	readonly activeSheet: string = $derived.by(() =>
		this.tables.sheet.has(this.selection.sheet)
			? this.selection.sheet
			: (this.sheets.find(({ isHidden }) => !isHidden)?.id ?? '')
	);

	get canUndo(): boolean {
		return this.#tiedEditor?.canUndo ?? false;
	}

	get canRedo(): boolean {
		return this.#tiedEditor?.canRedo ?? false;
	}

	/** What undoing would take back, in words; empty where there is nothing. */
	get undoLabel(): string {
		return this.#tiedEditor?.done.at(-1)?.label ?? '';
	}

	get redoLabel(): string {
		return this.#tiedEditor?.undone.at(-1)?.label ?? '';
	}

	contentAt(place: Place): Content {
		return cellAt(this.workbook, place)?.content ?? null;
	}

	/**
	 * What a cell shows: its computed value, and until there is one what was typed, which of a formula is shown only while
	 * nothing is calculated.
	 */
	valueAt(place: Place): CellValue {
		const value = this.values.valueAt(place);
		if (value !== null) return value;
		const content = this.contentAt(place);
		if (isFormula(content)) return this.calculating.pause ? content : null;
		return typeof content === 'string' ? textOfContent(content) : content;
	}

	/** Whether what would be exported is all there: computed, or, while nothing is calculated, as it was typed. */
	get canExport(): boolean {
		return this.hasValues || this.calculating.pause !== undefined;
	}

	get isPending(): boolean {
		return this.values.isPending;
	}

	/** The line at the foot of the page: what the latest act did, else how long the latest calculation took. */
	readonly statusText: string = $derived.by(() => {
		const { running } = this.calculating;
		if (running?.what === 'values') return 'Calculating takes a while: Stop or Escape ends it';
		if (this.status) return this.status;
		if (running) return 'Comparing takes a while: Stop or Escape ends it';
		if (this.calculating.pause) return 'Not calculated';
		if (this.isPending) return 'Calculating …';
		return this.values.durationText;
	});

	/** Carries a command out: the one way to change anything. */
	execute(command: Command): Result<Executed> {
		if (!this.editor) {
			return { ok: false, error: 'The workbook is still being opened. Try again in a moment.' };
		}
		const done = this.editor.execute(command);
		this.status = done.ok ? (this.workings?.afterChange(this, command, done.value) ?? '') : done.error;
		return done;
	}

	/** Does what an action is for, by its id; false where that cannot be done now. */
	act(id: string): boolean {
		const { workings } = this;
		return workings !== undefined && workings.runAction(workings.actionCalled(id), this);
	}

	/** Does what a key stroke asks for; false where no action has these keys. */
	actOnKey(stroke: KeyStroke, from: KeyOrigin): boolean {
		const action = this.workings?.actionOfKey(stroke, from, isMac());
		if (!action) return false;
		this.workings?.runAction(action, this);
		return true;
	}

	undo(): void {
		this.workings?.undoStep(this);
	}

	redo(): void {
		this.workings?.redoStep(this);
	}

	/** Takes an open edit; false, and still open, where it is refused. */
	settleEdit(): boolean {
		return this.edit.commit();
	}

	/**
	 * Shows a sheet, with the selection it had. An open edit is taken first; where it is refused, all stays. A formula stays
	 * open: it may be read beside the cells of another sheet, and wait for a reference to them.
	 */
	showSheet(sheet: string): boolean {
		if (this.assist?.goesAlong) this.edit.takeFocus('bar');
		else if (!this.settleEdit()) return false;
		this.selection.showSheet(sheet);
		this.saving.rememberView();
		return true;
	}

	/** Goes to an address, a range or a name; false where there is no such place. */
	goTo(text: string): boolean {
		const found = findDestination(this.workbook, this.activeSheet, text);
		if (!found || !this.goToSheet(found.sheet)) return false;
		this.selection.selectRanges(found.ranges);
		return true;
	}

	/** Shows a sheet as the goal of a jump: what was selected before can be gone back to. */
	goToSheet(sheet: string): boolean {
		const before = placeText(this.shown.name, this.selection.range);
		if (!this.showSheet(sheet)) return false;
		this.recentPlaces.left(before);
		return true;
	}

	/** Called when another scenario was chosen. */
	scenarioChosen(id: string): void {
		this.status = '';
		this.shown.source.rows.touchAll();
		this.calculating.useScenario(id);
		this.saving.rememberView();
	}

	/** Opens the saved workbook, or the shipped one at `address`, and starts to calculate. Gives what ends it all. */
	start(address: string): () => void {
		const flush = () => {
			// What is being typed is part of the work.
			this.edit.commit('away');
			void this.saving.flush();
		};
		addEventListener('pagehide', flush);
		void this.#open(address);
		return () => {
			this.#isEnded = true;
			removeEventListener('pagehide', flush);
			this.calculating.close();
			void this.saving.close();
		};
	}

	async #open(address: string): Promise<void> {
		try {
			const workings = await import('./workings');
			if (this.#isEnded) return;
			this.#listenToSaving(workings);
			const opened = await workings.openWorkbook(this.saving, address, this.notices);
			if (!opened || this.#isEnded) return this.uncover();
			this.#show(workings, opened);
		} catch {
			// Such as a part of the page that is gone from the server since, or storage that fails midway.
			this.notices.show(NOT_OPENED);
			this.uncover();
		}
	}

	#listenToSaving({ offerAsides }: typeof Workings): void {
		this.saving.onchangedelsewhere = () => this.notices.show(CHANGED_ELSEWHERE);
		this.saving.onsetaside = () => void offerAsides(this.saving, this.notices);
		this.saving.ontrouble = (text) => {
			if (text) this.notices.show({ about: 'saving', text, isFault: true });
			else this.notices.dismiss('saving');
		};
	}

	/** Shows a workbook that was opened, and has it calculated. */
	#show(workings: typeof Workings, { workbook, view, isSaved }: OpenedWorkbook): void {
		if (isSaved) {
			// The shipped numbers must not be taken for those of the reader's own workbook, nor is that what was typed into.
			this.edit.cancel();
			this.forgetValues();
			this.scenarios.comparison = undefined;
		}
		this.workings = workings;
		this.assist = new workings.FormulaAssist(this);
		const editor = new workings.Editor(workbook);
		editor.subscribe((event) => this.#follow(event));
		this.editor = editor;
		this.shown.source.rows.touchAll();
		if (view?.activeSheet !== undefined && workbook.tables.sheet.has(view.activeSheet)) {
			this.selection.showSheet(view.activeSheet);
		}
		if (view?.activeScenario !== undefined) this.scenarios.select(view.activeScenario);
		this.calculating.open(workings, editor.version, {
			held: view?.held ?? [],
			isSaved,
			isUnfinished: isSaved && isMarkedUnfinished()
		});
		if (!isSaved) this.uncover();
	}

	/** Takes computed values in. */
	take(changes: readonly PlacedValue[], isWhole: boolean, milliseconds: number): void {
		this.hasValues = true;
		this.values.milliseconds = milliseconds;
		this.#takeValues(changes, isWhole);
	}

	/** Forgets computed values: every cell shows what was typed until there are others. */
	forgetValues(): void {
		this.hasValues = false;
		this.#takeValues([], true);
	}

	pending(isPending: boolean): void {
		this.values.isPending = isPending;
		this.shown.source.rows.touchAll();
	}

	#takeValues(changes: readonly PlacedValue[], isWhole: boolean): void {
		this.values.take(changes, isWhole);
		if (isWhole) this.shown.source.rows.touchAll();
		else this.shown.source.rows.touchPlaces(changes, this.activeSheet);
	}

	#follow({ patch, version }: EditorEvent): void {
		this.values.follow(patch);
		this.shown.source.rows.follow(patch, this.activeSheet);
		this.saving.changed(patch);
		// A change, or taking one back, may end or bring back the sheet and the scenario on show.
		if (this.selection.sheet !== this.activeSheet) this.selection.showSheet(this.activeSheet);
		this.calculating.follow(patch, version);
	}

	/** Shows the page that the script before the first paint covered, for whoever has a workbook saved. */
	uncover(): void {
		delete document.documentElement.dataset.opening;
	}
}
