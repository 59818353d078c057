import type { FunctionHelp } from '../../function-help';
import { NUMERIC_FUNCTIONS } from '.';
import { RARE_FUNCTIONS } from './rare-functions';

/** Help on these functions, under each of their names. */
export function numericFunctionHelp(): readonly FunctionHelp[] {
	const functions = [...NUMERIC_FUNCTIONS, ...RARE_FUNCTIONS];
	return functions.flatMap(({ name, aliases, category, description, parameters, example }) =>
		[name, ...aliases].map((called) => ({
			name: called,
			category,
			description,
			parameters: parameters.map(({ name, description, isOptional = false, isRepeated = false }) => ({
				name,
				description,
				isOptional,
				isRepeated
			})),
			examples: [example.replace(`=${name}(`, `=${called}(`)]
		}))
	);
}
