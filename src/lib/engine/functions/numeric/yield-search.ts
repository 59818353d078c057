import type { CellError } from 'hyperformula';
import { wrongNumber } from './failures';

/** The yield of a year at which a bond has a price, by halving to the last digit: the price falls as the yield rises. */
export function yieldWithPrice(
	priceAt: (yearly: number) => number,
	wanted: number,
	frequency: number
): number | CellError {
	let low = -frequency * (1 - 1e-9);
	let high = 1;
	while (priceAt(high) > wanted && high < 1e9) high *= 2;
	if (priceAt(high) > wanted || priceAt(low) < wanted)
		return wrongNumber('There is no yield at which the bond has this price.');
	for (let step = 0; step < 200; step++) {
		const middle = low + (high - low) / 2;
		if (middle === low || middle === high) break;
		if (priceAt(middle) > wanted) low = middle;
		else high = middle;
	}
	return low + (high - low) / 2;
}
