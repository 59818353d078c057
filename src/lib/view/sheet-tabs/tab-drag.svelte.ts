import type { Session } from '$lib/session/session.svelte';
import { moveTabBefore } from '$lib/session/tab-order';

const STEP_AWAY = 6;

/** A tab that is dragged to another place by mouse or pen; a finger scrolls the tabs. */
export class TabDrag {
	#session: Session;
	#list: () => HTMLElement | undefined;
	#sheet: string | undefined;
	#start = 0;
	#isMoving = false;
	/** The sheet before which it would come to stand, `end` for the last place; undefined where nothing is dragged. */
	target = $state<string>();

	constructor(session: Session, list: () => HTMLElement | undefined) {
		this.#session = session;
		this.#list = list;
	}

	begin(event: PointerEvent, sheet: string): void {
		if (event.button !== 0 || event.pointerType === 'touch') return;
		this.#sheet = sheet;
		this.#start = event.clientX;
		this.#isMoving = false;
	}

	readonly move = (event: PointerEvent): void => {
		if (this.#sheet === undefined) return;
		if (!this.#isMoving && Math.abs(event.clientX - this.#start) < STEP_AWAY) return;
		this.#isMoving = true;
		const tabs = [...(this.#list()?.querySelectorAll<HTMLElement>('[data-sheet]') ?? [])];
		const next = tabs.find((tab) => {
			const { left, width } = tab.getBoundingClientRect();
			return event.clientX < left + width / 2;
		});
		this.target = next?.dataset.sheet ?? 'end';
	};

	readonly end = (event: PointerEvent): void => {
		const { target } = this;
		if (this.#sheet !== undefined && target !== undefined && event.type === 'pointerup') {
			moveTabBefore(this.#session, this.#sheet, target === 'end' ? undefined : target);
		}
		this.#sheet = undefined;
		this.target = undefined;
	};
}
