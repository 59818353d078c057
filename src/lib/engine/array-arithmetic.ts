import { CellError, ErrorType, FunctionPlugin, SimpleRangeValue } from 'hyperformula';
import { MAX_ARRAY_CELLS } from './fills';

type Interpreter = ConstructorParameters<typeof FunctionPlugin>[0];
type Single = SimpleRangeValue['data'][number][number];
type Operator = (left: Single, right: Single) => Single;
type Combine = (operator: Operator, left: unknown, right: unknown, state: unknown) => unknown;

export const TOO_LARGE = `An array in this formula would have more than ${MAX_ARRAY_CELLS.toLocaleString('en-US')} values: take fewer.`;

const NO_VALUE_HERE =
	'An array in this formula has no value here: its size differs from that of another one.';

/** Ends a formula with an array on the way to its result that would have more values than can be gone through. */
export class TooLargeArray extends Error {
	constructor(sentence = TOO_LARGE) {
		super(sentence);
	}
}

/**
 * Makes a calculation combine arrays into new ones of a bounded size. By itself it writes results over the arrays that it
 * is given, also over those that a name stands for, and makes arrays of any size.
 */
export function combineIntoNewArrays(interpreter: Interpreter): void {
	const combineSingle = Reflect.get(interpreter, 'binaryRangeWrapper') as Combine;
	const combine: Combine = (operator, left, right, state) => {
		if (left instanceof CellError || right instanceof CellError) {
			return left instanceof CellError ? left : right;
		}
		return left instanceof SimpleRangeValue || right instanceof SimpleRangeValue
			? combined(operator, arrayOf(left), arrayOf(right))
			: combineSingle.call(interpreter, operator, left, right, state);
	};
	Object.defineProperty(interpreter, 'binaryRangeWrapper', { value: combine });
}

let isBounded = false;

/**
 * Bounds how often a function is calculated for the values of arrays, and has it calculated with #N/A where one of them
 * has no value: by itself the library takes that argument for left out.
 */
export function boundVectorization(): void {
	if (isBounded) return;
	isBounded = true;
	const name = 'calculateSizeOfVectorizedResultArray';
	const calculateSize = Reflect.get(FunctionPlugin.prototype, name) as (...given: unknown[]) => number[];
	Object.defineProperty(FunctionPlugin.prototype, name, {
		value(this: FunctionPlugin, ...given: unknown[]) {
			const size = calculateSize.apply(this, given);
			refuseTooLarge(size[0]!, size[1]!);
			return size;
		}
	});
	const valueName = 'vectorizeAndBroadcastRangeArgument';
	const takeValue = Reflect.get(FunctionPlugin.prototype, valueName) as (...given: unknown[]) => unknown;
	Object.defineProperty(FunctionPlugin.prototype, valueName, {
		value(this: FunctionPlugin, ...given: unknown[]) {
			return takeValue.apply(this, given) ?? new CellError(ErrorType.NA, NO_VALUE_HERE);
		}
	});
}

function combined(operator: Operator, left: SimpleRangeValue, right: SimpleRangeValue): SimpleRangeValue {
	const height = Math.max(left.height(), right.height());
	const width = Math.max(left.width(), right.width());
	refuseTooLarge(height, width);
	const [leftRows, rightRows] = [left.data, right.data];
	const [isLeftRow, isRightRow] = [left.height() === 1, right.height() === 1];
	const [isLeftColumn, isRightColumn] = [left.width() === 1, right.width() === 1];
	const rows: Single[][] = [];
	for (let row = 0; row < height; row++) {
		const leftRow = leftRows[isLeftRow ? 0 : row];
		const rightRow = rightRows[isRightRow ? 0 : row];
		const values: Single[] = [];
		for (let column = 0; column < width; column++) {
			const one = leftRow?.[isLeftColumn ? 0 : column];
			const other = rightRow?.[isRightColumn ? 0 : column];
			values.push(
				one === undefined || other === undefined
					? new CellError(ErrorType.NA, NO_VALUE_HERE)
					: operator(one, other)
			);
		}
		rows.push(values);
	}
	return SimpleRangeValue.onlyValues(rows);
}

function arrayOf(value: unknown): SimpleRangeValue {
	return value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value as Single);
}

/** Throws where an array would have too many values. */
export function refuseTooLarge(height: number, width: number): void {
	if (height * width > MAX_ARRAY_CELLS) throw new TooLargeArray();
}
