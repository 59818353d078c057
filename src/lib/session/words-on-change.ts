import type { Command, Executed } from '$lib/editing';
import type { LedgerIndex } from '$lib/ledger';
import { outOfRange } from './out-of-range';
import type { Scenarios } from './scenarios.svelte';

/** What words on a change need of the session. */
interface ChangeHost {
	readonly scenarios: Scenarios;
	readonly ledger: LedgerIndex;
}

/** What is to be said of a change that was made; empty where that is nothing. */
export function wordsOnChange({ scenarios, ledger }: ChangeHost, command: Command, done: Executed): string {
	return [outOfRange(ledger, command), whereItChanged(scenarios, command, done)].filter(Boolean).join(' ');
}

/** Which scenarios an edit under one of them reached: that is not to be guessed. Empty where nothing need be said. */
function whereItChanged(scenarios: Scenarios, command: Command, { overrides, base }: Executed): string {
	const isEdit =
		command.do === 'set-contents' || command.do === 'restore-figure' || command.do === 'move-cells';
	if (scenarios.isBase || !isEdit) return '';
	if (base > 0) return 'Changed for all scenarios: only assumptions and figures can differ between them.';
	return overrides > 0 ? `Changed in the scenario “${scenarios.activeTitle}” only.` : '';
}
