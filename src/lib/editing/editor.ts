import { applyPatch, invertPatch, ok, type Patch, type Result, type Workbook } from '$lib/workbook';
import { placesOf } from './changed-places';
import type { Command } from './command';
import { History, type HistoryLimits, type HistoryStep } from './history';
import { planCommand } from './planners';

/** What a command did. */
export interface Executed {
	readonly version: number;
	/** Empty where nothing changed. */
	readonly patch: Patch;
	readonly label: string;
	/** The scenario whose overrides changed, where any did. */
	readonly scenario?: string;
	/** Overrides that were set or dropped. */
	readonly overrides: number;
	/** Cells that changed for all scenarios. */
	readonly base: number;
	/** The id of the sheet or scenario that was added. */
	readonly created?: string;
}

/** A change of the workbook, told after it was made. */
export interface EditorEvent {
	readonly version: number;
	/** What changed. Empty for a load, after which nothing of the workbook before holds. */
	readonly patch: Patch;
	readonly cause: 'execute' | 'undo' | 'redo' | 'load';
	readonly label: string;
	readonly scenario?: string;
}

type Listener = (event: EditorEvent) => void;

/** The one way to change a workbook: commands become patches, and patches can be undone. */
export class Editor {
	readonly #history: History;
	readonly #listeners = new Set<Listener>();
	#workbook: Workbook;
	#version = 0;

	constructor(workbook: Workbook, limits?: HistoryLimits) {
		this.#workbook = workbook;
		this.#history = new History(limits);
	}

	/** The workbook as it is now. The same object until another is loaded; it is changed in place, by the editor only. */
	get workbook(): Workbook {
		return this.#workbook;
	}

	/** Rises by one with every change. */
	get version(): number {
		return this.#version;
	}

	get canUndo(): boolean {
		return this.#history.done.length > 0;
	}

	get canRedo(): boolean {
		return this.#history.undone.length > 0;
	}

	/** Steps that can be undone, oldest first. */
	get done(): readonly HistoryStep[] {
		return this.#history.done;
	}

	/** Steps that can be redone, the next one last. */
	get undone(): readonly HistoryStep[] {
		return this.#history.undone;
	}

	/** Opens another workbook. The history of the one before is gone. */
	load(workbook: Workbook): void {
		this.#workbook = workbook;
		this.#history.clear();
		this.#announce({ patch: [], cause: 'load', label: 'Open workbook' });
	}

	/** Carries a command out, or refuses it with a sentence. One that changes nothing succeeds and leaves no step. */
	execute(command: Command): Result<Executed> {
		const planned = planCommand(this.#workbook, command);
		if (!planned.ok) return planned;
		const { draft, label, scenario, created, overrides = 0, base = 0 } = planned.value;
		const patch = draft.patch();
		if (patch.length > 0) {
			const before = 'sheet' in command ? this.#workbook.tables.sheet.get(command.sheet) : undefined;
			applyPatch(this.#workbook, patch);
			const places = placesOf(this.#workbook, command, created, before);
			this.#history.add({ label, patch, places, ...(scenario !== undefined && { scenario }) });
			this.#announce({ patch, cause: 'execute', label, ...(scenario !== undefined && { scenario }) });
		}
		return ok({
			version: this.#version,
			patch,
			label,
			overrides,
			base,
			...(scenario !== undefined && { scenario }),
			...(created !== undefined && { created })
		});
	}

	/** Takes the latest step back; undefined where there is none. */
	undo(): HistoryStep | undefined {
		const step = this.#history.stepBack();
		if (step) this.#replay(step, invertPatch(step.patch), 'undo');
		return step;
	}

	/** Does the step undone last again; undefined where there is none. */
	redo(): HistoryStep | undefined {
		const step = this.#history.stepForward();
		if (step) this.#replay(step, step.patch, 'redo');
		return step;
	}

	/** Calls a listener after every change, until the returned function is called. */
	subscribe(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	#replay({ label, scenario }: HistoryStep, patch: Patch, cause: 'undo' | 'redo'): void {
		applyPatch(this.#workbook, patch);
		this.#announce({ patch, cause, label, ...(scenario !== undefined && { scenario }) });
	}

	#announce(event: Omit<EditorEvent, 'version'>): void {
		this.#version++;
		for (const listener of [...this.#listeners]) listener({ version: this.#version, ...event });
	}
}
