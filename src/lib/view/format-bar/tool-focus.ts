import type { Attachment } from 'svelte/attachments';

const TOOL = '[data-tool]';

/** A bar of tools as one stop for the keyboard: arrows go from tool to tool, Escape leaves it. */
export function toolFocus(leave: () => void): Attachment<HTMLElement> {
	return (bar) => {
		const tools = () => [...bar.querySelectorAll<HTMLElement>(TOOL)];
		const stopAt = (tool: HTMLElement | undefined) => {
			for (const other of tools()) other.tabIndex = other === tool ? 0 : -1;
		};
		const onkeydown = (event: KeyboardEvent) => {
			const tool = event.target instanceof HTMLElement && event.target.closest<HTMLElement>(TOOL);
			if (!tool) return;
			if (event.key === 'Escape') return leave();
			const all = tools();
			const at = all.indexOf(tool);
			const to = {
				ArrowRight: (at + 1) % all.length,
				ArrowLeft: (at - 1 + all.length) % all.length,
				Home: 0,
				End: all.length - 1
			}[event.key];
			if (to === undefined) return;
			event.preventDefault();
			all[to]?.focus();
		};
		const onfocusin = ({ target }: FocusEvent) => {
			const tool = target instanceof HTMLElement && target.closest<HTMLElement>(TOOL);
			if (tool) stopAt(tool);
		};
		bar.addEventListener('keydown', onkeydown);
		bar.addEventListener('focusin', onfocusin);
		stopAt(tools()[0]);
		return () => {
			bar.removeEventListener('keydown', onkeydown);
			bar.removeEventListener('focusin', onfocusin);
		};
	};
}

/** A press that leaves the focus where it is, in the sheet in most cases. */
export function keepFocus(event: MouseEvent): void {
	event.preventDefault();
}
