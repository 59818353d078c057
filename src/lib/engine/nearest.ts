/** How many letters must be added, taken away, replaced or swapped with their neighbour to turn one word into another. */
function editDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
			}
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length]!;
}

/** The known word that is most likely meant, in any case; undefined where none is near (within a third of its letters). */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase();
	let nearest: string | undefined;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - wanted.length) >= least) continue;
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (distance < least) [nearest, least] = [candidate, distance];
	}
	return nearest;
}
