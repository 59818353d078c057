import { callsIn } from '$lib/formula';
import { parametersOf, type ParameterTraits } from './signatures';

/** Says which function of a formula has too few or too many arguments, and how many it takes; undefined where none has. */
export function explainArgumentCount(formula: string): string | undefined {
	for (const call of callsIn(formula)) {
		const name = call.name.toUpperCase();
		const parameters = parametersOf(name);
		if (!parameters || takes(parameters, call.argumentCount)) continue;
		return `${name} takes ${countOf(parameters)}; here it has ${call.argumentCount || 'none'}.`;
	}
	return undefined;
}

function takes(parameters: readonly ParameterTraits[], count: number): boolean {
	const repeated = parameters.filter(({ isRepeated }) => isRepeated).length;
	const beyond = count - parameters.length;
	if (beyond > 0) {
		// What repeats may stop short where the rest of it may be left out.
		const rest = repeated > 0 ? parameters.slice(-repeated).slice(beyond % repeated) : [];
		return repeated > 0 && (beyond % repeated === 0 || rest.every(({ isOptional }) => isOptional));
	}
	return parameters.slice(count).every(({ isOptional }) => isOptional);
}

function countOf(parameters: readonly ParameterTraits[]): string {
	const most = parameters.length;
	const least = parameters.filter(({ isOptional }) => !isOptional).length;
	const repeated = parameters.filter(({ isRepeated }) => isRepeated).length;
	if (repeated > 1) return `${most} arguments, or ${repeated} more at a time`;
	if (repeated === 1) return `at least ${argumentsOf(least)}`;
	if (most === 0) return 'no arguments';
	if (least === most) return argumentsOf(most);
	return `${least} ${most - least === 1 ? 'or' : 'to'} ${argumentsOf(most)}`;
}

function argumentsOf(count: number): string {
	return `${count} argument${count === 1 ? '' : 's'}`;
}
