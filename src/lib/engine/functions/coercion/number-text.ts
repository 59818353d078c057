/** Longer decimal writings of a number below 1 are written with an exponent. */
const LONGEST_FRACTION = 20;

/** A number as a text joins it: 15 digits, an exponent from 1E+20 on and where a fraction would take more than 20 characters. */
export function textOfNumber(value: number): string {
	if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value + 0);
	const [mantissa, power] = value.toExponential(14).split('e') as [string, string];
	const sign = value < 0 ? '-' : '';
	const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
	const exponent = Number(power);
	if (exponent > 19 || (exponent < 0 && 1 - exponent + digits.length > LONGEST_FRACTION)) {
		const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
		const size = String(Math.abs(exponent)).padStart(2, '0');
		return `${sign}${digits[0]}${fraction}E${exponent < 0 ? '-' : '+'}${size}`;
	}
	if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
	const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
	const fraction = digits.slice(exponent + 1);
	return `${sign}${whole}${fraction && `.${fraction}`}`;
}
