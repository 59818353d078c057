/** Whether HTML shows something beside its first table: a text before or after it, or another table. */
export function holdsMoreThanTable(html: string): boolean {
	const start = html.search(/<table[\s>]/i);
	if (start < 0) return false;
	const end = endOfTable(html, start);
	return isSeen(html.slice(0, start)) || isSeen(html.slice(end)) || /<table[\s>]/i.test(html.slice(end));
}

/** Parts of HTML whose text is not shown, by how they begin and end. */
const UNSEEN = [
	['<!--', '-->'],
	['<head>', '</head>'],
	['<style', '</style>'],
	['<script', '</script>'],
	['<title', '</title>']
] as const;

function isSeen(html: string): boolean {
	const rest = UNSEEN.reduce((kept, [opening, closing]) => without(kept, opening, closing), html);
	return rest.replace(/<[^<>]*>|&nbsp;|&#160;/gi, '').trim() !== '';
}

/** Leaves out all parts of a kind, in one go however many there are: what is on the clipboard may be hostile. */
function without(html: string, opening: string, closing: string): string {
	const lower = html.toLowerCase();
	let kept = '';
	let at = 0;
	for (let start = lower.indexOf(opening); start >= 0; start = lower.indexOf(opening, at)) {
		kept += html.slice(at, start);
		const end = lower.indexOf(closing, start);
		if (end < 0) return kept;
		at = end + closing.length;
	}
	return kept + html.slice(at);
}

/** Where a table ends, those that lie in it left out. */
function endOfTable(html: string, start: number): number {
	const tags = /<(\/?)table[\s>]/gi;
	tags.lastIndex = start;
	let depth = 0;
	for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
		depth += tag[1] ? -1 : 1;
		if (depth === 0) return tags.lastIndex;
	}
	return html.length;
}
