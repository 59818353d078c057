import { createContext } from 'svelte';
import type { Session } from './session.svelte';

/** The session that a component belongs to, set once at the top of the page. */
export const [getSession, setSession] = createContext<Session>();
