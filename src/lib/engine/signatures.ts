import { HyperFormula } from 'hyperformula';

/** How a parameter of a function is given. */
export interface ParameterTraits {
	readonly isOptional: boolean;
	/** Whether it may be given again and again. */
	readonly isRepeated: boolean;
}

/** Functions that read their arguments themselves, or that the library keeps to itself: it does not know what they take. */
const NOT_KNOWN: Readonly<Record<string, readonly ParameterTraits[]>> = {
	BYCOL: takes(2),
	BYROW: takes(2),
	FORMULATEXT: takes(1),
	INDIRECT: takes(1, 1),
	ISFORMULA: takes(1),
	ISOMITTED: takes(1),
	ISREF: takes(1),
	LAMBDA: takes(1, 0, 1),
	LET: takes(3, 2, 2),
	MAKEARRAY: takes(3),
	MAP: takes(2, 0, 1),
	OFFSET: takes(3, 2),
	REDUCE: takes(3),
	SCAN: takes(3),
	VERSION: takes(0)
};

/** The name of every function that formulas can use. */
export function functionNames(): string[] {
	// What begins with another letter stands for what the library cannot read, and is never typed.
	return HyperFormula.getRegisteredFunctionNames('enGB').filter((name) => /^[A-Z]/.test(name));
}

/** What a function takes, by position; undefined where there is none of that name in capitals. */
export function parametersOf(name: string): readonly ParameterTraits[] | undefined {
	if (Object.hasOwn(NOT_KNOWN, name)) return NOT_KNOWN[name];
	const plugin = HyperFormula.getFunctionPlugin(name);
	const metadata = plugin?.implementedFunctions[plugin.aliases?.[name] ?? name];
	if (!metadata) return undefined;
	const { parameters = [], repeatLastArgs = 0 } = metadata;
	return parameters.map(({ optionalArg, defaultValue }, index) => ({
		isOptional: optionalArg === true || defaultValue !== undefined,
		isRepeated: index >= parameters.length - repeatLastArgs
	}));
}

function takes(required: number, optional = 0, repeated = 0): ParameterTraits[] {
	const count = required + optional;
	return Array.from({ length: count }, (_, index) => ({
		isOptional: index >= required,
		isRepeated: index >= count - repeated
	}));
}
