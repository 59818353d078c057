import type { AboutReading } from './records';

/** How "about" and "nearly" are read, in words. */
export function readingWords(reading: AboutReading): string {
	switch (reading.kind) {
		case 'printed-digits':
			return 'printed digits';
		case 'percent':
			return `plus or minus ${Number((100 * reading.percent).toPrecision(12))} %`;
		case 'flag-only':
			return 'flag only';
	}
}
