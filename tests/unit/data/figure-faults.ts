import type { Row } from './table-schema';

/** What is wrong with a figure's bounds, dates or wording, one sentence a fault. */
export function figureFaults(row: Row): string[] {
	const { qualifier, period_start: start, period_end: end, wording } = row;
	const value = Number(row['value']);
	const low = row['low'] === '' ? null : Number(row['low']);
	const high = row['high'] === '' ? null : Number(row['high']);
	const faults: string[] = [];
	const expect = (holds: boolean, fault: string) => {
		if (!holds) faults.push(`${row['id']}: ${fault}`);
	};

	expect((low ?? -Infinity) <= value && value <= (high ?? Infinity), 'the value is not between low and high');
	if (qualifier === 'exact') expect(low === value && high === value, 'exact, so low and high are the value');
	if (qualifier === 'about')
		expect(low !== null && high !== null && low < high, 'about, so low is below high');
	if (qualifier === 'nearly')
		expect(low !== null && low < value && high === value, 'nearly, so high is the value');
	if (qualifier === 'more-than' || qualifier === 'at-least')
		expect(low === value, `${qualifier}, so low is the value`);
	if (qualifier === 'at-most') expect(high === value, 'at-most, so high is the value');
	if (qualifier === 'between' || qualifier === 'order-of-magnitude') {
		expect(low !== null && high !== null && low < high, `${qualifier}, so low is below high`);
	}
	if (qualifier === 'order-of-magnitude')
		expect(high !== value, 'order-of-magnitude, so the value is below high');
	expect(!start || !end || start <= end, 'the period ends before it starts');
	expect(wording!.split(' ').length <= 8 && !/[.!?]$/.test(wording!), 'the wording is more than a few words');
	return faults;
}
