import { describe, expect, test } from 'vitest';
import { isCellError } from '$lib/workbook';
import { valuesOf } from './model-workbook';

type Row = [formula: string, expected: number | string, digits?: number];

function check(formula: string, expected: Row[1], digits = 13) {
	const [value] = valuesOf([formula]);
	const got = isCellError(value!) ? value.error : value;
	if (typeof expected !== 'number' || typeof got !== 'number') expect(got).toBe(expected);
	else expect(Math.abs(got - expected)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(expected)));
}

describe('securities', () => {
	// The results that Excel's documentation states for its examples, to the digits that it prints.
	test.each<Row>([
		['=DISC(DATE(2018,7,1),DATE(2048,1,1),97.975,100,1)', 0.000686384, 8],
		['=INTRATE(DATE(2008,2,15),DATE(2008,5,15),1000000,1014420,2)', 0.05768],
		['=RECEIVED(DATE(2008,2,15),DATE(2008,5,15),1000000,0.0575,2)', 1e6 / 0.985625],
		['=PRICEDISC(DATE(2008,2,16),DATE(2008,3,1),0.0525,100,2)', 99.795833333333, 12],
		['=PRICEMAT(DATE(2008,2,15),DATE(2008,4,13),DATE(2007,11,11),0.061,0.061,0)', 99.98449888, 9],
		['=YIELDDISC(DATE(2008,2,16),DATE(2008,3,1),99.795,100,2)', 0.0528225719868, 9],
		['=YIELDMAT(DATE(2008,3,15),DATE(2008,11,3),DATE(2007,11,8),0.0625,100.0123,0)', 0.060954333691538, 9],
		['=ACCRINTM(DATE(2008,4,1),DATE(2008,6,15),0.1,1000,3)', 20.54794521, 9],
		['=ACCRINT(DATE(2008,3,1),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0)', 16.666667, 7],
		['=ACCRINT(DATE(2008,3,5),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0,FALSE)', 15.555556, 7],
		['=ACCRINT(DATE(2008,4,5),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0,TRUE)', 7.2222222, 7],
		['=DURATION(DATE(2018,7,1),DATE(2048,1,1),0.08,0.09,2,1)', 10.9191452815919, 12],
		['=MDURATION(DATE(2008,1,1),DATE(2016,1,1),0.08,0.09,2,1)', 5.73566981391884, 12],
		[
			'=ODDFPRICE(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),0.0785,0.0625,100,2,1)',
			113.597717,
			8
		],
		[
			'=ODDFYIELD(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),0.0575,84.5,100,2,0)',
			0.077245542,
			8
		],
		['=ODDLPRICE(DATE(2008,2,7),DATE(2008,6,15),DATE(2007,10,15),0.0375,0.0405,100,2,0)', 99.87828601, 9],
		['=ODDLYIELD(DATE(2008,4,20),DATE(2008,6,15),DATE(2007,12,24),0.0375,99.875,100,2,0)', 0.0451922, 6],
		['=AMORDEGRC(2400,DATE(2008,8,19),DATE(2008,12,31),300,1,0.15,1)', 776],
		['=AMORLINC(2400,DATE(2008,8,19),DATE(2008,12,31),300,1,0.15,1)', 360]
	])('ENG-123 %s is %s', (formula, expected, digits) => check(formula, expected, digits));

	test.each<Row>([
		// Days that do not follow each other, and arguments outside what there is.
		['=DISC(DATE(2025,5,15),DATE(2025,5,15),97,100)', '#NUM!'],
		['=DISC(DATE(2025,2,15),DATE(2025,5,15),0,100)', '#NUM!'],
		['=DISC(DATE(2025,2,15),DATE(2025,5,15),97,100,5)', '#NUM!'],
		['=DISC(TRUE,DATE(2025,5,15),97,100)', '#VALUE!'],
		['=RECEIVED(DATE(2025,1,1),DATE(2045,1,1),100,0.06)', '#NUM!'],
		['=PRICEMAT(DATE(2025,2,15),DATE(2025,4,13),DATE(2025,3,11),0.061,0.061)', '#NUM!'],
		['=YIELDMAT(DATE(2025,2,15),DATE(2025,4,13),DATE(2024,3,11),-0.1,100)', '#NUM!'],
		['=ACCRINT(DATE(2025,3,1),DATE(2025,8,31),DATE(2025,5,1),0.1,1000,3)', '#NUM!'],
		['=ACCRINTM(DATE(2025,3,1),DATE(2025,3,1),0.1)', '#NUM!'],
		['=AMORLINC(2400,DATE(2025,8,19),DATE(2025,12,31),300,1,0.15,2)', '#NUM!'],
		['=AMORDEGRC(2400,DATE(2025,8,19),DATE(2025,12,31),300,1,0.45)', '#NUM!'],
		['=DURATION(DATE(2025,7,1),DATE(2025,1,1),0.08,0.09,2)', '#NUM!'],
		['=ODDFPRICE(DATE(2025,1,1),DATE(2030,1,1),DATE(2025,2,1),DATE(2025,3,1),0.05,0.05,100,2)', '#NUM!'],
		['=ODDLPRICE(DATE(2025,1,1),DATE(2030,1,1),DATE(2025,2,1),0.05,0.05,100,2)', '#NUM!'],
		// Several coupons after the first, and an issue several periods before it.
		['=ACCRINT(DATE(2024,1,1),DATE(2024,7,1),DATE(2025,4,1),0.1,1000,2)', 125],
		['=ACCRINT(DATE(2022,1,1),DATE(2024,7,1),DATE(2024,4,1),0.1,1000,2)', 225],
		['=ACCRINT(DATE(2022,1,1),DATE(2024,7,1),DATE(2024,4,1),0.1,1000,2,0,FALSE)', 25],
		// All that is written off is the cost without the salvage.
		['=SUMPRODUCT(AMORLINC(2400,DATE(2025,8,19),DATE(2025,12,31),300,{0,1,2,3,4,5,6,7,8},0.15,1))', 2100],
		['=AMORDEGRC(2400,DATE(2025,8,19),DATE(2025,12,31),300,20,0.15,1)', 0],
		['=AMORLINC(2400,DATE(2025,12,31),DATE(2025,12,31),300,0,0.15)', 360]
	])('ENG-123 %s is %s', (formula, expected) => check(formula, expected));

	test.each<[price: string, yields: string]>([
		[
			'ODDFPRICE(DATE(2025,11,11),DATE(2038,3,1),DATE(2025,10,15),DATE(2026,3,1),0.0785,Y,100,2,1)',
			'ODDFYIELD(DATE(2025,11,11),DATE(2038,3,1),DATE(2025,10,15),DATE(2026,3,1),0.0785,P,100,2,1)'
		],
		[
			'ODDFPRICE(DATE(2025,11,11),DATE(2038,3,1),DATE(2024,10,15),DATE(2026,3,1),0.0785,Y,100,2,0)',
			'ODDFYIELD(DATE(2025,11,11),DATE(2038,3,1),DATE(2024,10,15),DATE(2026,3,1),0.0785,P,100,2,0)'
		],
		[
			'ODDLPRICE(DATE(2025,2,7),DATE(2026,6,15),DATE(2024,10,15),0.0375,Y,100,4,3)',
			'ODDLYIELD(DATE(2025,2,7),DATE(2026,6,15),DATE(2024,10,15),0.0375,P,100,4,3)'
		],
		[
			'PRICEMAT(DATE(2025,2,15),DATE(2026,4,13),DATE(2024,11,11),0.061,Y)',
			'YIELDMAT(DATE(2025,2,15),DATE(2026,4,13),DATE(2024,11,11),0.061,P)'
		]
	])('ENG-123 the yield of the price %s is that yield', (price, yields) => {
		for (const yearly of ['0', '0.0625', '0.2'])
			check(`=${yields.replace(/\bP\b/, price.replace(/\bY\b/, yearly))}`, Number(yearly), 11);
	});

	test('ENG-123 an odd first period as long as the others is none', () => {
		const plain = 'DATE(2026,2,1),DATE(2030,1,1),0.05,0.06,100,2';
		check(
			`=ODDFPRICE(DATE(2026,2,1),DATE(2030,1,1),DATE(2026,1,1),DATE(2026,7,1),0.05,0.06,100,2)-PRICE(${plain})`,
			0,
			11
		);
	});
});
