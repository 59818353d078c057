import { CellError } from 'hyperformula';
import { codeOfError } from '../../error-kinds';
import { conversionOf, type Conversion } from '../coercion/conversion';
import { divisionByZero, wrongValue } from './failures';
import { defineFunction, type Parameter, type Scalar } from './numeric-function';
import { anything, number, numbers, optional, rowsOf, text, textOf } from './parameters';

const CATEGORY = 'Text';
const format = optional(
	number(
		'Format',
		'0 or left out as cells show it; 1 as a formula would write it, texts in quotation marks.'
	),
	0
);

function written(value: Scalar, isStrict: boolean, conversion: Conversion): string {
	if (value instanceof CellError) return codeOfError(value.type);
	if (isStrict && typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
	return textOf(value, conversion);
}

const array: Parameter<Scalar[][]> = {
	name: 'Array',
	description: 'The range or array.',
	takesBlock: true,
	takesErrors: true,
	read: ([given]) => rowsOf(given)
};

function isFormat(format: number): boolean {
	return format === 0 || format === 1;
}

const WRONG_FORMAT = 'The format is 0 or 1.';

/** Functions that write values as texts, and shares. */
export const VALUE_TEXTS = [
	defineFunction({
		name: 'VALUETOTEXT',
		category: CATEGORY,
		description: 'Gives any value as a text.',
		parameters: [anything('Value', 'The value.'), format],
		example: '=VALUETOTEXT("text",1)',
		compute(value, format) {
			return isFormat(Math.trunc(format))
				? written(value, Math.trunc(format) === 1, conversionOf(this.locale))
				: wrongValue(WRONG_FORMAT);
		}
	}),
	defineFunction({
		name: 'ARRAYTOTEXT',
		category: CATEGORY,
		description: 'Gives all values of an array as one text.',
		parameters: [array, format],
		example: '=ARRAYTOTEXT({1,TRUE;"a",2},1)',
		compute(rows, format) {
			if (!isFormat(Math.trunc(format))) return wrongValue(WRONG_FORMAT);
			const isStrict = Math.trunc(format) === 1;
			const conversion = conversionOf(this.locale);
			const lines = rows.map((row) =>
				row.map((value) => written(value, isStrict, conversion)).join(isStrict ? ',' : ', ')
			);
			const all = isStrict ? `{${lines.join(';')}}` : lines.join(', ');
			return all.length > 32_767
				? wrongValue('The text would be longer than the 32,767 characters that a cell holds.')
				: all;
		}
	}),
	defineFunction({
		name: 'ENCODEURL',
		category: 'Web',
		description: 'Writes a text so that it can be a part of an address on the web.',
		parameters: [text('Text', 'The text.')],
		example: '=ENCODEURL("capex 2025")',
		compute(text) {
			try {
				return encodeURIComponent(text).replace(
					/[!'()*]/g,
					(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
				);
			} catch {
				return wrongValue('This text holds half of a character: it cannot be written as an address.');
			}
		}
	}),
	defineFunction({
		name: 'PERCENTOF',
		category: 'Math and trigonometry',
		description: 'Gives the sum of a part as a share of the sum of all.',
		parameters: [
			numbers('Data_subset', 'The numbers of the part.'),
			numbers('Data_all', 'All numbers, the part among them.')
		],
		example: '=PERCENTOF({1,2},{1,2,3,4})',
		compute(part, all) {
			const sum = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
			const whole = sum(all);
			return whole === 0 ? divisionByZero('All numbers together are 0.') : sum(part) / whole;
		}
	})
];
