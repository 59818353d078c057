import {
	CellError,
	ErrorType,
	FunctionPlugin,
	HyperFormula,
	SimpleRangeValue,
	type ImplementedFunctions
} from 'hyperformula';
import { ENGINE_CALL } from '$lib/formula';
import { wrongValue } from '../lookup/failures';
import { linesSaid } from '../reference/written-lines';
import {
	Closure,
	givenValue,
	inArrays,
	isCallOf,
	isNothing,
	OMITTED,
	textOf,
	type Call,
	type CallState,
	type ClosureParameter,
	type Expression,
	type Given,
	type Value
} from './closure';
import { scopesOf, type Scopes } from './scopes';

/** LET and LAMBDA, the names that they give, and calls of what a LAMBDA is. */
export class NameFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		LET: { method: 'let', parameters: [] },
		LAMBDA: { method: 'lambda', parameters: [] },
		ISOMITTED: { method: 'isOmitted', parameters: [] },
		[ENGINE_CALL.name]: { method: 'localName', parameters: [] },
		[ENGINE_CALL.call]: { method: 'call', parameters: [] },
		[ENGINE_CALL.late]: { method: 'late', parameters: [] }
	};

	let(call: Call, state: CallState): Value {
		const inside = inArrays(state);
		const scopes = this.#scopes;
		return scopes.deeper(scopes.scope, () => {
			for (let index = 0; index + 2 < call.args.length; index += 2) {
				scopes.add(textOf(call.args[index]!), this.#calculatedOnce(call.args[index + 1]!, inside));
			}
			return this.evaluateAst(call.args.at(-1)!, inside);
		});
	}

	lambda(call: Call): Value {
		const parameters = call.args.slice(0, -1).map((argument): ClosureParameter => {
			const text = textOf(argument);
			return { name: text.replace(/^\?/, ''), isOptional: text.startsWith('?') };
		});
		return new Closure(parameters, call.args.at(-1)!, this.#scopes.scope);
	}

	isOmitted(call: Call): Value {
		const [argument, ...more] = call.args;
		if (!argument || more.length > 0) return new CellError(ErrorType.NA, 'Wrong number of arguments.');
		const name = isCallOf(argument, ENGINE_CALL.name) ? textOf(argument.args[0]!) : '';
		return (
			this.#scopes.find(name)?.isOmitted ?? wrongValue('ISOMITTED needs the name of a parameter of LAMBDA.')
		);
	}

	localName(call: Call): Value {
		const binding = this.#scopes.find(textOf(call.args[0]!))!;
		const value = binding.value();
		// The calculation writes results over arrays that it computed: each use needs one of its own.
		return value instanceof SimpleRangeValue && value.isAdHoc() && !binding.isUsedOnce
			? SimpleRangeValue.onlyValues(value.data.map((row) => [...row]))
			: value;
	}

	call(call: Call, state: CallState): Value {
		const inside = inArrays(state);
		const called = closureOf(call.args[0]!, this.evaluateAst(call.args[0]!, inside));
		if (!(called instanceof Closure)) return called;
		const valueOf = (expression: Expression) => this.evaluateAst(expression, inside);
		const given = call.args.slice(1).map((argument): Given => {
			if (isNothing(argument)) return OMITTED;
			const expression = linesSaid(argument, call, this.#scopes, valueOf);
			return expression ? { ...givenValue(valueOf(argument)), expression } : givenValue(valueOf(argument));
		});
		return this.#scopes.invoke(called, given, () => this.evaluateAst(called.body, inside));
	}

	/** The LAMBDA of a name of the workbook; the other arguments only say what it depends on. */
	late(call: Call, state: CallState): Value {
		const named = { type: 'NAMED_EXPRESSION', expressionName: textOf(call.args[0]!) };
		return this.evaluateAst(named as Expression, state);
	}

	get #scopes(): Scopes {
		return scopesOf(this.interpreter);
	}

	/** What is calculated where it is used first, and never again. */
	#calculatedOnce(expression: Expression, state: CallState): Given {
		const scopes = this.#scopes;
		const { scope } = scopes;
		let known: { readonly value: Value } | undefined;
		const value = () =>
			(known ??= { value: scopes.within(scope, () => this.evaluateAst(expression, state)) }).value;
		return { isOmitted: false, expression, value };
	}
}

/** The LAMBDA that an expression gives; a function's bare name is one that calls it with `count` values. */
export function closureOf(expression: Expression, value: Value, count = 1): Closure | CellError {
	if (value instanceof Closure) return value;
	if ('expressionName' in expression) {
		const called = closureOfFunction(expression.expressionName.toUpperCase(), count);
		if (called) return called;
	}
	return value instanceof CellError
		? value
		: wrongValue(
				'What stands before these brackets, or where a LAMBDA is needed, is no LAMBDA: write one, such as LAMBDA(x,x+1).'
			);
}

/** What calls a function with this many values. */
function closureOfFunction(procedureName: string, count: number): Closure | undefined {
	if (!HyperFormula.getFunctionPlugin(procedureName)) return undefined;
	const parameters = Array.from({ length: count }, (_, index) => ({ name: `~${index}`, isOptional: false }));
	const args = parameters.map(({ name }) => ({
		type: 'FUNCTION_CALL',
		procedureName: ENGINE_CALL.name,
		args: [{ type: 'STRING', value: name }]
	}));
	const body = { type: 'FUNCTION_CALL', procedureName, args } as unknown as Expression;
	return new Closure(parameters, body, undefined);
}
