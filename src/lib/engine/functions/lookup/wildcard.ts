/** Whether a text is a pattern: it has `*` or `?`, or `~` before one of these three. */
export function isPattern(text: string): boolean {
	return /[*?]|~[*?~]/.test(text);
}

/** A place of a pattern: one character in lower case, or any one character. */
type Step = string | undefined;

/**
 * What tells whether a whole text has a pattern: `*` stands for any characters or none, `?` for one, `~` takes the next
 * character as itself. Case does not matter. The pieces between stars are found from left to right, each at its first
 * place, so that no pattern makes it start again.
 */
export function patternMatcher(pattern: string): (text: string) => boolean {
	if (latest?.pattern !== pattern) latest = { pattern, matches: matcherOf(split(pattern.toLowerCase())) };
	return latest.matches;
}

/** The latest pattern: a formula that fills a thousand cells asks for the same one a thousand times. */
let latest: { readonly pattern: string; readonly matches: (text: string) => boolean } | undefined;

function matcherOf([head = [], ...rest]: readonly Step[][]): (text: string) => boolean {
	const tail = rest.pop();
	return (given) => {
		const text = given.toLowerCase();
		if (!tail) return text.length === head.length && standsAt(head, text, 0);
		const end = text.length - tail.length;
		if (end < head.length || !standsAt(head, text, 0) || !standsAt(tail, text, end)) return false;
		let from = head.length;
		for (const piece of rest) {
			while (from + piece.length <= end && !standsAt(piece, text, from)) from++;
			if (from + piece.length > end) return false;
			from += piece.length;
		}
		return true;
	};
}

function split(pattern: string): Step[][] {
	const pieces: Step[][] = [[]];
	for (let at = 0; at < pattern.length; at++) {
		const sign = pattern.charAt(at);
		const piece = pieces.at(-1)!;
		if (sign === '*') pieces.push([]);
		else if (sign === '?') piece.push(undefined);
		else piece.push(sign === '~' && at + 1 < pattern.length ? pattern.charAt(++at) : sign);
	}
	return pieces;
}

function standsAt(piece: readonly Step[], text: string, from: number): boolean {
	for (let at = 0; at < piece.length; at++) {
		const sign = piece[at];
		if (sign !== undefined && sign !== text.charAt(from + at)) return false;
	}
	return true;
}
