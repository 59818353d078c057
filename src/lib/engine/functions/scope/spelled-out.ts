import { ENGINE_CALL } from '$lib/formula';
import { isCallOf, textOf, type Binding, type Call, type Expression } from './closure';
import type { Scopes } from './scopes';

/** Calls by whether names that LET or LAMBDA gave stand in their arguments. */
const naming = new WeakMap<Expression, boolean>();

/** A call with what LET says in place of its names, where that is `wanted`; the same call where no name is. */
export function spelledOut(call: Call, scopes: Scopes, wanted: (expression: Expression) => boolean): Call {
	if (!scopes.scope || !call.args.some(hasNames)) return call;
	let isChanged = false;
	const spell = (expression: Expression): Expression => {
		if (!hasNames(expression)) return expression;
		if (!isCallOf(expression, ENGINE_CALL.name)) return mapped(expression, spell);
		const binding = scopes.find(textOf(expression.args[0]!));
		if (!binding?.expression || !isReadable(binding.expression, binding, scopes)) return expression;
		const said = spell(binding.expression);
		if (!wanted(said)) return expression;
		isChanged = true;
		return said;
	};
	const args = call.args.map(spell);
	return isChanged ? { ...call, args } : call;
}

/** Whether the names in what a name stands for are the same where it is used. */
function isReadable(expression: Expression, { outer }: Binding, scopes: Scopes): boolean {
	if (!hasNames(expression)) return true;
	if (!isCallOf(expression, ENGINE_CALL.name))
		return partsOf(expression).every((part) => isReadable(part, { outer } as Binding, scopes));
	const name = textOf(expression.args[0]!);
	let there = outer;
	while (there && there.name !== name) there = there.outer;
	return there === scopes.find(name);
}

function hasNames(expression: Expression): boolean {
	let has = naming.get(expression);
	if (has === undefined) {
		has = isCallOf(expression, ENGINE_CALL.name) || partsOf(expression).some(hasNames);
		naming.set(expression, has);
	}
	return has;
}

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
	const parts: Expression[] = [];
	mapped(expression, (part) => {
		parts.push(part);
		return part;
	});
	return parts;
}

/** An expression with others in place of those that it is made of. */
function mapped(expression: Expression, map: (part: Expression) => Expression): Expression {
	if ('expression' in expression) return { ...expression, expression: map(expression.expression) };
	if ('left' in expression)
		return { ...expression, left: map(expression.left), right: map(expression.right) };
	if ('value' in expression && typeof expression.value === 'object')
		return { ...expression, value: map(expression.value as Expression) } as Expression;
	return 'procedureName' in expression ? { ...expression, args: expression.args.map(map) } : expression;
}
