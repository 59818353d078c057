/** What text does that reaches the grid without keys: dictated, picked from a panel of signs, or composed. */
export interface TextTarget {
	/** Types a text over the active cell. */
	type(text: string): void;
	/** Begins to compose a text there: the caret stays where it is, or the input method would break off. */
	compose(): void;
	/** Takes in how far it is composed. */
	composeTo(text: string): void;
	/** Takes in what was composed, and goes on as typing does. */
	endComposing(text: string): void;
}

/**
 * Lets an element that has the focus take text that no key announces. Browsers hand such text, and what input methods
 * compose, only to what can be edited: the element becomes that, with its caret in what is marked `data-catcher`, and
 * nothing that reaches it stays there. Gives what undoes it.
 */
export function catchText(element: HTMLElement, target: TextTarget): () => void {
	const catcher = element.querySelector('[data-catcher]')!;
	const isHere = ({ target: at }: Event) => at === element;
	const placeCaret = () => {
		if (document.activeElement === element) getSelection()?.collapse(catcher, 0);
	};

	const onbeforeinput = (event: InputEvent) => {
		if (!isHere(event) || event.isComposing || event.inputType === 'insertCompositionText') return;
		event.preventDefault();
		if (event.data && event.inputType.startsWith('insert')) target.type(event.data);
	};
	let isComposing = false;
	const oncompositionstart = (event: CompositionEvent) => {
		if (!isHere(event)) return;
		isComposing = true;
		target.compose();
	};
	const oncompositionupdate = (event: CompositionEvent) => {
		if (isHere(event)) target.composeTo(event.data);
	};
	const oncompositionend = (event: CompositionEvent) => {
		if (!isHere(event)) return;
		isComposing = false;
		catcher.replaceChildren();
		target.endComposing(event.data);
	};
	const onfocus = (event: FocusEvent) => {
		if (isHere(event)) placeCaret();
	};
	// An input method goes on as long as the focus stays: a press on another cell is to end it.
	const onpointerdown = () => {
		if (isComposing) element.blur();
	};
	// What is selected elsewhere is pasted by the middle button into whatever can be edited.
	const refuseMiddle = (event: MouseEvent) => {
		if (event.button === 1) event.preventDefault();
	};

	const listeners = {
		beforeinput: onbeforeinput,
		compositionstart: oncompositionstart,
		compositionupdate: oncompositionupdate,
		compositionend: oncompositionend,
		focusin: onfocus,
		pointerdown: onpointerdown,
		pointerup: placeCaret,
		mouseup: refuseMiddle,
		auxclick: refuseMiddle
	};
	for (const [type, listener] of Object.entries(listeners)) {
		element.addEventListener(type, listener as EventListener);
	}
	element.contentEditable = 'true';
	placeCaret();
	return () => {
		element.contentEditable = 'inherit';
		for (const [type, listener] of Object.entries(listeners)) {
			element.removeEventListener(type, listener as EventListener);
		}
	};
}
