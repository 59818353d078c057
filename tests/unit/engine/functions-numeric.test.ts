import { describe, expect, test } from 'vitest';
import { isCellError, type Content } from '$lib/workbook';
import { numericFunctionHelp } from '$lib/engine/functions/numeric/help';
import { valuesOf } from './model-workbook';

type Row = readonly [formula: string, expected: number | string | boolean];

function check(formula: string, expected: Row[1], cells: Readonly<Record<string, Content>> = {}) {
	const [value] = valuesOf([formula], cells);
	const got = isCellError(value!) ? value.error : value;
	if (typeof expected !== 'number' || typeof got !== 'number' || expected === 0) expect(got).toBe(expected);
	else expect(Math.abs(got / expected - 1)).toBeLessThan(1e-13);
}

describe('rounding', () => {
	test.each<Row>([
		['=INT(-8.9)', -9],
		['=INT(-0.00001)', -1],
		['=INT(4.1*100)', 410],
		['=ROUND(21.9/0.2,0)', 110],
		['=ROUND(1.005,2)', 1.01],
		['=ROUND(-2.5,0)', -3],
		['=ROUND(987654,-2.9)', 987700],
		['=ROUND(1E+300,-2)', 1e300],
		['=ROUND("","1")', '#VALUE!'],
		['=ROUNDUP(-1.01,1)', -1.1],
		['=ROUNDDOWN(0.3/0.1,0)', 3],
		['=TRUNC(7.89,0.7)', 7],
		['=TRUNC(5,400)', 5],
		['=FLOOR(-7.1,-2)', -6],
		['=FLOOR(-7.1,2)', -8],
		['=FLOOR(7,-2)', '#NUM!'],
		['=FLOOR(7,0)', '#DIV/0!'],
		['=FLOOR.MATH(6.3,0.1)', 6.3],
		['=FLOOR.MATH(-7,2,1)', -6],
		['=CEILING(5,0)', 0],
		['=CEILING(-7,2)', -6],
		['=CEILING.MATH(-7,2,1)', -8],
		['=CEILING.PRECISE(-7,-2)', -6],
		['=MROUND(7.5,5)', 10],
		['=MROUND(7,-5)', '#NUM!']
	])('ENG-80 %s is %s', (formula, expected) => check(formula, expected));
});

describe('whole numbers and products', () => {
	test.each<Row>([
		['=MOD(-3,2)', 1],
		['=MOD(1E+17,3)', '#NUM!'],
		['=POWER(0,0)', '#NUM!'],
		['=LOG(5,1)', '#DIV/0!'],
		['=SIN(2^27)', '#NUM!'],
		['=COT(0)', '#DIV/0!'],
		['=ISODD(-1)', true],
		['=ISEVEN(-2.9)', true],
		['=ISODD(TRUE)', '#VALUE!'],
		['=LCM(4.9,6.2,A9)', 12],
		['=LCM(5,0)', 0],
		['=LCM(TRUE,2)', '#VALUE!'],
		['=GCD(24,36,60.5)', 12],
		['=GCD(-1)', '#NUM!'],
		['=PRODUCT(A1:A4)', 6],
		['=PRODUCT(2,"3",TRUE)', 6],
		['=PRODUCT("abc",3)', '#VALUE!'],
		['=PRODUCT(A3)', 0],
		['=PERMUT(10.9,3.2)', 720],
		['=PERMUT(3,4)', '#NUM!'],
		['=PERMUT(0,0)', '#NUM!'],
		['=MDETERM({1,2;3,4})', -2],
		['=MDETERM({2,0,0;0,3,0;0,0,4})', 24],
		['=MDETERM({1,2})', '#VALUE!'],
		['=SUM(MMULT(MINVERSE({4,-1;2,0}),{4,-1;2,0}))', 2],
		['=MINVERSE({1,2;2,4})', '#NUM!']
	])('ENG-81 %s is %s', (formula, expected) =>
		check(formula, expected, { A1: 2, A2: 3, A3: 'five', A4: true })
	);
});

