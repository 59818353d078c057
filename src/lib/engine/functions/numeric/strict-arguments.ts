import {
	CellError,
	FunctionArgumentType,
	type FunctionPlugin,
	HyperFormula,
	SimpleRangeValue,
	type FunctionArgument,
	type FunctionMetadata,
	type FunctionPluginDefinition
} from 'hyperformula';
import { conversionOf } from '../coercion/conversion';
import { textOf } from '../coercion/operators';
import { wrongValue } from './failures';
import type { Surroundings } from './numeric-function';

/** Functions of the library that Excel took from the Analysis ToolPak: they do not read TRUE and FALSE as numbers. */
const REFUSE_BOOLEANS = new Set(
	(
		'BIN2DEC BIN2HEX BIN2OCT DEC2BIN DEC2HEX DEC2OCT HEX2BIN HEX2DEC HEX2OCT OCT2BIN OCT2DEC OCT2HEX ' +
		'DELTA DOLLARDE DOLLARFR FACTDOUBLE NETWORKDAYS QUOTIENT RANDBETWEEN SERIESSUM SQRTPI TBILLEQ TBILLPRICE TBILLYIELD ' +
		'WEEKNUM WORKDAY YEARFRAC'
	).split(' ')
);

/** Functions whose numbers, all of them, lose their fraction. */
const CUT_ALL = new Set(
	(
		'ADDRESS BASE CHAR COMBIN COMBINA DEC2BIN DEC2HEX DEC2OCT LEFT MID NETWORKDAYS.INTL REPLACE RIGHT SUBTOTAL ' +
		'UNICHAR WEEKDAY WORKDAY.INTL BIN2HEX BIN2OCT HEX2BIN HEX2OCT OCT2BIN OCT2HEX ROMAN'
	).split(' ')
);

/** Functions that need whole numbers in some places and cut off a fraction there, where the library refuses it. */
const CUT_WHOLE = new Set('CHOOSE DB YEARFRAC'.split(' '));

/** Functions whose digits may be small letters, which the library takes for none. */
const READ_CAPITALS = new Set('DECIMAL HEX2BIN HEX2DEC HEX2OCT'.split(' '));

/** Functions for which no digits are 0, where the library takes them for no number. */
const READ_NOTHING = new Set(
	'BIN2DEC BIN2HEX BIN2OCT DECIMAL HEX2BIN HEX2DEC HEX2OCT OCT2BIN OCT2DEC OCT2HEX'.split(' ')
);

/** Up to where the library counts one by one what it could calculate at once. */
const MOST_COUNTED = 1e7;

/** What numbers arguments may be, by their place, where the library has other limits than Excel. */
const LIMITS: Readonly<Record<string, readonly Partial<StrictArgument>[]>> = {
	BASE: [{ maxValue: Number.MAX_SAFE_INTEGER }],
	DB: [{}, {}, {}, { minValue: 1, maxValue: MOST_COUNTED }],
	DDB: [{}, {}, {}, { greaterThan: 0 }],
	FACTDOUBLE: [{ minValue: -1 }],
	MULTINOMIAL: [{ maxValue: MOST_COUNTED }],
	ROMAN: [{ minValue: 0, isValueError: true }]
};

type Value = ReturnType<FunctionPlugin['evaluateAst']>;
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];

interface StrictArgument extends FunctionArgument {
	readonly refusesBooleans?: boolean;
	readonly cutsFraction?: boolean;
	/** Whether a number outside the limits is a wrong value, not a wrong number. */
	readonly isValueError?: boolean;
	readonly readsCapitals?: boolean;
	/** Whether the empty text is the digit 0. */
	readonly readsNothing?: boolean;
}

function isText({ argumentType }: FunctionArgument): boolean {
	return argumentType === FunctionArgumentType.STRING;
}

function isCondition({ argumentType }: FunctionArgument): boolean {
	return argumentType === FunctionArgumentType.BOOLEAN;
}

