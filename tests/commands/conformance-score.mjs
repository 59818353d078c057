/** Shares that cases from elsewhere must reach. */
const PASS_BAR = 0.985;
const DIGITS_BAR = 0.98;

/** How near a number must be to keep 13 digits, relative to it. */
const THIRTEEN_DIGITS = 1e-13;

/** A number with a wider tolerance than this comes from an iteration or an approximation, and has not 13 digits in Excel. */
const EXACT_TOLERANCE = 1e-9;

const KINDS = ['pass', 'missing', 'loud', 'silent', 'open', 'mended'];

/**
 * What became of a case: `pass`; `missing` where a function is not known; `loud`, an error where Excel has a value, or
 * another error than Excel's; `silent`, a value that is not Excel's. A case marked as known to be `open` is `open` as
 * long as it fails, and `mended` once it passes. `holdsDigits` is undefined but for exact-type numbers that are not
 * open.
 */
export function judge(one, got) {
	const kind = kindOf(one, got);
	const isExact =
		!one.open && typeof one.expected === 'number' && (one.tolerance?.rel ?? 0) <= EXACT_TOLERANCE;
	return {
		one,
		got,
		kind: !one.open ? kind : kind === 'pass' ? 'mended' : 'open',
		holdsDigits: isExact ? isNear(got, one.expected, { rel: THIRTEEN_DIGITS, abs: 0 }) : undefined
	};
}

function kindOf({ expected, tolerance }, got) {
	if (isError(got)) {
		if (got.error === expected?.error) return 'pass';
		return isMissing(got) ? 'missing' : 'loud';
	}
	if (typeof expected === 'number') return isNear(got, expected, tolerance) ? 'pass' : 'silent';
	return got === expected ? 'pass' : 'silent';
}

function isError(value) {
	return typeof value === 'object' && value !== null;
}

/** The engine names the function that it does not know, or does not support. */
function isMissing({ error, message = '' }) {
	return error === '#NAME?' && /There is no function|\S is not supported\. /.test(message);
}

function isNear(got, expected, tolerance) {
	if (typeof got !== 'number') return false;
	const { rel = 0, abs = 0 } = tolerance ?? {};
	return Math.abs(got - expected) <= Math.max(abs, rel * Math.abs(expected));
}

/** Counts of what became of cases, as text and as verdicts. */
export function summarize(judged) {
	const of = (kind) => judged.filter((one) => one.kind === kind);
	const count = Object.fromEntries(KINDS.map((kind) => [kind, of(kind).length]));
	const digits = judged.filter(({ holdsDigits }) => holdsDigits !== undefined);
	const held = digits.filter(({ holdsDigits }) => holdsDigits).length;
	const heldShare = digits.length === 0 ? 1 : held / digits.length;
	const counted = judged.length - count.open - count.mended;
	const isAboveBar =
		counted > 0 && count.pass / counted >= PASS_BAR && count.silent === 0 && heldShare >= DIGITS_BAR;
	return {
		isAboveBar: isAboveBar && count.mended === 0,
		isClean: counted > 0 && count.pass === counted && count.mended === 0,
		text: (isListed) => {
			const share = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
			const lines = [
				`${judged.length} cases`,
				`pass                 ${count.pass}  ${share(count.pass, counted)}  (bar ${100 * PASS_BAR} %)`,
				`missing function     ${count.missing}`,
				`loud                 ${count.loud}`,
				`silent               ${count.silent}  (bar 0)`,
				`13 digits held       ${held} of ${digits.length}  ${share(held, digits.length)}  (bar ${100 * DIGITS_BAR} %)`
			];
			const saved = judged.filter(({ one }) => one.isAsSaved).length;
			if (saved > 0) lines.push(`read as saved        ${saved}  (tests/conformance/origins.json)`);
			if (count.open > 0) lines.push(`known open           ${count.open}`);
			if (count.mended > 0) lines.push(`open, but passes     ${count.mended}: remove their "open" marks`);
			const failed = judged.filter(({ kind }) => kind !== 'pass');
			if (failed.length > 0) lines.push('', 'By function:', ...byFunction(failed));
			if (count.mended > 0) lines.push('', ...of('mended').map(({ one }) => `mended  ${one.id}`));
			if (isListed) {
				lines.push('', ...failed.map(describe));
				const lost = judged.filter(({ kind, holdsDigits }) => kind === 'pass' && holdsDigits === false);
				if (lost.length > 0) lines.push('', 'Fewer than 13 digits:', ...lost.map(describe));
			}
			return lines.join('\n');
		}
	};
}

/** Functions with cases that fail, those with most first. A case counts for its outermost function. */
function byFunction(failed) {
	const rows = new Map();
	for (const { one, kind } of failed) {
		const name = /^=\s*[-+]?\s*([A-Z][A-Z0-9._]*)\(/i.exec(one.formula)?.[1].toUpperCase() ?? 'operators';
		const row = rows.get(name) ?? {};
		row[kind] = (row[kind] ?? 0) + 1;
		rows.set(name, row);
	}
	const total = (row) => Object.values(row).reduce((sum, part) => sum + part, 0);
	return [...rows]
		.sort(([a, first], [b, second]) => total(second) - total(first) || (a < b ? -1 : 1))
		.map(([name, row]) => {
			const parts = KINDS.filter((kind) => row[kind]).map((kind) => `${row[kind]} ${kind}`);
			return `  ${name.padEnd(18)} ${parts.join(', ')}`;
		});
}

function describe({ one, got, kind }) {
	const write = (value) => JSON.stringify(value);
	return `${kind.padEnd(7)}  ${one.id}\n         ${one.formula}\n         expected ${write(one.expected)}, got ${write(got)}`;
}
