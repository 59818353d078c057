import { HyperFormula } from 'hyperformula';
import type { FunctionHelp } from '../../function-help';
import { AGGREGATE_FUNCTIONS } from './aggregate-functions';
import { ARRAY_FUNCTIONS } from './array-functions';
import { CHOICE_FUNCTIONS } from './choice-functions';
import { CRITERIA_FUNCTIONS } from './criteria-functions';
import { DATABASE_FUNCTIONS } from './database-functions';
import { DYNAMIC_FUNCTIONS } from './dynamic-functions';
import { LOGICAL_FUNCTIONS } from './logical-functions';
import { helpOf, type LookupFunction } from './lookup-function';
import { LOOKUP_FUNCTIONS } from './lookup-functions';
import { pluginOf } from './plugin';
import { SHAPE_FUNCTIONS } from './shape-functions';
import { SORT_FUNCTIONS } from './sort-functions';

const FUNCTIONS: readonly LookupFunction[] = [
	...LOOKUP_FUNCTIONS,
	...CRITERIA_FUNCTIONS,
	...LOGICAL_FUNCTIONS,
	...ARRAY_FUNCTIONS,
	...CHOICE_FUNCTIONS,
	...DYNAMIC_FUNCTIONS,
	...SHAPE_FUNCTIONS,
	...SORT_FUNCTIONS,
	...AGGREGATE_FUNCTIONS,
	...DATABASE_FUNCTIONS
];

let isOffered = false;

/** Makes the functions that look up, count by criteria, test and shape arrays known to every calculation built from now on. */
export function offerLookupFunctions(): void {
	if (isOffered) return;
	isOffered = true;
	HyperFormula.registerFunctionPlugin(pluginOf(FUNCTIONS), {
		enGB: Object.fromEntries(FUNCTIONS.map(({ name }) => [name, name]))
	});
}

/** What these functions are for and how they are written. */
export const LOOKUP_FUNCTION_HELP: readonly FunctionHelp[] = FUNCTIONS.map(helpOf);
