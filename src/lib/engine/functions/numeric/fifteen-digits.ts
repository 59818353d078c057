/** A number to the 15 digits that a spreadsheet counts as its value: 109.49999999999999 is 109.5. */
export function fifteenDigits(value: number): number {
	return Number(value.toPrecision(15));
}

/** Moves the decimal point of a number of 15 digits, without the error of a multiplication. */
export function shiftPoint(value: number, places: number): number {
	const [mantissa, exponent = '0'] = value.toPrecision(15).split('e') as [string, string?];
	return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Rounds at so many digits after the point (before it, when negative) by rounding a whole number. */
export function roundAt(value: number, digits: number, round: (scaled: number) => number): number {
	const scaled = shiftPoint(value, digits);
	// Beyond 15 digits there is nothing left to round.
	if (!Number.isFinite(scaled) || Math.abs(scaled) >= 1e15) return value;
	return shiftPoint(round(scaled), -digits) + 0;
}

/** To the nearest whole number, halves away from zero. */
export function halfAwayFromZero(value: number): number {
	return Math.sign(value) * Math.round(Math.abs(value));
}

/** To the next whole number away from zero. */
export function awayFromZero(value: number): number {
	return Math.sign(value) * Math.ceil(Math.abs(value));
}
