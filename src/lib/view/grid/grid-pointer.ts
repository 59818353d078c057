import { isMac } from '$lib/session/actions/key-stroke';
import type { Selection } from '$lib/session/selection.svelte';
import { draggedRange, edgeUnder, filledRange, gripUnder, handleUnder, nearestIn } from './block-drag';
import {
	isWholeColumns,
	isWholeRows,
	joinSpans,
	MAX_COLUMNS,
	MAX_ROWS,
	type Address,
	type LineAxis,
	type LineSpan,
	type Range
} from '$lib/workbook';
import { SIZE_LIMITS } from './grid-source';
import { HEADER_HEIGHT, type GridViewport } from './grid-viewport.svelte';
import { hitTest, type Hit } from './hit-test';
import { pointIn } from './point-in';

/** What a pointer in the grid acts on. */
export interface PointerTarget {
	readonly viewport: GridViewport;
	readonly selection: Selection;
	/** Takes an edit that is open; false where it is refused, and the pointer then selects nothing. */
	settleEdit(): boolean;
	/** Puts a reference to a cell into the formula being typed; false where none can go in. */
	pointAt(address: Address, isExtending: boolean, isAdding?: boolean): boolean;
	edit(address: Address): void;
	/** Goes on from what is selected to a larger range; `isOther` with Ctrl held. */
	fill(source: Range, target: Range, isOther: boolean): void;
	/** Moves a range, or copies it, so that its first cell lies elsewhere. */
	move(source: Range, to: Address, isCopy: boolean): void;
	/** Goes on as far down as the column beside reaches. */
	fillBeside(): void;
	resize(axis: LineAxis, lines: readonly number[], size: number): void;
	autofit(axis: LineAxis, lines: readonly number[]): void;
	/** Shows hidden lines. */
	show(axis: LineAxis, lines: LineSpan): void;
	/** Told when a drag begins and ends: meanwhile the pointer decides what is in view. */
	dragging(isDragging: boolean): void;
}

/** How far a grip must be moved to reach the next cell, in pixels. */
const GRIP_REACH = 8;

/** How long a finger rests on the handle before it fills, in milliseconds: a swipe that begins there scrolls. */
const HOLD_MS = 150;

/** How far a finger may stray and still rest, in pixels. */
const REST_REACH = 6;

/** The lines that are resized together. */
interface Resized {
	readonly axis: LineAxis;
	readonly lines: readonly number[];
}

interface Point {
	readonly x: number;
	readonly y: number;
}

type Drag =
	| { readonly by: 'cells' | 'rows' | 'columns' | 'pointing' }
	/** A finger on the handle that has neither rested nor moved yet, and one that scrolls. */
	| { readonly by: 'handle'; readonly source: Range; readonly since: number; readonly from: Point }
	| { readonly by: 'scroll' }
	| { readonly by: 'fill'; readonly source: Range }
	| { readonly by: 'edge'; readonly source: Range; readonly grabbed: Address }
	| ({ readonly by: 'size'; readonly from: number; readonly size: number } & Resized);

/** The lines that a change of size of one of them concerns: all selected whole ones where it is one of those. */
export function linesToResize(selection: Selection, axis: LineAxis, line: number): number[] {
	const isWhole = axis === 'row' ? isWholeRows : isWholeColumns;
	const { ranges } = selection;
	const spans = ranges.map(({ from, to }) => ({ from: from[axis], to: to[axis] }));
	const isAmong = spans.some(({ from, to }) => line >= from && line <= to);
	const isAll = ranges.some((range) => isWholeRows(range) && isWholeColumns(range));
	if (!isAmong || isAll || !ranges.every(isWhole)) return [line];
	return joinSpans(spans).flatMap(({ from, to }) =>
		Array.from({ length: to - from + 1 }, (_, index) => from + index)
	);
}

/** A size within what dragging may make of a column or row, in whole pixels. */
export function allowedSize(axis: LineAxis, size: number): number {
	const { least, most } = SIZE_LIMITS[axis];
	return Math.round(Math.min(Math.max(size, least), most));
}

