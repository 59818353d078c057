import { actionCalled, runAction } from '$lib/session/actions';
import type { Session } from '$lib/session/session.svelte';
import { expect, test, vi } from 'vitest';

/** What Ctrl+S says where saving stands so. */
async function saidWhere(saving: { readonly isAvailable: boolean; readonly isFailed: boolean }) {
	const session = {
		status: '',
		edit: { place: undefined, commit: () => true },
		settleEdit: () => true,
		saving: { ...saving, text: 'Not saved', flush: () => Promise.resolve() }
	};
	runAction(actionCalled('save'), session as unknown as Session);
	await vi.waitFor(() => expect(session.status).not.toBe(''));
	return session.status;
}

test('PAG-376 what Ctrl+S says of a workbook that is not kept yet, kept, and not kept', async () => {
	expect(await saidWhere({ isAvailable: false, isFailed: false })).toMatch(/^Not saved yet/);
	expect(await saidWhere({ isAvailable: true, isFailed: false })).toMatch(/^Saved in this browser/);
	expect(await saidWhere({ isAvailable: false, isFailed: true })).toMatch(/Export as CSV keeps a copy/);
});
