import {
	FormulaEngine,
	FUNCTION_DIFFERENCES,
	GENERAL_DIFFERENCES,
	UNSUPPORTED_FUNCTIONS,
	type Difference,
	type FunctionHelp,
	type FunctionParameter,
	type UnsupportedFunction
} from '$lib/engine';
import { sampleTexts, workExamples, type ExampleRecords, type WorkedExample } from './worked-example';

/** A difference from Excel with what its formula gives here. */
export type WorkedDifference = Difference & { readonly here: string };

/** One function as the reference shows it. */
export interface FunctionEntry {
	readonly name: string;
	/** How it is written: `SUM(value1, …)`, what may be left out in brackets. */
	readonly signature: string;
	readonly description: string;
	readonly parameters: readonly FunctionParameter[];
	readonly examples: readonly WorkedExample[];
	readonly difference?: WorkedDifference;
}

/** Functions of one category, in the order of their names. */
export interface FunctionGroup {
	readonly category: string;
	readonly functions: readonly FunctionEntry[];
}

/** Another name of a function. */
export interface OtherName {
	readonly name: string;
	readonly of: string;
	readonly example: WorkedExample;
	readonly isInExcel: boolean;
	readonly difference?: WorkedDifference;
}

/** All that there is to say about functions, every example calculated. */
export interface FunctionReference {
	readonly groups: readonly FunctionGroup[];
	readonly otherNames: readonly OtherName[];
	readonly differences: readonly WorkedDifference[];
	readonly unsupported: readonly UnsupportedFunction[];
	/** What the sample cells hold, row by row from A1. */
	readonly cells: readonly (readonly string[])[];
}

/** The group that comes last. */
const EXTRA = 'Not in Excel';
/** Small groups of the library, by the one that they are shown in. */
const SHOWN_IN: Readonly<Record<string, string>> = {
	Array: 'Lookup and reference',
	'Array manipulation': 'Lookup and reference',
	'Matrix functions': 'Math and trigonometry'
};

/** Describes every function, with its examples calculated over the sample cells and these records. */
export function functionReference(records: ExampleRecords): FunctionReference {
	const groups = new Map<string, FunctionEntry[]>();
	const otherNames: OtherName[] = [];
	const all = new FormulaEngine().describeFunctions();
	const differences = [...GENERAL_DIFFERENCES, ...Object.values(FUNCTION_DIFFERENCES)];
	const worked = workExamples(
		[...all.flatMap(({ examples }) => examples), ...differences.map(({ formula }) => formula)],
		records
	);
	const workDifference = (one: Difference) => ({ ...one, here: worked.get(one.formula)!.result });
	for (const help of all) {
		const { name, category, description, parameters, isOtherNameOf: of, isExtra = false } = help;
		const examples = help.examples.map((formula) => worked.get(formula)!);
		const found = FUNCTION_DIFFERENCES[name];
		const difference = found && { difference: workDifference(found) };
		if (of !== undefined) {
			otherNames.push({ name, of, example: examples[0]!, isInExcel: !isExtra, ...difference });
			continue;
		}
		const group = isExtra ? EXTRA : (SHOWN_IN[category] ?? category);
		const entry = { name, signature: signatureOf(help), description, parameters, examples, ...difference };
		groups.set(group, [...(groups.get(group) ?? []), entry]);
	}
	return {
		groups: [...groups]
			.map(([category, functions]) => ({ category, functions }))
			.sort((a, b) => Number(a.category === EXTRA) - Number(b.category === EXTRA) || compare(a, b)),
		otherNames,
		differences: GENERAL_DIFFERENCES.map(workDifference),
		unsupported: UNSUPPORTED_FUNCTIONS,
		cells: sampleTexts()
	};
}

/** How a function is written, with what may be left out in brackets and … for what may be given again. */
export function signatureOf({ name, parameters }: Pick<FunctionHelp, 'name' | 'parameters'>): string {
	const written = parameters.map((one) => (one.isOptional ? `[${one.name}]` : one.name));
	if (parameters.some(({ isRepeated }) => isRepeated)) written.push('…');
	return `${name}(${written.join(', ')})`;
}

function compare(a: FunctionGroup, b: FunctionGroup): number {
	return a.category < b.category ? -1 : 1;
}
