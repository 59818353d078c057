/** Pieces of a pattern between its asterisks; `null` stands for any one character. */
type Piece = readonly (string | null)[];

/** The latest pattern: a formula that fills a thousand cells asks for the same one a thousand times. */
let latest: { readonly pattern: string; readonly pieces: readonly Piece[] } | undefined;

function piecesOf(pattern: string): readonly Piece[] {
	if (latest?.pattern !== pattern) latest = { pattern, pieces: split(pattern.toLowerCase()) };
	return latest.pieces;
}

function split(pattern: string): Piece[] {
	const pieces: (string | null)[][] = [[]];
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at]!;
		if (character === '*') pieces.push([]);
		else if (character === '?') pieces.at(-1)!.push(null);
		// A tilde makes the next character an ordinary one; at the end it stands for itself.
		else pieces.at(-1)!.push(character === '~' && at + 1 < pattern.length ? pattern[++at]! : character);
	}
	return pieces;
}

function indexOfPiece(text: string, piece: Piece, from: number): number {
	for (let at = from; at + piece.length <= text.length; at++) {
		if (piece.every((one, index) => one === null || one === text[at + index])) return at;
	}
	return -1;
}

/**
 * The first place, from `from` on, where a pattern with the wildcards * and ? is found, whatever the case; -1 where it is not.
 * The first place of each piece leaves most room for the next, so nothing is ever tried twice.
 */
export function indexOfPattern(text: string, pattern: string, from: number): number {
	let found = -1;
	let next = from;
	const letters = text.toLowerCase();
	for (const piece of piecesOf(pattern)) {
		const at = indexOfPiece(letters, piece, next);
		if (at < 0) return -1;
		if (found < 0) found = at;
		next = at + piece.length;
	}
	return found;
}
