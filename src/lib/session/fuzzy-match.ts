/** How well a word that was typed fits each way of standing in a text. */
const FIT = {
	isText: 120,
	beginsText: 100,
	beginsWord: 80,
	initials: 60,
	within: 40,
	scattered: 10
} as const;

/**
 * How well a query fits a text, the higher the better; undefined where a word of it does not fit. Each word fits that begins
 * the text or a word of it, stands within it, is made of the first letters of its words or of letters in its order.
 */
export function fuzzyMatch(query: string, text: string): number | undefined {
	const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
	const within = text.toLowerCase();
	let sum = 0;
	for (const word of wanted) {
		const fit = fitOf(word, within);
		if (fit === undefined) return undefined;
		sum += fit;
	}
	// Of texts that fit alike the shorter one has less besides.
	return sum - within.length / 100;
}

function fitOf(word: string, text: string): number | undefined {
	if (text === word) return FIT.isText;
	if (text.startsWith(word)) return FIT.beginsText;
	const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	if (words.some((one) => one.startsWith(word))) return FIT.beginsWord;
	if (
		words
			.map((one) => one[0])
			.join('')
			.includes(word)
	)
		return FIT.initials;
	if (text.includes(word)) return FIT.within;
	return word.length > 2 && words.some((_, at) => hasInOrder(words.slice(at).join(' '), word))
		? FIT.scattered
		: undefined;
}

/** Whether a text begins with the first letter of a word and has the others after it in order. */
function hasInOrder(text: string, word: string): boolean {
	if (text[0] !== word[0]) return false;
	let at = 0;
	for (const letter of word) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