/** Expected values by arithmetic of 30 digits. */
describe('distributions', () => {
	test.each<Row>([
		['=NORM.S.DIST(-8,TRUE)', 6.22096057427178e-16],
		['=NORM.S.INV(0.975)', 1.95996398454005],
		['=NORM.S.INV(0.5+2^-30)', Math.sqrt(2 * Math.PI) / 2 ** 30],
		['=NORM.S.INV(1)', '#NUM!'],
		['=NORM.INV(0.5,7,3)', 7],
		['=LOGNORM.INV(0.5,2,9)', Math.E ** 2],
		['=CONFIDENCE.NORM(0.05,2.5,50.9)', 0.692951912174839],
		['=CONFIDENCE.T(0.05,1,1)', '#DIV/0!'],
		['=T.DIST(1,1,TRUE)', 0.75],
		['=T.DIST(2.3,5.9,TRUE)', 0.965113765333981],
		['=T.INV(0.75,1)', 1],
		['=T.INV.2T(0.5,1)', 1],
		['=T.DIST.2T(-1,5)', '#NUM!'],
		['=BETA.DIST(0.5,1E4,1E4,TRUE)', 0.5],
		['=BETA.DIST(0.4,2,3,TRUE)', 0.5248],
		['=BETA.DIST(2.2,2,3,TRUE,1,4)', 0.5248],
		['=BETA.INV(0.5248,2,3)', 0.4],
		['=F.DIST.RT(1,7,7)', 0.5],
		['=F.INV.RT(0.5,7,7)', 1],
		['=CHISQ.DIST.RT(2,2)', Math.exp(-1)],
		['=CHISQ.INV.RT(0.5,2)', 2 * Math.LN2],
		['=GAMMA.DIST(3,1,1,TRUE)', 1 - Math.exp(-3)],
		['=POISSON.DIST(1.9,3,TRUE)', 4 * Math.exp(-3)],
		['=POISSON.DIST(1E9,5,TRUE)', 1],
		['=POISSON.DIST(-1,5,TRUE)', '#NUM!'],
		['=NEGBINOM.DIST(2,3,0.5,FALSE)', 0.1875],
		['=NEGBINOM.DIST(2,3,0.5,TRUE)', 0.5],
		['=ROUND(NEGBINOM.DIST(1E9,5E8,0.5,TRUE),9)', 1],
		['=ROUND(GAMMA.INV(0.5,1E9,1),3)', 999999999.667],
		['=ROUND(POISSON.DIST(1E9,1E9,TRUE),9)', 0.50000841],
		['=BINOM.DIST(6,10,0.5,FALSE)', 0.205078125],
		['=BINOM.DIST(5E3,1E4,0.5,TRUE)', 0.5 + Math.sqrt(0.5 / (Math.PI * 1e4)) * (1 - 1 / 4e4 + 1 / 32e8)]
	])('ENG-82 %s is %s', (formula, expected) => check(formula, expected));
});

describe('order', () => {
	const cells = { A1: 3, A2: 5, A3: 5, A4: 8, A5: 'x', A6: true, B1: 'x' };
	test.each<Row>([
		['=LARGE(A1:A6,2)', 5],
		['=LARGE(TRUE,1)', 1],
		['=SMALL("Hello",1)', '#VALUE!'],
		['=SMALL(A1:A6,5)', '#NUM!'],
		['=RANK(5,A1:A6)', 2],
		['=RANK.EQ(5,A1:A6,1)', 2],
		['=RANK.AVG(5,A1:A6)', 2.5],
		['=RANK.AVG(6,A1:A6)', '#N/A'],
		['=PERCENTRANK(A1:A6,5)', 0.333],
		['=PERCENTRANK.INC(A1:A6,6.5,2)', 0.83],
		['=PERCENTRANK.EXC(A1:A6,8)', 0.8],
		['=PERCENTRANK.EXC(A1:A6,9)', '#N/A'],
		['=MODE(A1:A6)', 5],
		['=MODE.SNGL({4,3,3,4})', 4],
		['=MODE(1,2,3)', '#N/A'],
		['=TRIMMEAN({1,2,3,100},0.5)', 2.5],
		['=TRIMMEAN(A1:A6,1)', '#NUM!'],
		['=KURT({3,4,5,2,3,4,5,6,4,7})', -0.151799637208416],
		['=KURT(1,2,3)', '#DIV/0!']
	])('ENG-83 %s is %s', (formula, expected) => check(formula, expected, cells));
});

