import { daysInMonth, dayOf, isLastDay, monthsLater, serialOf, type CalendarDay } from './calendar';

/** How days and years are counted, 0 to 4: 30/360 of the United States, actual, actual/360, actual/365, 30/360 of Europe. */
export type Basis = 0 | 1 | 2 | 3 | 4;

/** The coupon period that a settlement lies in. */
export interface CouponPeriod {
	/** Serials of the coupon before the settlement, or on it, and of the next. */
	readonly previous: number;
	readonly next: number;
	/** Coupons from the settlement to the maturity. */
	readonly count: number;
	/** Days from the coupon before to the settlement, in the whole period, and from the settlement to the next coupon. */
	readonly elapsed: number;
	readonly length: number;
	readonly ahead: number;
}

/** Days between two dates where every month has 30. */
function thirtyDays(from: CalendarDay, to: CalendarDay, isEuropean: boolean): number {
	let first = Math.min(from.day, 30);
	let last = isEuropean ? Math.min(to.day, 30) : to.day;
	if (!isEuropean) {
		const isEndOfFebruary = from.month === 2 && isLastDay(from);
		if (isEndOfFebruary && to.month === 2 && isLastDay(to)) last = 30;
		if (isEndOfFebruary) first = 30;
		if (last === 31 && first === 30) last = 30;
	}
	return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

export function daysBetween(from: number, to: number, basis: Basis): number {
	return basis === 0 || basis === 4 ? thirtyDays(dayOf(from), dayOf(to), basis === 4) : to - from;
}

/** The date so many months before a maturity; the last day of a month stays the last day. */
function couponDate(maturity: CalendarDay, months: number): number {
	const date = monthsLater(maturity, -months);
	return serialOf(isLastDay(maturity) ? { ...date, day: daysInMonth(date.year, date.month) } : date);
}

export function couponPeriod(
	settlement: number,
	maturity: number,
	frequency: number,
	basis: Basis
): CouponPeriod {
	const last = dayOf(maturity);
	const months = 12 / frequency;
	const start = dayOf(settlement);
	// Near enough that only a step or two are left.
	let count = Math.max(
		0,
		Math.floor(((last.year - start.year) * 12 + last.month - start.month) / months) - 1
	);
	while (couponDate(last, count * months) > settlement) count++;
	const previous = couponDate(last, count * months);
	const next = couponDate(last, (count - 1) * months);
	const elapsed = daysBetween(previous, settlement, basis);
	const length = basis === 1 ? next - previous : (basis === 3 ? 365 : 360) / frequency;
	const isThirty = basis === 0 || basis === 4;
	return { previous, next, count, elapsed, length, ahead: isThirty ? length - elapsed : next - settlement };
}
