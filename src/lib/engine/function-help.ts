import { HyperFormula } from 'hyperformula';
import { FUNCTION_DOCS } from 'hyperformula/descriptions';
import { differenceOf } from './differences';
import { examplesOf, examplesUnder } from './function-examples';
import { isExtra, nameOtherwise } from './function-names';
import { LOOKUP_FUNCTION_HELP } from './functions/lookup';
import { numericFunctionHelp } from './functions/numeric/help';
import { REFERENCE_FUNCTION_HELP } from './functions/reference/help';
import { SCOPE_FUNCTION_HELP } from './functions/scope/help';
import { libraryDescription, plainText } from './library-text';
import { offerRecordFunctions, RECORD_FIELDS } from './record-functions';
import { functionNames, parametersOf, type ParameterTraits } from './signatures';
import { offerTextFunction } from './text-function';

/** A parameter of a function, as help shows it. */
export interface FunctionParameter extends ParameterTraits {
	readonly name: string;
	readonly description: string;
}

/** What a function is for and how it is written. */
export interface FunctionHelp {
	readonly name: string;
	readonly category: string;
	readonly description: string;
	readonly parameters: readonly FunctionParameter[];
	/** Formulas that run as they stand; what they read are the sample cells. */
	readonly examples: readonly string[];
	/** What Excel does otherwise, as sentences. */
	readonly differsFromExcel?: string;
	/** The name that Excel has for it now, where this is another one with the same arguments. */
	readonly isOtherNameOf?: string;
	/** Whether Excel has no function of that name. */
	readonly isExtra?: boolean;
}

const OWN_FUNCTIONS: readonly FunctionHelp[] = [
	...LOOKUP_FUNCTION_HELP,
	...numericFunctionHelp(),
	...SCOPE_FUNCTION_HELP,
	...REFERENCE_FUNCTION_HELP,
	{
		name: 'FIGURE',
		category: 'Records',
		description: 'Gives what is on record about a reported figure.',
		parameters: [
			parameter('id', 'The id of the figure, such as "deepseek-v3-training-cost".'),
			parameter('field', `What to give: ${RECORD_FIELDS.FIGURE.join(', ')}.`)
		],
		examples: ['=FIGURE("deepseek-v3-training-cost","wording")']
	},
	{
		name: 'ASSUMPTION',
		category: 'Records',
		description: 'Gives what is on record about an assumption.',
		parameters: [
			parameter('name', 'The name of the assumption, such as "assume.gpu_hour_price".'),
			parameter('field', `What to give: ${RECORD_FIELDS.ASSUMPTION.join(', ')}.`)
		],
		examples: ['=ASSUMPTION("assume.gpu_hour_price","low")', '=ASSUMPTION("assume.gpu_hour_price","reason")']
	},
	{
		name: 'SETTING',
		category: 'Records',
		description: 'Gives a setting of the workbook in words.',
		parameters: [
			parameter(
				'field',
				`What to give: ${RECORD_FIELDS.SETTING.join(', ')} (how “about” and “nearly” are read).`
			)
		],
		examples: ['=SETTING("about")']
	},
	{
		name: 'TEXT',
		category: 'Text',
		description: 'Shows a number as a cell with that number format would, as a text.',
		parameters: [
			parameter('number', 'The number, date or time.'),
			parameter('format', 'An Excel number format code, such as "#,##0.00", "0.0%" or "yyyy-mm-dd".')
		],
		examples: ['=TEXT(0.125,"0.0%")', '=TEXT(45000,"yyyy-mm-dd")']
	}
];

let help: readonly FunctionHelp[] | undefined;

/** Every function that formulas can use, by name. */
export function functionHelp(): readonly FunctionHelp[] {
	if (help) return help;
	offerRecordFunctions();
	offerTextFunction();
	const own = new Set(OWN_FUNCTIONS.map(({ name }) => name));
	const builtIn = functionNames().flatMap((name) => (own.has(name) ? [] : helpOfLibrary(name)));
	const texts = new Map([...builtIn, ...OWN_FUNCTIONS].map((text) => [text.name, text]));
	help = [...texts.values()]
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((text) => helpOf(text, texts.get(nameOtherwise(text.name) ?? '')));
	return help;
}

/** Help on a function; `original` is the one that it is another name of. */
function helpOf(text: FunctionHelp, original: FunctionHelp | undefined): FunctionHelp {
	const { name } = text;
	const difference = differenceOf(name);
	const examples = original
		? examplesUnder(name, original.name, examplesOf(original.name, original.examples))
		: examplesOf(name, text.examples);
	return {
		...text,
		examples,
		...(isExtra(name) ? { isExtra: true } : {}),
		...(original ? { isOtherNameOf: original.name } : {}),
		...(difference === undefined ? {} : { differsFromExcel: difference })
	};
}

/** Help on a function of the library; none where it has nothing to say of it. */
function helpOfLibrary(name: string): FunctionHelp[] {
	const described = FUNCTION_DOCS[HyperFormula.getFunctionPlugin(name)?.aliases?.[name] ?? name];
	const traits = parametersOf(name);
	if (!described || !traits) return [];
	const { category, shortDescription, parameters, examples } = described;
	return [
		{
			name,
			category,
			description: libraryDescription(name, shortDescription),
			parameters: traits.map((given, index) => ({
				name: parameters[index]?.name ?? `argument${index + 1}`,
				description: plainText(parameters[index]?.description ?? ''),
				...given
			})),
			examples
		}
	];
}

function parameter(name: string, description: string): FunctionParameter {
	return { name, description, isOptional: false, isRepeated: false };
}
