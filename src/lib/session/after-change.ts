import type { Command, Executed } from '$lib/editing';
import { rememberChange } from './repeating';
import type { Session } from './session.svelte';
import { wordsOnChange } from './words-on-change';

/** Takes note of a change that was made; gives what is to be said of it. */
export function afterChange(session: Session, command: Command, done: Executed): string {
	rememberChange(session, command);
	return wordsOnChange(session, command, done);
}
