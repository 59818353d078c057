/** The outcome of something that may be refused: a value, or the reason as a sentence for the user. */
export type Result<T, E = string> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
	return { ok: true, value };
}

export function fail<E>(error: E): Result<never, E> {
	return { ok: false, error };
}
