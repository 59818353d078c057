import {
	CellError,
	ErrorType,
	FunctionArgumentType,
	FunctionPlugin,
	HyperFormula,
	type ImplementedFunctions
} from 'hyperformula';
import type { FormatText } from './format-text';
import { conversionOf } from './functions/coercion/conversion';
import { unwrapped } from './functions/numeric/parameters';
import { notLoaded } from './not-loaded';

/** What TEXT is calculated with, where it is there. */
export interface TextContext {
	readonly formatText: FormatText | undefined;
	/** What numbers that become texts are written in: a BCP 47 tag. */
	readonly locale: string;
}

type Call = Parameters<FunctionPlugin['evaluateAst']>[0] & {
	readonly args: Parameters<FunctionPlugin['runFunction']>[0];
};
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];

/** TEXT, which shows a number as a cell with that number format would. */
class TextFunction extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = {
		TEXT: {
			method: 'text',
			parameters: [
				{ argumentType: FunctionArgumentType.NOERROR },
				{ argumentType: FunctionArgumentType.STRING }
			]
		}
	};

	text(call: Call, state: CallState) {
		return this.runFunction(call.args, state, this.metadata('TEXT'), (given: unknown, format: string) => {
			const { formatText, locale } = this.config.context as TextContext;
			const value = textOrNumber(given, locale);
			if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
			if (format === '') return '';
			if (!formatText) return notLoaded('TEXT');
			const text = formatText(value, format, locale);
			return text.ok ? text.value : new CellError(ErrorType.VALUE, text.error);
		});
	}
}

/** A text that reads as a number is shown as that number, any other as the text; a blank is 0. */
function textOrNumber(given: unknown, locale: string): number | string | boolean {
	const value = unwrapped(given);
	if (value === null || value instanceof CellError) return 0;
	return typeof value === 'string' ? (conversionOf(locale).numberIn(value) ?? value) : value;
}

/** Puts our TEXT in place of the one that every calculation built from now on would have. */
export function offerTextFunction(): void {
	HyperFormula.registerFunctionPlugin(TextFunction, { enGB: { TEXT: 'TEXT' } });
}
