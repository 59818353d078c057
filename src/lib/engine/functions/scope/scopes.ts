import { CellError } from 'hyperformula';
import { wrongValue } from '../lookup/failures';
import { OMITTED, type Binding, type Closure, type Given, type Value } from './closure';

/** How many LAMBDA and LET may be calculated within each other. */
export const MAX_DEPTH = 512;

/** How many calls of LAMBDA one formula may make. */
const MAX_CALLS = 1_000_000;

const TOO_DEEP = `A LAMBDA calls itself more than ${MAX_DEPTH} times within itself: give it an end, such as IF(n<=0,0,…).`;
const TOO_MANY = `This formula calls LAMBDA more than ${MAX_CALLS.toLocaleString('en-US')} times: work on fewer cells.`;

/** The names that are known where a calculation is, and how far it has gone into LAMBDA. */
export class Scopes {
	#scope: Binding | undefined;
	#depth = 0;
	#calls = 0;

	/** The names known now. */
	get scope(): Binding | undefined {
		return this.#scope;
	}

	/** Whether the calculation is inside of LET or of a LAMBDA that is called. */
	get isInside(): boolean {
		return this.#depth > 0;
	}

	/** What a name stands for, the innermost that is called so. */
	find(name: string): Binding | undefined {
		let at = this.#scope;
		while (at && at.name !== name) at = at.outer;
		return at;
	}

	/** Makes a name known until the calculation that is under way ends. */
	add(name: string, given: Given): void {
		this.#scope = { ...given, name, outer: this.#scope };
	}

	/** Calculates with the names of a place known, and goes back to those known before, whatever happens. */
	within<T>(scope: Binding | undefined, calculate: () => T): T {
		const outer = this.#scope;
		this.#scope = scope;
		try {
			return calculate();
		} finally {
			this.#scope = outer;
		}
	}

	/** The same, one step deeper: the outermost step ends what has no end. */
	deeper(scope: Binding | undefined, calculate: () => Value): Value {
		const depth = this.#depth;
		if (depth >= MAX_DEPTH) return wrongValue(TOO_DEEP);
		if (depth === 0) this.#calls = 0;
		this.#depth++;
		try {
			return this.within(scope, calculate);
		} catch (thrown) {
			if (depth === 0 && thrown instanceof RangeError) return wrongValue(TOO_DEEP);
			throw thrown;
		} finally {
			this.#depth = depth;
		}
	}

	/** What a LAMBDA gives with these values for its parameters. */
	invoke({ parameters, scope }: Closure, given: readonly Given[], calculate: () => Value): Value {
		return this.deeper(scope, () => {
			if (++this.#calls > MAX_CALLS) return wrongValue(TOO_MANY);
			if (given.length > parameters.length || parameters.slice(given.length).some((one) => !one.isOptional)) {
				return wrongValue(
					`A LAMBDA with ${counted(parameters.length, 'parameter')} is called with ${counted(given.length, 'value')}.`
				);
			}
			for (const [index, { name }] of parameters.entries()) this.add(name, given[index] ?? OMITTED);
			return calculate();
		});
	}
}

/** Whether a value says that the formula goes on for too long: then nothing more is to be calculated. */
export function isStopped(value: Value): boolean {
	return value instanceof CellError && (value.message === TOO_DEEP || value.message === TOO_MANY);
}

/** The result of a formula that makes too many calls. */
export function tooMany(): CellError {
	return wrongValue(TOO_MANY);
}

const byCalculation = new WeakMap<object, Scopes>();

/** The names of a calculation, the same for all that calculates in it. */
export function scopesOf(calculation: object): Scopes {
	let scopes = byCalculation.get(calculation);
	if (!scopes) byCalculation.set(calculation, (scopes = new Scopes()));
	return scopes;
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
