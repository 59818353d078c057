import { ENGINE_CALL } from '$lib/formula';
import { TooLargeArray } from '../../array-arithmetic';
import { isCallOf, textOf, type Binding, type Call, type Expression } from './closure';
import type { Scopes } from './scopes';

/** What a name says may have so many parts, to be calculated wherever it stands. */
const MOST_PARTS = 1_000;
const TOO_MUCH =
	'A name of this formula stands for a calculation with whole columns or rows that would be done again and again: take a range with an end.';

/** Calls by whether names that LET or LAMBDA gave stand in their arguments. */
const naming = new WeakMap<Expression, boolean>();

/** A call with what LET says in place of its names, where that is `wanted`; the same call where no name is. */
export function spelledOut(call: Call, scopes: Scopes, wanted: (expression: Expression) => boolean): Call {
	if (!scopes.scope || !call.args.some(hasNames)) return call;
	let isChanged = false;
	const known = new Map<string, Expression | undefined>();
	const saidBy = (name: string): Expression | undefined => {
		const binding = scopes.find(name);
		if (!binding?.expression || !isReadable(binding.expression, binding, scopes)) return undefined;
		const said = spell(binding.expression);
		if (!wanted(said)) return undefined;
		// What it says is calculated wherever the name stands.
		if (sizeOf(said) > MOST_PARTS || isRandom(said)) throw new TooLargeArray(TOO_MUCH);
		return said;
	};
	const spell = (expression: Expression): Expression => {
		if (!hasNames(expression) || isScope(expression)) return expression;
		if (!isCallOf(expression, ENGINE_CALL.name)) return mapped(expression, spell);
		const name = textOf(expression.args[0]!);
		if (!known.has(name)) known.set(name, saidBy(name));
		const said = known.get(name);
		isChanged ||= said !== undefined;
		return said ?? expression;
	};
	const args = call.args.map(spell);
	return isChanged ? { ...call, args } : call;
}

const sizes = new WeakMap<Expression, number>();

/** Of how many parts an expression is made, those that stand in several places counted in each. */
function sizeOf(expression: Expression): number {
	let size = sizes.get(expression);
	if (size === undefined) {
		size = partsOf(expression).reduce((sum, part) => sum + sizeOf(part), 1);
		sizes.set(expression, size);
	}
	return size;
}

/** Whether an expression has names of its own, which may be those outside it. */
function isScope(expression: Expression): boolean {
	return isCallOf(expression, 'LET') || isCallOf(expression, 'LAMBDA');
}

/** Whether an expression is another value each time. */
function isRandom(expression: Expression): boolean {
	const isItself = 'procedureName' in expression && /^RAND(BETWEEN|ARRAY)?$/.test(expression.procedureName);
	return isItself || partsOf(expression).some(isRandom);
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
