/**
 * The largest number with this many decimals that is not above `value`; negative decimals are tens, hundreds and so on.
 * A number counts as the decimal that it is written as: 1.15 to two decimals is 1.15. Infinity and zero stay,
 * and so does a number whose last digit a double cannot hold apart.
 */
export function roundDown(value: number, decimals: number): number {
	return roundTowards(value, decimals, -1);
}

/** The smallest number with this many decimals that is not below `value`. */
export function roundUp(value: number, decimals: number): number {
	return roundTowards(value, decimals, 1);
}

function roundTowards(value: number, decimals: number, direction: 1 | -1): number {
	if (!Number.isFinite(value) || value === 0) return value;
	const scaled = shiftPoint(value, decimals);
	// So many digits are more than a double holds: there is nothing left to round.
	if (Math.abs(scaled) > Number.MAX_SAFE_INTEGER) return value;
	const whole = direction < 0 ? Math.floor(scaled) : Math.ceil(scaled);
	const rounded = shiftPoint(whole, -decimals);
	// The shift itself rounds to the nearest double and may cross the value by one step.
	const isInward = direction < 0 ? rounded > value : rounded < value;
	return isInward ? shiftPoint(whole + direction, -decimals) : rounded;
}

/** A number with its decimal point moved to the right, by its decimal digits: 1.15 by two is 115, which 1.15 * 100 is not. */
function shiftPoint(value: number, places: number): number {
	const [digits, exponent = '0'] = String(value).split('e');
	return Number(`${digits}e${Number(exponent) + places}`);
}
