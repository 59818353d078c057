import { readingWords, type Assumption, type Content, type Figure, type Settings } from '$lib/workbook';
import {
	CellError,
	ErrorType,
	FunctionArgumentType,
	FunctionPlugin,
	HyperFormula,
	type ImplementedFunctions
} from 'hyperformula';
import { offerErrorKinds } from './error-kinds';
import { offerLookupFunctions } from './functions/lookup';
import { offerNumericFunctions } from './functions/numeric';
import { offerReferenceFunctions } from './functions/reference';
import { offerScopeFunctions } from './functions/scope';
import { guardEvaluation } from './guard';

/** The records that FIGURE, ASSUMPTION and SETTING answer from. */
export interface RecordContext {
	figureOf(id: string): Figure | undefined;
	assumptionOf(name: string): Assumption | undefined;
	readonly settings: Settings;
	/** The value of a content that refers to nothing, such as `=DATE(2025,1,1)`; undefined where it has none. */
	constantOf(content: Content): number | string | boolean | undefined;
}

type Field<T> = (record: T, context: RecordContext) => number | string | boolean | undefined;

const FIGURE_FIELDS: Readonly<Record<string, Field<Figure>>> = {
	published: ({ published }) => published,
	unit: ({ unit }) => unit,
	qualifier: ({ qualifier }) => qualifier,
	low: ({ low }) => low ?? '',
	high: ({ high }) => high ?? '',
	wording: ({ wording }) => wording,
	as_of: ({ asOf }) => asOf,
	source: ({ source }) => source,
	tier: ({ tier }) => tier,
	attributed_to: ({ attributedTo }) => attributedTo,
	note: ({ note }) => note,
	entity: ({ entity }) => entity,
	metric: ({ metric }) => metric,
	period_start: ({ periodStart }) => periodStart,
	period_end: ({ periodEnd }) => periodEnd
};

const ASSUMPTION_FIELDS: Readonly<Record<string, Field<Assumption>>> = {
	low: ({ low }, context) => context.constantOf(low),
	high: ({ high }, context) => context.constantOf(high),
	unit: ({ unit }) => unit,
	reason: ({ reason }) => reason,
	sources: ({ sources }) => sources.join('; ')
};

const SETTING_FIELDS: Readonly<Record<string, Field<Settings>>> = {
	about: ({ aboutReading }) => readingWords(aboutReading)
};

/** The fields that the record functions know, by function. */
export const RECORD_FIELDS = {
	FIGURE: Object.keys(FIGURE_FIELDS),
	ASSUMPTION: Object.keys(ASSUMPTION_FIELDS),
	SETTING: Object.keys(SETTING_FIELDS)
} as const;

const TEXT = { argumentType: FunctionArgumentType.STRING };

type Call = Parameters<FunctionPlugin['evaluateAst']>[0] & {
	readonly args: Parameters<FunctionPlugin['runFunction']>[0];
};
type CallState = Parameters<FunctionPlugin['evaluateAst']>[1];

/** The functions that answer from the records of the workbook; with them every calculation is guarded. */
class RecordFunctions extends FunctionPlugin {
	constructor(...[interpreter]: ConstructorParameters<typeof FunctionPlugin>) {
		super(interpreter);
		guardEvaluation(interpreter);
	}

	static override implementedFunctions: ImplementedFunctions = {
		FIGURE: { method: 'figure', parameters: [TEXT, TEXT] },
		ASSUMPTION: { method: 'assumption', parameters: [TEXT, TEXT] },
		SETTING: { method: 'setting', parameters: [TEXT] }
	};

	figure(call: Call, state: CallState) {
		return this.runFunction(call.args, state, this.metadata('FIGURE'), (id: string, field: string) => {
			const figure = this.#records.figureOf(id);
			return figure
				? this.#answer('FIGURE', FIGURE_FIELDS, figure, field)
				: new CellError(ErrorType.NA, `There is no figure “${id}”: check its id on the Figures sheet.`);
		});
	}

	assumption(call: Call, state: CallState) {
		return this.runFunction(call.args, state, this.metadata('ASSUMPTION'), (name: string, field: string) => {
			const assumption = this.#records.assumptionOf(name);
			return assumption
				? this.#answer('ASSUMPTION', ASSUMPTION_FIELDS, assumption, field)
				: new CellError(
						ErrorType.NA,
						`There is no assumption “${name}”: check its name on the Assumptions sheet.`
					);
		});
	}

	setting(call: Call, state: CallState) {
		return this.runFunction(call.args, state, this.metadata('SETTING'), (field: string) =>
			this.#answer('SETTING', SETTING_FIELDS, this.#records.settings, field)
		);
	}

	get #records(): RecordContext {
		return this.config.context as RecordContext;
	}

	#answer<T>(name: string, fields: Readonly<Record<string, Field<T>>>, record: T, field: string) {
		const wanted = field.trim().toLowerCase();
		if (!Object.hasOwn(fields, wanted)) {
			const known = Object.keys(fields).join(', ');
			return new CellError(ErrorType.VALUE, `${name} has no field “${field}”: it knows ${known}.`);
		}
		return (
			fields[wanted]!(record, this.#records) ??
			new CellError(ErrorType.VALUE, `The ${wanted} of this record is a formula that has no value by itself.`)
		);
	}
}

/** Makes the record functions known to every calculation that is built from now on. */
export function offerRecordFunctions(): void {
	offerErrorKinds();
	offerNumericFunctions();
	offerLookupFunctions();
	offerScopeFunctions();
	offerReferenceFunctions();
	HyperFormula.registerFunctionPlugin(RecordFunctions, {
		enGB: { FIGURE: 'FIGURE', ASSUMPTION: 'ASSUMPTION', SETTING: 'SETTING' }
	});
}
