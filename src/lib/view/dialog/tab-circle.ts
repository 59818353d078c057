const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What Tab stops at within an element, in its order: of a group of radio buttons one, as browsers have it. */
function stopsIn(element: HTMLElement): HTMLElement[] {
	const stops = [...element.querySelectorAll<HTMLElement>(STOPS)].filter(
		(stop) => stop.tabIndex >= 0 && !stop.matches(':disabled, [inert], [inert] *') && stop.checkVisibility()
	);
	return stops.filter((stop) => !isPassedOver(stop, stops));
}

/** Whether another button of the group of a radio button is the one that is stopped at. */
function isPassedOver(stop: HTMLElement, stops: readonly HTMLElement[]): boolean {
	if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio' || stop.checked) return false;
	return stops.some(
		(other) => other instanceof HTMLInputElement && other.name === stop.name && other.checked
	);
}

/**
 * Leads Tab from the last stop of an element on to its first, and back: browsers go on to their own buttons, from where
 * there is no seeing that a dialog is open. Gives whether it did; between two stops the browser does it.
 */
export function turnRound(element: HTMLElement, { key, shiftKey, target }: KeyboardEvent): boolean {
	if (key !== 'Tab' || !(target instanceof HTMLElement)) return false;
	const stops = stopsIn(element);
	const [first, last] = [stops[0], stops.at(-1)];
	const isAtEnd = target === (shiftKey ? first : last) || target === element || stops.length === 0;
	if (!isAtEnd) return false;
	(shiftKey ? last : first)?.focus();
	return true;
}
