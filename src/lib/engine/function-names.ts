/** Names that Excel gave to functions before it renamed them, and what they are called now. Both take the same arguments. */
const OLD_NAMES: Readonly<Record<string, string>> = {
	BETAINV: 'BETA.INV',
	BINOMDIST: 'BINOM.DIST',
	CHIDIST: 'CHISQ.DIST.RT',
	CHIINV: 'CHISQ.INV.RT',
	CHITEST: 'CHISQ.TEST',
	CONFIDENCE: 'CONFIDENCE.NORM',
	COVAR: 'COVARIANCE.P',
	CRITBINOM: 'BINOM.INV',
	EXPONDIST: 'EXPON.DIST',
	FDIST: 'F.DIST.RT',
	FINV: 'F.INV.RT',
	FORECAST: 'FORECAST.LINEAR',
	FTEST: 'F.TEST',
	GAMMADIST: 'GAMMA.DIST',
	GAMMAINV: 'GAMMA.INV',
	LOGINV: 'LOGNORM.INV',
	MODE: 'MODE.SNGL',
	NORMDIST: 'NORM.DIST',
	NORMINV: 'NORM.INV',
	NORMSINV: 'NORM.S.INV',
	PERCENTILE: 'PERCENTILE.INC',
	PERCENTRANK: 'PERCENTRANK.INC',
	POISSON: 'POISSON.DIST',
	QUARTILE: 'QUARTILE.INC',
	RANK: 'RANK.EQ',
	STDEV: 'STDEV.S',
	STDEVP: 'STDEV.P',
	TINV: 'T.INV.2T',
	TTEST: 'T.TEST',
	VAR: 'VAR.S',
	VARP: 'VAR.P',
	WEIBULL: 'WEIBULL.DIST',
	ZTEST: 'Z.TEST'
};

/** Names without their dots, which the calculation knows and Excel does not. */
const DOTLESS_NAMES: Readonly<Record<string, string>> = {
	CHIDISTRT: 'CHISQ.DIST.RT',
	CHIINVRT: 'CHISQ.INV.RT',
	CHISQDIST: 'CHISQ.DIST',
	CHISQDISTRT: 'CHISQ.DIST.RT',
	CHISQINV: 'CHISQ.INV',
	CHISQINVRT: 'CHISQ.INV.RT',
	COVARIANCEP: 'COVARIANCE.P',
	COVARIANCES: 'COVARIANCE.S',
	FDISTRT: 'F.DIST.RT',
	FINVRT: 'F.INV.RT',
	LOGNORMINV: 'LOGNORM.INV',
	POISSONDIST: 'POISSON.DIST',
	SKEWP: 'SKEW.P',
	STDEVS: 'STDEV.S',
	TDIST2T: 'T.DIST.2T',
	TDISTRT: 'T.DIST.RT',
	TINV2T: 'T.INV.2T',
	VARS: 'VAR.S',
	WEIBULLDIST: 'WEIBULL.DIST'
};

const EXTRAS: ReadonlySet<string> = new Set([
	'ARRAYFORMULA',
	'ARRAY_CONSTRAIN',
	'ASSUMPTION',
	'CAGR',
	'CLAIM',
	'COUNTUNIQUE',
	'FIGURE',
	'INTERVAL',
	'ISBINARY',
	'MAXPOOL',
	'MEDIANPOOL',
	'SETTING',
	'SPLIT',
	'VERSION'
]);

/** What a function that has a second name is called otherwise; undefined for any other. */
export function nameOtherwise(name: string): string | undefined {
	return OLD_NAMES[name] ?? DOTLESS_NAMES[name];
}

/** Whether Excel has no function of that name: a workbook that uses it does not calculate there. */
export function isExtra(name: string): boolean {
	return EXTRAS.has(name) || name in DOTLESS_NAMES || name.startsWith('HF.');
}
