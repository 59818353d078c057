import { PageLayout } from '$lib/session/page-layout.svelte';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

test('PAG-378 a dragged size is remembered when the drag ends', () => {
	const setItem = vi.fn();
	vi.stubGlobal('localStorage', { setItem });
	vi.stubGlobal('window', { innerWidth: 1200, innerHeight: 900 });
	const layout = new PageLayout();
	layout.resize('dock', 200, true);
	layout.resize('dock', 210, true);
	expect(layout.sizeOf('dock')).toBe(210);
	expect(setItem).not.toHaveBeenCalled();
	layout.show('dock');
	expect(setItem).toHaveBeenCalledOnce();
	expect(setItem.mock.calls[0]![1]).toContain('210');
});
