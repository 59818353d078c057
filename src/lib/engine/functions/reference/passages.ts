import type { Call, Expression } from '../scope/closure';
import { areColumns, isLines, isWhole, argumentsOf, type Lines } from './lines';
import { shapeOf, type Passage } from './shapes';

/** How whole lines go into what is calculated with them. */
export interface Way {
	/** Whether their places are numbered, and nothing else is taken of them. */
	readonly isNumbered: boolean;
	/** Whether their places stand elsewhere in the result than in the sheet. */
	readonly isLoose: boolean;
	/** Whether columns have become rows, or rows columns. */
	readonly isTurned: boolean;
}

type Replace = (lines: Lines, way: Way) => Expression;

const AS_IT_IS: Way = { isNumbered: false, isLoose: false, isTurned: false };

const passages = new WeakMap<Expression, Passage | null>();

/** The first whole lines that an expression goes through, and how; undefined where there are none. */
export function passageThrough(expression: Expression): Passage | undefined {
	let passage = passages.get(expression);
	if (passage === undefined) {
		passage = null;
		mapLines(expression, (lines, { isLoose, isTurned }) => {
			const isDown = areColumns(lines) !== isTurned;
			passage = {
				lines: passage?.lines ?? lines,
				isDown: passage?.isDown ?? isDown,
				isLoose: isLoose || passage?.isLoose === true,
				isCrossed: passage?.isCrossed === true || (passage !== null && passage?.isDown !== isDown)
			};
			return lines;
		});
		passages.set(expression, passage);
	}
	return passage ?? undefined;
}

/** The same expression with all whole lines replaced that it goes through place by place. */
export function mapLines(expression: Expression, replace: Replace, way: Way = AS_IT_IS): Expression {
	if (isLines(expression)) return replace(expression, way);
	if ('expression' in expression)
		return { ...expression, expression: mapLines(expression.expression, replace, way) };
	if ('left' in expression) {
		const [left, right] = [expression.left, expression.right].map((side) => mapLines(side, replace, way));
		return { ...expression, left: left!, right: right! };
	}
	if ('value' in expression && typeof expression.value === 'object')
		return { ...expression, value: mapLines(expression.value, replace, way) } as Expression;
	return 'procedureName' in expression ? mapCall(expression, replace, way) : expression;
}

function mapCall(call: Call, replace: Replace, way: Way): Expression {
	const [first] = call.args;
	if (first && isLines(first) && call.procedureName === (areColumns(first) ? 'ROW' : 'COLUMN'))
		return replace(first, { ...way, isNumbered: true });
	const shape = shapeOf(call, () => call.args.map(passageThrough));
	if (shape) {
		const inner: Way = {
			isNumbered: way.isNumbered,
			isLoose: way.isLoose || shape.isLoose === true,
			isTurned: way.isTurned !== (shape.isTurned === true)
		};
		return shape.atPlace((argument) => mapLines(argument, replace, inner));
	}
	const parameters = argumentsOf(call.procedureName);
	if (parameters.length === 0) return call;
	const args = call.args.map((argument, index) => {
		const parameter = parameters[index] ?? parameters.at(-1)!;
		return isWhole(parameter) ? argument : mapLines(argument, replace, way);
	});
	return { ...call, args };
}