describe('lines and growth', () => {
	const cells = { A1: 3, A2: 5, A3: 7, B1: 1, B2: 2, B3: 3, C1: 2, C2: 1, C3: 5, D1: 4, D2: 9 };
	test.each<Row>([
		['=SLOPE(A1:A3,B1:B3)', 2],
		['=INTERCEPT(A1:A3,B1:B3)', 1],
		['=FORECAST(4,A1:A3,B1:B3)', 9],
		['=FORECAST.LINEAR(4,A1:A3,B1:B2)', '#N/A'],
		['=INTERCEPT({1,2},{3,3})', '#DIV/0!'],
		['=SUM(TREND(A1:A3,B1:B3,D1:D2))', 28],
		['=SUM(TREND(A1:A3))', 15],
		['=SUM(GROWTH({2,4,8},{1,2,3},{4,5}))', 48],
		['=GROWTH({2,-4,8})', '#NUM!'],
		['=INDEX(LINEST(A1:A3,B1:B3),2)', 1],
		['=INDEX(LINEST(C1:C3,B1:B3,TRUE,TRUE),3,1)', 4.5 / (26 / 3)],
		['=INDEX(LINEST(C1:C3,B1:B3,TRUE,TRUE),4,2)', 1],
		['=INDEX(LINEST({4,9,13},{1,2,3},FALSE),1)', 61 / 14],
		['=INDEX(LOGEST({2,4,8},{1,2,3}),1)', 2],
		['=LINEST(A1:A3,B1:B2)', '#REF!'],
		['=INDEX(LINEST({3;6;11;18},{1,1;2,4;3,9;4,16}),1)', 1],
		['=INDEX(LINEST({3;6;11;18},{1,1;2,4;3,9;4,16}),3)', 2]
	])('ENG-84 %s is %s', (formula, expected) => check(formula, expected, cells));

	test('ENG-84 a fit fills the cells beside its own', () => {
		const engine = valuesOf(['=LINEST(A1:A3,B1:B3)', '=TREND(A1:A3,B1:B3,D1:D2)'], cells);
		expect(engine).toEqual([2, 9]);
	});
});

describe('money over time', () => {
	test.each<Row>([
		['=PMT(0,10,1000)', -100],
		['=PMT(0.1,0,1000)', '#NUM!'],
		['=IPMT(0.1,1,3,1000)', -100],
		['=IPMT(0.1,1,3,1000,0,1)', 0],
		['=IPMT(0.1,4,3,1000)', '#NUM!'],
		['=PPMT(0.1,0,3,1000)', '#NUM!'],
		['=CUMIPMT(0.1,2,210,1,2,0)', -32],
		['=CUMPRINC(0.1,2,210,1,2,0)', -210],
		['=CUMPRINC(0.1,2,231,1,2,1)', -231],
		['=CUMPRINC(0.1,3,1000,1.5,3,0)+CUMPRINC(0.1,3,1000,1,1,0)', -1000],
		['=CUMPRINC(0.1,3,1000,3,2,0)', '#NUM!'],
		['=CUMIPMT(TRUE,3,1000,1,2,0)', '#VALUE!'],
		['=NPV(0.1,110,121)', 200],
		['=NPV(0.1,A1,A2,110)', 100],
		['=XNPV(0.1,{100,110},{45000,45365})', 200],
		['=XNPV(0.1,{100,110},{45000,44000})', '#NUM!'],
		['=EFFECT(0.1,2.9)', 0.1025],
		['=EFFECT(TRUE,2)', '#VALUE!'],
		['=NOMINAL(0.1025,2)', 0.1],
		['=NOMINAL(0,2)', '#NUM!'],
		['=CAGR(100,121,2)', 0.1],
		['=CAGR(0,121,2)', '#DIV/0!'],
		['=CAGR(-1,121,2)', '#NUM!']
	])('ENG-85 %s is %s', (formula, expected) => check(formula, expected, { A1: true, A2: 'x' }));
});

describe('dates and times', () => {
	test.each<Row>([
		['=EDATE(DATE(2024,1,31),1.9)-DATE(2024,2,29)', 0],
		['=EDATE(60,12)', 425],
		['=EDATE(45000,TRUE)', '#VALUE!'],
		['=EDATE(10,-12)', '#NUM!'],
		['=EOMONTH(DATE(2025,1,15),1)-DATE(2025,2,28)', 0],
		['=EOMONTH(32,0)', 60],
		['=TIME(25,30,0)', 1.5 / 24],
		['=TIME(0,-1,0)', '#NUM!'],
		['=TIME(40000,0,0)', '#NUM!'],
		['=DATEVALUE("29-Feb-1900")', 60],
		['=DATEVALUE("2025-03-31 14:30")', 45747],
		['=DATEVALUE("March 31, 2025")', 45747],
		['=DATEVALUE("3/31/25")', 45747],
		['=DATEVALUE("31-Feb-2025")', '#VALUE!'],
		['=DAYS360(45350.9,45351.1)', 1],
		['=DAYS360(DATE(2025,1,30),DATE(2025,3,31))', 60],
		['=DAYS360(DATE(2025,1,29),DATE(2025,3,31))', 62],
		['=DAYS360(DATE(2025,1,29),DATE(2025,3,31),TRUE)', 61],
		['=DAYS360(DATE(2025,2,28),DATE(2025,3,31))', 30]
	])('ENG-86 %s is %s', (formula, expected) => check(formula, expected));
});

