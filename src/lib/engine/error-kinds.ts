import { HyperFormula } from 'hyperformula';
import enGB from 'hyperformula/i18n/languages/enGB';

/** The kinds of error that the library knows, that of ranges without a cell in common, and that of arrays without values. */
const ERRORS = { ...enGB.errors, NULL: '#NULL!', CALC: '#CALC!' };

let isOffered = false;

/** Makes every kind of error of Excel known to every calculation built from now on; the first of all that is offered. */
export function offerErrorKinds(): void {
	if (isOffered) return;
	isOffered = true;
	HyperFormula.unregisterLanguage(enGB.langCode);
	HyperFormula.registerLanguage(enGB.langCode, { ...enGB, errors: ERRORS });
}

/** How an error of a kind is written. */
export function codeOfError(kind: string): string {
	return Object.hasOwn(ERRORS, kind) ? ERRORS[kind as keyof typeof ERRORS] : '#ERROR!';
}
