import type { Command, Executed } from '$lib/editing';
import type { Scenarios } from './scenarios.svelte';

/** Which scenarios an edit under one of them reached: that is not to be guessed. Empty where nothing need be said. */
export function whereItChanged(
	scenarios: Scenarios,
	command: Command,
	{ overrides, base }: Executed
): string {
	const isEdit =
		command.do === 'set-contents' || command.do === 'restore-figure' || command.do === 'move-cells';
	if (scenarios.isBase || !isEdit) return '';
	if (base > 0) return 'Changed for all scenarios: only assumptions and figures can differ between them.';
	return overrides > 0 ? `Changed in the scenario “${scenarios.activeTitle}” only.` : '';
}