describe('texts', () => {
	test.each<Row>([
		['=CONCAT(A1:B2,"-",TRUE)', 'a1b2.5-TRUE'],
		['=LEN(CONCAT(REPT("x",32767),"y"))', '#VALUE!'],
		['=REPT("ab",2.9)', 'abab'],
		['=REPT("x",1E9)', '#VALUE!'],
		['=REPT("x",-1)', '#VALUE!'],
		['=SEARCH("~d","My dear")', 4],
		['=SEARCH("m*r","tomorrow")', 3],
		['=SEARCH("~*","a*b")', 2],
		['=SEARCH("?~?","what?")', 4],
		['=SEARCH("z","abc")', '#VALUE!'],
		['=SEARCH("a*a*a*a*a*a*a*b",REPT("a",30000))', '#VALUE!'],
		['=FIXED(1234.567,1)', '1,234.6'],
		['=FIXED(-1234.567,-2)', '-1,200'],
		['=FIXED(44.332,3,TRUE)', '44.332'],
		['=FIXED(-0.001)', '0.00'],
		['=FIXED(0.000123,5)', '0.00012'],
		['=DOLLAR(-1234.5)', '($1,234.50)'],
		['=NUMBERVALUE("2.500,27",",",".")', 2500.27],
		['=NUMBERVALUE(" 9 % % ")', 0.0009],
		['=NUMBERVALUE("")', 0],
		['=NUMBERVALUE("1.2.3")', '#VALUE!'],
		['=TEXTBEFORE("a-b-c","-",2)', 'a-b'],
		['=TEXTBEFORE("a-b-c","-",-1)', 'a-b'],
		['=TEXTAFTER("a-b-c",{"-","b"})', 'b-c'],
		['=TEXTAFTER("aXbxc","x",1,1)', 'bxc'],
		['=TEXTAFTER("abc","x",1,0,1)', ''],
		['=TEXTBEFORE("abc","x")', '#N/A'],
		['=TEXTBEFORE("abc","x",1,0,0,"none")', 'none'],
		['=TEXTBEFORE("abc","b",0)', '#VALUE!']
	])('ENG-87 %s is %s', (formula, expected) =>
		check(formula, expected, { A1: 'a', B1: 1, A2: 'b', B2: 2.5 })
	);
});

describe('bonds and write-offs', () => {
	test.each<Row>([
		['=ROUND(VDB(2400,300,120,6,18,1.5),2)', 311.81],
		['=ROUND(VDB(2400,300,120,6,18),2)', 396.31],
		['=ROUND(VDB(2400,300,10,0,0.875,1.5),2)', 315],
		['=ROUND(VDB(2400,300,3650,0,1),2)', 1.32],
		['=VDB(2400,300,10,0,10)', 2100],
		['=VDB(2400,300,10,5,11)', '#NUM!'],
		['=VDB(2400,300,10,0.5,2)', '#NUM!'],
		['=COUPNUM(DATE(2007,1,25),DATE(2008,11,15),2,1)', 4],
		['=COUPPCD(DATE(2011,1,25),DATE(2011,11,15),2,1)-DATE(2010,11,15)', 0],
		['=COUPNCD(DATE(2011,1,25),DATE(2011,11,15),2,1)-DATE(2011,5,15)', 0],
		['=COUPDAYBS(DATE(2011,1,25),DATE(2011,11,15),2,1)', 71],
		['=COUPDAYS(DATE(2011,1,25),DATE(2011,11,15),2,1)', 181],
		['=COUPDAYSNC(DATE(2011,1,25),DATE(2011,11,15),2,1)', 110],
		['=COUPNUM(DATE(2011,1,25),DATE(2011,11,15),3)', '#NUM!'],
		['=COUPPCD(DATE(2024,3,1),DATE(2025,8,31),2)-DATE(2024,2,29)', 0],
		['=ROUND(PRICE(DATE(2008,2,15),DATE(2017,11,15),0.0575,0.065,100,2,0),8)', 94.63436162],
		['=ROUND(YIELD(DATE(2008,2,15),DATE(2016,11,15),0.0575,95.04287,100,2,0),6)', 0.065],
		['=ROUND(YIELD(45000,47000,0.05,PRICE(45000,47000,0.05,0.07,100,4,1),100,4,1),12)', 0.07],
		['=ROUND(YIELD(45000,45100,0.05,PRICE(45000,45100,0.05,0.07,100,1,3),100,1,3),12)', 0.07],
		['=PRICE(45000,44000,0.05,0.07,100,2)', '#NUM!']
	])('ENG-90 %s is %s', (formula, expected) => check(formula, expected));
});

