import type { Notice } from './notices.svelte';

const RELOAD = { label: 'Reload', run: () => location.reload() };

/** Says that another tab saved what this one has not read. */
export const CHANGED_ELSEWHERE: Notice = {
	about: 'saving',
	text: 'Another tab has changed the workbook since this one read it. Reload to go on with what was saved.',
	isFault: false,
	actions: [RELOAD]
};

/** Says that the page lacks what opens a workbook. */
export const NOT_OPENED: Notice = {
	about: 'opening',
	text: 'The workbook could not be opened: a part of this page is missing. What is saved in this browser is kept. Check the connection and reload.',
	isFault: true,
	actions: [RELOAD]
};
