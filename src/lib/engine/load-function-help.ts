import type { FunctionHelp } from './function-help';

/** Every function that formulas can use, by name. Help is large, and no calculation needs it. */
export async function loadFunctionHelp(): Promise<readonly FunctionHelp[]> {
	return (await import('./function-help')).functionHelp();
}