/** Whether a drag concerns no cell under the pointer. */
function isStill(drag: Drag): drag is Drag & { by: 'size' | 'handle' | 'scroll' } {
	return /^(?:size|handle|scroll)$/.test(drag.by);
}

/** Selecting, dragging, resizing and opening cells by mouse, pen and touch. A touch that drags scrolls, as anywhere. */
export function gridPointer(element: HTMLElement, target: PointerTarget): () => void {
	const { viewport, selection } = target;
	let drag: Drag | undefined;
	let pointer: Point = { x: 0, y: 0 };
	let frame = 0;
	let isRefused = false;
	let isTouch = false;
	/** How far the finger lies from the corner cell whose grip it holds: the range is not to jump under it. */
	let held = { x: 0, y: 0 };
	let hasMoved = false;
	/** Whether the latest press was on the handle: what follows it is told to the grid, which captures the pointer. */
	let isOnHandle = false;

	const placeOf = (event: MouseEvent) => pointIn(element, event);
	const isOnCells = (event: MouseEvent): boolean => {
		const { x, y } = placeOf(event);
		const isElsewhere =
			event.target instanceof Element && event.target.closest('[data-editor], button') !== null;
		return !isElsewhere && x < element.clientWidth && y < element.clientHeight;
	};
	const hitAt = ({ x, y }: { x: number; y: number }): Hit => hitTest(x, y, viewport.geometryNow());

	const select = (hit: Hit, isExtending: boolean, isAdding: boolean): Drag | undefined => {
		switch (hit.on) {
			case 'cell':
				if (isExtending) selection.extendTo(hit);
				else if (isAdding && selection.holds(hit) && !selection.isSingleCell) {
					selection.deselect(hit);
					return undefined;
				} else selection.select(hit, { isAdding });
				return { by: 'cells' };
			case 'row':
				selection.selectRows(isExtending ? selection.anchor.row : hit.row, hit.row, {
					visible: viewport.firstColumnInView,
					isAdding: isAdding && !isExtending
				});
				return { by: 'rows' };
			case 'column':
				selection.selectColumns(isExtending ? selection.anchor.column : hit.column, hit.column, {
					visible: viewport.firstRowInView,
					isAdding: isAdding && !isExtending
				});
				return { by: 'columns' };
			case 'corner':
				selection.selectAll();
				return undefined;
			case 'column-edge':
			case 'row-edge':
				return undefined;
		}
	};

	const follow = () => {
		if (!drag || isStill(drag)) return;
		// Within the headers the pointer still means the first cells in view.
		const { headerWidth } = viewport;
		const x = Math.min(Math.max(pointer.x, headerWidth), element.clientWidth - 1);
		const y = Math.min(Math.max(pointer.y, HEADER_HEIGHT), element.clientHeight - 1);
		const hit = hitAt({ x, y });
		if (hit.on !== 'cell') return;
		if (drag.by === 'pointing') target.pointAt(hit, true);
		else if (drag.by === 'fill') viewport.dragPreview = filledRange(drag.source, hit, viewport);
		else if (drag.by === 'edge') viewport.dragPreview = draggedRange(drag.source, drag.grabbed, hit);
		else if (drag.by === 'rows') selection.extendTo({ row: hit.row, column: selection.focus.column });
		else if (drag.by === 'columns') selection.extendTo({ row: selection.focus.row, column: hit.column });
		else selection.extendTo(hit);
	};
	const overshoot = (at: number, start: number, end: number) =>
		at < start ? at - start : at > end ? at - end : 0;
	/** Scrolls on while the pointer is held beyond an edge, the faster the further out it is. */
	const scrollOn = () => {
		frame = 0;
		if (!drag || isStill(drag)) return;
		const across = drag.by === 'rows' ? 0 : overshoot(pointer.x, viewport.headerWidth, element.clientWidth);
		const down = drag.by === 'columns' ? 0 : overshoot(pointer.y, HEADER_HEIGHT, element.clientHeight);
		if (across === 0 && down === 0) return;
		viewport.scrollBy(across / 3, down / 3);
		follow();
		frame = requestAnimationFrame(scrollOn);
	};

	/** How far the pointer lies from a point within the cell, near the corner at which its grip is. */
	const offsetOfGrip = ({ row, column }: Address, grip: 'from' | 'to') => {
		const inside = (start: number, size: number) =>
			grip === 'from'
				? start + Math.min(GRIP_REACH, size / 2)
				: start + size - Math.min(GRIP_REACH, size / 2);
		const { rows, columns, headerWidth } = viewport;
		return {
			x: pointer.x - headerWidth - inside(viewport.inView('column', column), columns.sizeOf(column)),
			y: pointer.y - HEADER_HEIGHT - inside(viewport.inView('row', row), rows.sizeOf(row))
		};
	};
	const along = (axis: LineAxis) => (axis === 'row' ? pointer.y : pointer.x);
	const sizeAt = ({ axis, size, from }: Drag & { by: 'size' }) =>
		allowedSize(axis, size + along(axis) - from);
	/** The lines that are resized by an edge, and its own one. */
	const resizedBy = (hit: Hit): (Resized & { line: number }) | undefined => {
		if (hit.on !== 'column-edge' && hit.on !== 'row-edge') return undefined;
		const [axis, line] = 'row' in hit ? (['row', hit.row] as const) : (['column', hit.column] as const);
		return { axis, line, lines: linesToResize(selection, axis, line) };
	};
	const drop = (dragged: Drag & { by: 'fill' | 'edge' }, to: Range, hasCommand: boolean) => {
		if (dragged.by === 'fill') return target.fill(dragged.source, to, hasCommand);
		const { row, column } = dragged.source.from;
		if (to.from.row !== row || to.from.column !== column) target.move(dragged.source, to.from, hasCommand);
	};
	/** Ends a drag: it comes to something only where the pointer is let go. */
	const end = (event?: MouseEvent) => {
		if (!drag) return;
		const isLetGo = event?.type === 'pointerup';
		const preview = viewport.dragPreview;
		viewport.dragPreview = viewport.sizePreview = undefined;
		if (drag.by === 'fill' || drag.by === 'edge') {
			if (preview && isLetGo) drop(drag, preview, event.ctrlKey || event.metaKey);
		} else if (drag.by === 'size') {
			const hasMoved = along(drag.axis) !== drag.from;
			if (hasMoved && isLetGo) target.resize(drag.axis, drag.lines, sizeAt(drag));
		}
		drag = undefined;
		target.dragging(false);
		cancelAnimationFrame(frame);
		frame = 0;
	};

	/** Points at the cell, row or column under the pointer for the formula that is typed. */
	const pointsAt = (hit: Hit, { shiftKey, ctrlKey, metaKey }: MouseEvent): boolean => {
		const isAdding = ctrlKey || metaKey;
		if (hit.on === 'cell') return target.pointAt(hit, shiftKey, isAdding);
		if (hit.on !== 'row' && hit.on !== 'column') return false;
		const [first, last] =
			'row' in hit
				? [
						{ row: hit.row, column: 0 },
						{ row: hit.row, column: MAX_COLUMNS - 1 }
					]
				: [
						{ row: 0, column: hit.column },
						{ row: MAX_ROWS - 1, column: hit.column }
					];
		return (shiftKey || target.pointAt(first, false, isAdding)) && target.pointAt(last, true);
	};

	const onpointerdown = (event: PointerEvent) => {
		isTouch = event.pointerType === 'touch';
		isRefused = false;
		hasMoved = false;
		held = { x: 0, y: 0 };
		if (!isOnCells(event) || event.button === 1) return;
		viewport.isTouched = isTouch;
		pointer = placeOf(event);
		const grip = gripUnder(event.target);
		const hit = hitAt(pointer);
		isOnHandle = handleUnder(event.target);
		const resized = resizedBy(hit);
		if (isTouch && !resized && !isOnHandle && !grip) return;
		if (event.button === 0 && !grip && !isOnHandle && pointsAt(hit, event)) {
			// The focus stays in the formula.
			isRefused = true;
			if (hit.on !== 'cell') return;
			drag = { by: 'pointing' };
			target.dragging(true);
			element.setPointerCapture(event.pointerId);
			return;
		}
		isRefused = !target.settleEdit();
		if (isRefused) return;
		// A press that asks for the menu; on a Mac, Ctrl makes it one.
		if (event.button === 2 || (event.ctrlKey && isMac())) return;
		target.dragging(true);
		if (isOnHandle) {
			const source = selection.range;
			drag = isTouch
				? { by: 'handle', source, since: event.timeStamp, from: pointer }
				: { by: 'fill', source };
		} else if (grip) {
			held = offsetOfGrip(selection.range[grip], grip);
			selection.growFrom(grip);
			drag = { by: 'cells' };
		} else if (
			hit.on === 'cell' &&
			edgeUnder(event.target) &&
			!event.shiftKey &&
			!event.ctrlKey &&
			!event.metaKey
		) {
			drag = { by: 'edge', source: selection.range, grabbed: nearestIn(selection.range, hit) };
		} else if (resized) {
			const { axis, lines, line } = resized;
			const size = (axis === 'row' ? viewport.rows : viewport.columns).sizeOf(line);
			drag = { by: 'size', axis, lines, from: along(axis), size };
		} else {
			drag = select(hit, event.shiftKey || selection.isExtending, event.ctrlKey || event.metaKey);
		}
		if (drag) element.setPointerCapture(event.pointerId);
		else target.dragging(false);
	};
	const onpointermove = (event: PointerEvent) => {
		if (!drag) return;
		const { x, y } = placeOf(event);
		const before = pointer;
		pointer = { x: x - held.x, y: y - held.y };
		if (drag.by === 'handle') {
			const { from, source, since } = drag;
			if (Math.hypot(x - from.x, y - from.y) < REST_REACH) return;
			drag = event.timeStamp - since < HOLD_MS ? { by: 'scroll' } : { by: 'fill', source };
		}
		hasMoved = true;
		if (drag.by === 'scroll') {
			viewport.scrollBy(before.x - x, before.y - y);
			return;
		}
		if (drag.by === 'size') {
			viewport.sizePreview = { axis: drag.axis, lines: new Set(drag.lines), size: sizeAt(drag) };
			return;
		}
		follow();
		if (!frame) frame = requestAnimationFrame(scrollOn);
	};
	/** Escape takes back what is being dragged, before anything else hears of it. */
	const onkeydown = (event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !drag || !/^(?:fill|edge|size)$/.test(drag.by)) return;
		event.preventDefault();
		event.stopPropagation();
		end();
	};
	// The focus follows the mouse press: where the edit was refused it stays with its text.
	const onmousedown = (event: MouseEvent) => {
		if (isTouch && !hasMoved && isOnCells(event)) {
			const hit = hitAt(placeOf(event));
			isRefused = pointsAt(hit, event);
		}
		if (isRefused) event.preventDefault();
	};
	const onclick = (event: MouseEvent) => {
		// What a finger did not drag was meant for the cell beneath.
		if (!isTouch || hasMoved || isRefused || !isOnCells(event) || !target.settleEdit()) return;
		select(hitAt(placeOf(event)), false, false);
	};
	const ondblclick = (event: MouseEvent) => {
		if (!isOnCells(event)) return;
		const hit = hitAt(placeOf(event));
		if (isOnHandle && !isTouch) return target.fillBeside();
		if (hit.on === 'cell') return target.edit(hit);
		const resized = resizedBy(hit);
		if (!resized) return;
		const { after } = viewport.hiddenBeside(resized.axis, resized.line);
		if (after) target.show(resized.axis, after);
		else target.autofit(resized.axis, resized.lines);
	};

	const listeners = {
		pointerdown: onpointerdown,
		pointermove: onpointermove,
		pointerup: end,
		pointercancel: end,
		mousedown: onmousedown,
		click: onclick,
		dblclick: ondblclick
	};
	for (const [type, listener] of Object.entries(listeners)) {
		element.addEventListener(type, listener as EventListener);
	}
	window.addEventListener('keydown', onkeydown, { capture: true });
	return () => {
		end();
		window.removeEventListener('keydown', onkeydown, { capture: true });
		for (const [type, listener] of Object.entries(listeners)) {
			element.removeEventListener(type, listener as EventListener);
		}
	};
}
