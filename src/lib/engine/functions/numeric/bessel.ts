/**
 * Bessel functions of whole order near full double precision: J by Miller's downward recurrence, Y by Neumann's series
 * over J, I by its power series, K by the trapezoidal rule on its integral, which converges faster than any power.
 */

const EULER = 0.5772156649015329;
/** Above this J and Y are taken from Hankel's expansion, whose terms then fall to nothing. */
const FAR = 60;

/** J of the orders from 0 on, as far as they are not nothing beside the first ones, and at least up to an order. */
function ordersOfJ(x: number, order: number): Float64Array {
	const start = 2 * Math.ceil((Math.max(order, x) + 24 + 12 * Math.cbrt(Math.max(order, x))) / 2);
	const found = new Float64Array(start + 2);
	found[start] = 1e-300;
	for (let n = start; n > 0; n--) {
		found[n - 1] = ((2 * n) / x) * found[n]! - found[n + 1]!;
		if (Math.abs(found[n - 1]!) > 1e250) for (let k = n - 1; k <= start; k++) found[k]! *= 1e-250;
	}
	let sum = found[0]!;
	for (let n = 2; n <= start; n += 2) sum += 2 * found[n]!;
	return found.map((one) => one / sum);
}

/** J and Y of an order far from 0, where they are waves. */
function waves(order: number, x: number): { j: number; y: number } {
	const mu = 4 * order * order;
	let [p, q, term] = [1, 0, 1];
	for (let k = 1; k < 60; k++) {
		const next = (term * (mu - (2 * k - 1) ** 2)) / (8 * x * k);
		if (Math.abs(next) >= Math.abs(term) || Math.abs(next) < 1e-18) break;
		term = next;
		if (k % 2 === 1) q += k % 4 === 1 ? term : -term;
		else p += k % 4 === 0 ? term : -term;
	}
	const height = Math.sqrt(2 / (Math.PI * x));
	// The quarter turns of the order are taken from sine and cosine of x itself, which stay exact.
	const [c, s] = [Math.cos(x), Math.sin(x)];
	const cos = ((order % 2 === 0 ? c + s : s - c) / Math.SQRT2) * (order % 4 < 2 ? 1 : -1);
	const sin = ((order % 2 === 0 ? s - c : -s - c) / Math.SQRT2) * (order % 4 < 2 ? 1 : -1);
	return { j: height * (p * cos - q * sin), y: height * (p * sin + q * cos) };
}

/** From the values of orders 0 and 1 to that of another, upward. */
function upward(order: number, x: number, first: number, second: number, sign: 1 | -1): number {
	if (order === 0) return first;
	let [before, now] = [first, second];
	for (let n = 1; n < order && Number.isFinite(now); n++)
		[before, now] = [now, ((2 * n) / x) * now + sign * before];
	return now;
}

/** J of a whole order of 0 and more. */
export function besselJ(order: number, x: number): number {
	const sign = x < 0 && order % 2 === 1 ? -1 : 1;
	const size = Math.abs(x);
	if (size === 0) return order === 0 ? 1 : 0;
	if (size > FAR && order < size) return sign * upward(order, size, waves(0, size).j, waves(1, size).j, -1);
	return sign * ordersOfJ(size, order)[order]!;
}

/** Y of a whole order, for x above 0. */
export function besselY(order: number, x: number): number {
	if (x > FAR) return upward(order, x, waves(0, x).y, waves(1, x).y, -1);
	const j = ordersOfJ(x, 1);
	const log = Math.log(x / 2) + EULER;
	let y0 = log * j[0]!;
	// The derivative of the series for order 0, with the sign turned.
	let y1 = log * j[1]! - j[0]! / x;
	for (let k = 1; 2 * k + 1 < j.length; k++) {
		const sign = k % 2 === 0 ? 1 : -1;
		y0 -= (2 * sign * j[2 * k]!) / k;
		y1 += (sign * (j[2 * k - 1]! - j[2 * k + 1]!)) / k;
	}
	return upward(order, x, (2 / Math.PI) * y0, (2 / Math.PI) * y1, -1);
}

/** I of a whole order of 0 and more. */
export function besselI(order: number, x: number): number {
	let term = 1;
	for (let n = 1; n <= order && term !== 0; n++) term *= x / 2 / n;
	let sum = term;
	for (let k = 1; term !== 0 && Number.isFinite(sum); k++) {
		term *= (x * x) / 4 / (k * (order + k));
		if (Math.abs(term) < Math.abs(sum) * 1e-17) break;
		sum += term;
	}
	return sum;
}

/** K of a whole order, for x above 0. */
export function besselK(order: number, x: number): number {
	const integral = (n: number) => {
		const step = 1 / 32;
		let sum = Math.exp(-x) / 2;
		for (let t = step; ; t += step) {
			const term = Math.exp(-x * Math.cosh(t)) * Math.cosh(n * t);
			sum += term;
			if (term <= sum * 1e-18 && x * Math.cosh(t) > 1) return sum * step;
		}
	};
	return upward(order, x, integral(0), integral(1), 1);
}
