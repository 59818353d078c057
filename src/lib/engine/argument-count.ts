import { callsIn } from '$lib/formula';
import { functionHelp, type FunctionHelp } from './function-help';

/** Says which function of a formula has too few or too many arguments, and how many it takes; undefined where none has. */
export function explainArgumentCount(formula: string): string | undefined {
	for (const { name, argumentCount } of callsIn(formula)) {
		const help = functionHelp().find((known) => known.name === name.toUpperCase());
		if (!help || takes(help, argumentCount)) continue;
		return `${help.name} takes ${countOf(help)}; here it has ${argumentCount || 'none'}.`;
	}
	return undefined;
}

function takes({ parameters }: FunctionHelp, count: number): boolean {
	const repeated = parameters.filter(({ isRepeated }) => isRepeated).length;
	const beyond = count - parameters.length;
	if (beyond > 0) {
		// What repeats may stop short where the rest of it may be left out.
		const rest = repeated > 0 ? parameters.slice(-repeated).slice(beyond % repeated) : [];
		return repeated > 0 && (beyond % repeated === 0 || rest.every(({ isOptional }) => isOptional));
	}
	return parameters.slice(count).every(({ isOptional }) => isOptional);
}

function countOf({ parameters }: FunctionHelp): string {
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
