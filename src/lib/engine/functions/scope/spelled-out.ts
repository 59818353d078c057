import { ENGINE_CALL } from '$lib/formula';
import { TooLargeArray } from '../../array-arithmetic';
import { isCallOf, textOf, type Binding, type Call, type Closure, type Expression } from './closure';
import type { Scopes } from './scopes';

/** What a name says may have so many parts, to be calculated wherever it stands. */
const MOST_PARTS = 1_000;
/** As many calls of LAMBDA may stand within each other, written out. */
const MOST_CALLS = 16;
const TOO_MUCH =
	'A name of this formula stands for a calculation with whole columns or rows that would be done again and again: take a range with an end.';

/** Calls by whether names that LET or LAMBDA gave stand in their arguments, or calls of LAMBDA. */
const naming = new WeakMap<Expression, boolean>();

/** What names stand for in an expression that is being spelled out; null for those that it gives itself. */
type Said = ReadonlyMap<string, Expression | null>;

/** What spelling out is done for, and what it may ask for. */
interface Wish {
	/** Whether what a name says is wanted in its place. */
	wanted(expression: Expression): boolean;
	/** The LAMBDA that a name of the workbook stands for. */
	closureOf(expression: Expression): Closure | undefined;
}

/** A call with what LET and LAMBDA say in place of their names, where that is wanted; the same call where no name is. */
export function spelledOut(call: Call, scopes: Scopes, wish: Wish): Call {
	if (!call.args.some(hasNames)) return call;
	const spelling = new Spelling(scopes, wish);
	const args = call.args.map((argument) => spelling.spell(argument, NO_NAMES));
	return spelling.isChanged ? { ...call, args } : call;
}

const NO_NAMES: Said = new Map();

class Spelling {
	isChanged = false;
	#known = new Map<string, Expression | undefined>();
	#depth = 0;

	constructor(
		private readonly scopes: Scopes,
		private readonly wish: Wish
	) {}

	spell(expression: Expression, said: Said): Expression {
		if (!hasNames(expression)) return expression;
		if (isCallOf(expression, ENGINE_CALL.name)) return this.#name(expression, said);
		if (isCallOf(expression, 'LET')) return this.#let(expression, said);
		if (isCallOf(expression, 'LAMBDA')) return said.size === 0 ? expression : this.#lambda(expression, said);
		if (isCallOf(expression, ENGINE_CALL.call)) return this.#call(expression, said);
		return mapped(expression, (part) => this.spell(part, said));
	}

	#name(expression: Call, said: Said): Expression {
		const name = textOf(expression.args[0]!);
		if (said.has(name)) return said.get(name) ?? expression;
		if (!this.#known.has(name)) this.#known.set(name, this.#saidBy(name));
		const known = this.#known.get(name);
		this.isChanged ||= known !== undefined;
		return known ?? expression;
	}

	#saidBy(name: string): Expression | undefined {
		const binding = this.scopes.find(name);
		if (!binding?.expression || !isReadable(binding.expression, binding, this.scopes)) return undefined;
		const said = this.spell(binding.expression, NO_NAMES);
		return this.wish.wanted(said) ? refuseCostly(said) : undefined;
	}

	#let(expression: Call, said: Said): Expression {
		const before = this.isChanged;
		const inside = new Map(said);
		for (let index = 0; index + 2 < expression.args.length; index += 2)
			inside.set(textOf(expression.args[index]!), this.spell(expression.args[index + 1]!, inside));
		return this.#written(expression, this.spell(expression.args.at(-1)!, inside), said, before);
	}

	#lambda(expression: Call, said: Said): Expression {
		const inside = new Map(said);
		for (const parameter of expression.args.slice(0, -1)) inside.set(nameOfParameter(parameter), null);
		return { ...expression, args: expression.args.with(-1, this.spell(expression.args.at(-1)!, inside)) };
	}

	#call(expression: Call, said: Said): Expression {
		const before = this.isChanged;
		const [called, ...given] = expression.args.map((one) => this.spell(one, said));
		const lambda = this.#lambdaOf(called!);
		const asGiven = () =>
			said.size === 0 && before === this.isChanged
				? expression
				: { ...expression, args: [called!, ...given] };
		if (!lambda || !given.some((one) => this.wish.wanted(one))) return asGiven();
		if (this.#depth >= MOST_CALLS) throw new TooLargeArray(TOO_MUCH);
		const inside = new Map<string, Expression | null>();
		for (const [index, parameter] of lambda.args.slice(0, -1).entries()) {
			// What is left out has no value to write.
			if (!given[index]) return asGiven();
			inside.set(nameOfParameter(parameter), given[index]);
		}
		this.#depth++;
		const body = this.spell(lambda.args.at(-1)!, inside);
		this.#depth--;
		return this.#written(expression, body, said, before);
	}

	/** What is written in place of LET or of a call, unless nothing of it is wanted. */
	#written(expression: Call, body: Expression, said: Said, before: boolean): Expression {
		if (said.size === 0 && !this.wish.wanted(body)) {
			this.isChanged = before;
			return expression;
		}
		this.isChanged = true;
		return refuseCostly(body);
	}

	/** The LAMBDA that is called, as it is written. */
	#lambdaOf(called: Expression): Call | undefined {
		if (!('procedureName' in called)) return undefined;
		if (called.procedureName === 'LAMBDA') return called;
		if (called.procedureName === ENGINE_CALL.late) {
			const closure = this.wish.closureOf(called);
			if (!closure || closure.scope) return undefined;
			const parameters = closure.parameters.map(({ name }) => ({ type: 'STRING', value: name }));
			const args = [...parameters, closure.body] as Expression[];
			return { ...called, procedureName: 'LAMBDA', args };
		}
		if (called.procedureName !== ENGINE_CALL.name) return undefined;
		const binding = this.scopes.find(textOf(called.args[0]!));
		const { expression } = binding ?? {};
		const isKnown = expression && binding && isReadable(expression, binding, this.scopes);
		return isKnown && isCallOf(expression, 'LAMBDA') ? expression : undefined;
	}
}

/** What a name says is calculated wherever the name stands: that must not be much, and the same each time. */
function refuseCostly(said: Expression): Expression {
	if (sizeOf(said) > MOST_PARTS || isRandom(said)) throw new TooLargeArray(TOO_MUCH);
	return said;
}

function nameOfParameter(parameter: Expression): string {
	return textOf(parameter).replace(/^\?/, '');
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

/** Whether names of LET or LAMBDA stand in an expression, or LET itself or calls of a LAMBDA. */
export function hasNames(expression: Expression): boolean {
	let has = naming.get(expression);
	if (has === undefined) {
		has =
			isCallOf(expression, ENGINE_CALL.name) ||
			isCallOf(expression, ENGINE_CALL.call) ||
			isCallOf(expression, 'LET') ||
			partsOf(expression).some(hasNames);
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
export function mapped(expression: Expression, map: (part: Expression) => Expression): Expression {
	if ('expression' in expression) return { ...expression, expression: map(expression.expression) };
	if ('left' in expression)
		return { ...expression, left: map(expression.left), right: map(expression.right) };
	if ('value' in expression && typeof expression.value === 'object')
		return { ...expression, value: map(expression.value as Expression) } as Expression;
	return 'procedureName' in expression ? { ...expression, args: expression.args.map(map) } : expression;
}