function isRead(argument: FunctionArgument): boolean {
	return isNumeric(argument) || isText(argument) || isCondition(argument);
}

function isNumeric({ argumentType }: FunctionArgument): boolean {
	return argumentType === FunctionArgumentType.NUMBER || argumentType === FunctionArgumentType.INTEGER;
}

function strictMetadata(name: string, metadata: FunctionMetadata): FunctionMetadata {
	const parameters = (metadata.parameters ?? []).map((parameter, index): StrictArgument => {
		if (isText(parameter)) {
			return {
				...parameter,
				readsCapitals: READ_CAPITALS.has(name),
				readsNothing: READ_NOTHING.has(name)
			};
		}
		if (!isNumeric(parameter)) return parameter;
		const needsWhole = parameter.argumentType === FunctionArgumentType.INTEGER;
		return {
			...parameter,
			...LIMITS[name]?.[index],
			refusesBooleans: REFUSE_BOOLEANS.has(name),
			cutsFraction: CUT_ALL.has(name) || (needsWhole && CUT_WHOLE.has(name))
		};
	});
	return { ...metadata, parameters };
}

/** A plugin whose every function reads its arguments strictly: the library may call any of them on one instance. */
function strict(plugin: FunctionPluginDefinition): FunctionPluginDefinition {
	class Strict extends plugin {
		static override implementedFunctions = Object.fromEntries(
			Object.entries(plugin.implementedFunctions).map(([name, metadata]) => [
				name,
				strictMetadata(name, metadata)
			])
		);

		protected override coerceToType(value: Value, type: StrictArgument, state: CallState) {
			if (isText(type) && !(value instanceof SimpleRangeValue) && !(value instanceof CellError)) {
				const text = textOf(value, conversionOf((this.config.context as Surroundings).locale));
				if (type.readsNothing && text === '') return '0';
				return type.readsCapitals ? text.toUpperCase() : text;
			}
			if (isCondition(type) && value === '')
				return wrongValue('A text stands where this function needs TRUE or FALSE.');
			if (!isNumeric(type)) return super.coerceToType(value, type, state);
			if (type.refusesBooleans && typeof value === 'boolean')
				return wrongValue('A number is needed here, not TRUE or FALSE.');
			if (!type.cutsFraction) return super.coerceToType(value, type, state);
			const unlimited = { argumentType: FunctionArgumentType.NUMBER };
			const number = super.coerceToType(value, unlimited, state);
			if (typeof number !== 'number') return number;
			const limited = super.coerceToType(Math.trunc(number), type, state);
			return limited instanceof CellError && type.isValueError
				? wrongValue('The number lies outside those that this function takes.')
				: limited;
		}
	}
	// The library looks for methods on the very class that it is given.
	const inherited: object = Object.getPrototypeOf(Strict.prototype);
	for (const { method, sizeOfResultArrayMethod } of Object.values(plugin.implementedFunctions)) {
		for (const name of [method, sizeOfResultArrayMethod ?? method]) {
			const own = Object.getOwnPropertyDescriptor(inherited, name);
			if (own) Object.defineProperty(Strict.prototype, name, own);
		}
	}
	return Strict;
}

/** Makes the library's own functions read their arguments as Excel does, for every calculation built from now on. */
export function offerStrictArguments(): void {
	for (const plugin of HyperFormula.getAllFunctionPlugins()) {
		const { implementedFunctions, aliases = {} } = plugin;
		const named = [
			...Object.keys(implementedFunctions).map((name) => [name, name]),
			...Object.entries(aliases)
		];
		const replaced = named.filter(
			([called, name]) =>
				called !== 'OFFSET' &&
				HyperFormula.getFunctionPlugin(called!) === plugin &&
				implementedFunctions[name!]?.parameters?.some(isRead)
		);
		if (replaced.length === 0) continue;
		const replacement = strict(plugin);
		for (const [called] of replaced) HyperFormula.registerFunction(called!, replacement);
	}
}