describe('engineering', () => {
	test.each<Row>([
		['=BITAND(2^48-1,2^40+1)', 2 ** 40 + 1],
		['=BITOR(2^48,1)', '#NUM!'],
		['=HEX2DEC("ff")+DECIMAL("zap",36)', 46000],
		['=BIN2HEX(1,4.9)', '0001'],
		['=ERFC(10)', 2.088487583762545e-45],
		['=ERF(3,4)', 2.2075079740685163e-5],
		['=GAMMA(-3.75)', 0.2678661288614166],
		['=IMSUM("1+2j",COMPLEX(1,1,"j"))', '2+3j'],
		['=IMSUM("1+2i","j")', '#VALUE!'],
		['=IMSUM("0.1+0.2i","0.2+.1i")', '0.3+0.3i'],
		['=IMPOWER("1.5E+1",2)', '225'],
		['=IMREAL("3+4x")', '#NUM!'],
		['=COMPLEX(1E+25,-1)', '1E+25-i'],
		['=IMDIV("i","0")', '#NUM!'],
		['=BESSELJ(0,0)', 1],
		['=BESSELK(1,-1)', '#NUM!'],
		['=BESSELJ(1,1E+9)', '#NUM!']
	])('ENG-128 %s is %s', (formula, expected) => check(formula, expected));
});

describe('samples', () => {
	test.each<Row>([
		['=CORREL({1,1},{1,2})', '#DIV/0!'],
		['=RSQ({1,2,3},{2,4,6})', 1],
		['=HARMEAN(A9)', '#N/A'],
		['=DEVSQ(A9)', '#NUM!'],
		['=GEOMEAN(1E+200,1E+200)', 1e200],
		['=Z.TEST(A9,1)', '#N/A'],
		['=T.TEST({1,2,3},{1,2,4},2.9,1.9)', 0.42264973081037427],
		['=TTEST({1,2,3},{1,2,4},2,4)', '#NUM!'],
		['=CHISQ.TEST({1},{1})', '#N/A'],
		['=HYPGEOMDIST(1,4,8,20)', 0.3632610939112487]
	])('ENG-129 %s is %s', (formula, expected) => check(formula, expected));
});

describe('arguments of the library', () => {
	test.each<Row>([
		['=DB(1000,100,5.9,2.9,7.9)-DB(1000,100,5,2,7)', 0],
		['=YEARFRAC(1,TRUE)', '#VALUE!'],
		['=YEARFRAC(45000,45365,3.9)', 1],
		['=DEC2BIN(5.9)', '101'],
		['=COMBIN(5.9,2.9)', 10],
		['=WEEKNUM(TRUE)', '#VALUE!'],
		['=LN("")', '#VALUE!'],
		['=ABS(A9)', 0],
		['=ABS(TRUE)', 1],
		['=BITAND(5.5,1)', '#NUM!'],
		['=ARABIC(ROMAN(14))', 14],
		['=ROMAN(0)', ''],
		['=ROMAN(4000)', '#VALUE!'],
		['=FACTDOUBLE(-1)', 1],
		['=DDB(2400,300,10,0)', '#NUM!'],
		['=ERFC(0)+LEN("ab")', 3],
		['=SUMPRODUCT(ABS({-1,2}))', 3]
	])('ENG-89 %s is %s', (formula, expected) => check(formula, expected));
});

describe('help', () => {
	test.each(numericFunctionHelp())('ENG-88 the example of $name has a value', ({ name, examples }) => {
		expect(examples[0]).toContain(`=${name}(`);
		const [value] = valuesOf([examples[0]!]);
		expect(isCellError(value!) ? value.message : '').toBe('');
		expect(value).not.toBeNull();
	});
});
