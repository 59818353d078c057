import type { Selection } from '$lib/session/selection.svelte';
import { isWholeColumns, isWholeRows } from '$lib/workbook';
import type { GridViewport } from './grid-viewport.svelte';
import { hitTest, type Hit } from './hit-test';
import { pointIn } from './point-in';

/** What a menu is about. */
export type MenuSubject = 'cells' | 'rows' | 'columns';

/** What asking for a menu acts on. */
export interface MenuTarget {
	readonly viewport: GridViewport;
	readonly selection: Selection;
	/** Takes an edit that is open; false where it is refused, and no menu then opens. */
	settleEdit(): boolean;
	/** Opens the menu at a point of the window. */
	open(subject: MenuSubject, at: { readonly x: number; readonly y: number }): void;
}

const LONG_PRESS_MS = 500;
/** How far a finger that rests may stray, in CSS pixels. */
const STRAY = 10;

/** What the menu is about that keys ask for. */
export function subjectOf(selection: Selection): MenuSubject {
	if (selection.ranges.every(isWholeRows)) return 'rows';
	return selection.ranges.every(isWholeColumns) ? 'columns' : 'cells';
}

/** Selects what lies under a point unless it is selected already. */
function selectUnder(hit: Hit, { selection, viewport }: MenuTarget): MenuSubject {
	switch (hit.on) {
		case 'cell':
			if (!selection.holds(hit)) selection.select(hit);
			return 'cells';
		case 'corner':
			selection.selectAll();
			return 'cells';
		case 'row':
		case 'row-edge': {
			const { row } = hit;
			const isSelected = selection.ranges.some(
				(range) => isWholeRows(range) && row >= range.from.row && row <= range.to.row
			);
			if (!isSelected) selection.selectRows(row, row, { visible: viewport.firstColumnInView });
			return 'rows';
		}
		default: {
			const { column } = hit;
			const isSelected = selection.ranges.some(
				(range) => isWholeColumns(range) && column >= range.from.column && column <= range.to.column
			);
			if (!isSelected) {
				selection.selectColumns(column, column, { visible: viewport.firstRowInView });
			}
			return 'columns';
		}
	}
}

/** Opens the menu of what lies under a right click or under a finger that rests. */
export function menuPointer(element: HTMLElement, target: MenuTarget): () => void {
	let pressing: ReturnType<typeof setTimeout> | undefined;
	let pressed = { x: 0, y: 0 };
	/** Whether this touch has opened the menu: then it does nothing else when it ends. */
	let hasOpened = false;

	const open = ({ x, y }: { x: number; y: number }): void => {
		const at = pointIn(element, { clientX: x, clientY: y });
		if (at.x >= element.clientWidth || at.y >= element.clientHeight || !target.settleEdit()) return;
		const subject = selectUnder(hitTest(at.x, at.y, target.viewport.geometryNow()), target);
		target.open(subject, { x, y });
	};
	const isInEditor = ({ target: at }: Event) => at instanceof Element && at.closest('[data-editor]') !== null;
	const letGo = () => {
		clearTimeout(pressing);
		pressing = undefined;
	};

	const onpointerdown = (event: PointerEvent) => {
		letGo();
		hasOpened = false;
		if (event.pointerType !== 'touch' || !event.isPrimary || isInEditor(event)) return;
		pressed = { x: event.clientX, y: event.clientY };
		pressing = setTimeout(() => {
			hasOpened = true;
			open(pressed);
		}, LONG_PRESS_MS);
	};
	const onpointermove = (event: PointerEvent) => {
		if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STRAY) letGo();
	};
	const oncontextmenu = (event: MouseEvent) => {
		// Text that is being edited has the browser's own menu, with its spelling and its clipboard.
		if (isInEditor(event)) return;
		event.preventDefault();
		letGo();
		if (!hasOpened) open({ x: event.clientX, y: event.clientY });
	};
	const onclick = (event: MouseEvent) => {
		if (hasOpened) event.stopImmediatePropagation();
		hasOpened = false;
	};

	const listeners = {
		pointerdown: onpointerdown,
		pointermove: onpointermove,
		pointerup: letGo,
		pointercancel: letGo,
		contextmenu: oncontextmenu,
		click: onclick
	};
	for (const [type, listener] of Object.entries(listeners)) {
		element.addEventListener(type, listener as EventListener, true);
	}
	return () => {
		letGo();
		for (const [type, listener] of Object.entries(listeners)) {
			element.removeEventListener(type, listener as EventListener, true);
		}
	};
}
