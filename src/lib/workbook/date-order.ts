/** The order of the parts of a date that is written in numbers. */
export type DateOrder = 'month-day-year' | 'day-month-year' | 'year-month-day';

/** The order in which a locale writes dates in numbers; a BCP 47 tag. English where it is not known or not a tag. */
export function dateOrderOf(locale: string): DateOrder {
	try {
		const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0);
		const [first, second] = parts.map(({ type }) => type).filter((type) => type !== 'literal');
		if (first === 'year') return 'year-month-day';
		return first === 'day' || second === 'month' ? 'day-month-year' : 'month-day-year';
	} catch {
		return 'month-day-year';
	}
}

/** Whether a sign can stand between the numbers of a date: dots do unless the month comes first, where they are points. */
export function isDateSign(sign: string, order: DateOrder): boolean {
	return sign !== '.' || order !== 'month-day-year';
}
