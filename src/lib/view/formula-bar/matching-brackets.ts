const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** The bracket at a caret and its partner, by where they stand; without a partner it is alone. */
export interface BracketPair {
	readonly at: number;
	readonly partner?: number;
}

/** The bracket beside a caret, rather the one before it than the one after it, and what it is closed or opened by. */
export function bracketsAt(
	spans: readonly { readonly text: string; readonly kind: string }[],
	caret: number
): BracketPair | undefined {
	const brackets: { readonly at: number; readonly sign: string }[] = [];
	let start = 0;
	for (const { text, kind } of spans) {
		// Texts and names of sheets may hold brackets that are none.
		if (kind !== 'text' && kind !== 'reference') {
			for (const { 0: sign, index } of text.matchAll(/[(){}]/g)) brackets.push({ at: start + index, sign });
		}
		start += text.length;
	}
	const found = brackets.find(({ at }) => at === caret - 1) ?? brackets.find(({ at }) => at === caret);
	if (!found) return undefined;
	const open: { readonly at: number; readonly sign: string }[] = [];
	for (const bracket of brackets) {
		if (bracket.sign in CLOSING) {
			open.push(bracket);
			continue;
		}
		const opener = open.at(-1);
		if (!opener || CLOSING[opener.sign] !== bracket.sign) {
			if (bracket === found) return { at: found.at };
			continue;
		}
		open.pop();
		if (opener === found) return { at: found.at, partner: bracket.at };
		if (bracket === found) return { at: found.at, partner: opener.at };
	}
	return { at: found.at };
}
