import { CellError, ErrorType } from 'hyperformula';
import type { Call, Expression } from '../scope/closure';
import type { Lines } from './lines';

/** The whole lines that an expression goes through place by place. */
export interface Passage {
	readonly lines: Lines;
	/** Whether its places go down, as those of columns do that are not turned. */
	readonly isDown: boolean;
	readonly isLoose: boolean;
	/** Whether some places go down and others across: then there is one for each pair. */
	readonly isCrossed: boolean;
}

/** How a call hands whole lines on in the array that it gives. */
export interface Shape {
	/** What it gives at one place, `map` giving what an argument is there. */
	atPlace(map: (argument: Expression) => Expression): Expression;
	/** Whether places stand elsewhere in the array than in the sheet. */
	readonly isLoose?: boolean;
	/** Whether columns become rows, and rows columns. */
	readonly isTurned?: boolean;
}

type ShapeOf = (call: Call, passages: readonly (Passage | undefined)[]) => Shape | undefined;

const NO_VALUE = {
	type: 'ERROR',
	error: new CellError(ErrorType.NA, 'There is no value for this cell.')
} as unknown as Expression;
const NOTHING = { type: 'EMPTY' } as Expression;

/** What an array of whole lines is at one place, where the call chooses among the lines or combines them there. */
const first = (call: Call, isLoose = false): Shape => ({
	isLoose,
	atPlace: (map) => ({ ...call, args: call.args.map((one, index) => (index === 0 ? map(one) : one)) })
});

/** What an array of whole lines is at one place, where the call leaves each as it is and only moves them. */
const moved = ({ args }: Call, isTurned = false): Shape => ({
	isLoose: true,
	isTurned,
	atPlace: (map) => map(args[0]!)
});

const stacked =
	(isDown: boolean): ShapeOf =>
	(call, passages) => {
		const isBeside = passages.find(Boolean)!.isDown !== isDown;
		return {
			isLoose: !isBeside,
			// Beside whole lines all other arrays are too short.
			atPlace: (map) => ({
				...call,
				args: call.args.map((one, index) => (passages[index] ? map(one) : NO_VALUE))
			})
		};
	};

const choosing =
	(isOfRows: boolean): ShapeOf =>
	(call, [passage]) =>
		passage && passage.isDown !== isOfRows ? first(call) : undefined;

/** TAKE and DROP: the count of places is one argument, and the other is of lines. */
const cut =
	(isTaken: boolean): ShapeOf =>
	(call, [passage]) => {
		if (!passage) return undefined;
		const [array, rows, columns] = call.args;
		const ofPlaces = passage.isDown ? rows : columns;
		if (isLeftOut(ofPlaces) || (!isTaken && isZero(ofPlaces!))) return first(call);
		if (isTaken) return undefined;
		const ofLines = passage.isDown ? columns : rows;
		if (isLeftOut(ofLines)) return moved(call);
		const args = passage.isDown ? [array!, NOTHING, ofLines!] : [array!, ofLines!];
		return first({ ...call, args }, true);
	};

const inOneLine =
	(isDown: boolean): ShapeOf =>
	(call, [passage]) => {
		const [, ignored] = call.args;
		const isAll = isLeftOut(ignored) || isZero(ignored!) || ('value' in ignored! && ignored.value === 2);
		return passage && isAll ? moved(call, passage.isDown !== isDown) : undefined;
	};

const sorted: ShapeOf = (call, [passage]) => (passage ? moved(call) : undefined);

const SHAPES: Readonly<Record<string, ShapeOf>> = {
	HSTACK: stacked(false),
	VSTACK: stacked(true),
	CHOOSECOLS: choosing(false),
	CHOOSEROWS: choosing(true),
	TAKE: cut(true),
	DROP: cut(false),
	TOCOL: inOneLine(true),
	TOROW: inOneLine(false),
	SORT: sorted,
	SORTBY: sorted,
	TRANSPOSE: (call, [passage]) => (passage ? moved(call, true) : undefined),
	CHOOSE: (call, passages) => {
		if (passages.slice(1).every((one) => !one) || passages[0]) return undefined;
		return {
			atPlace: (map) => ({
				...call,
				args: call.args.map((one, index) => (passages[index] ? map(one) : one))
			})
		};
	},
	// What chooses among columns leaves them whole.
	FILTER: (call, [array, included]) => (array && !included ? first(call) : undefined),
	MMULT: (call, [left, right]) => {
		if (left?.isDown && !right) return first(call);
		if (left || !right || right.isDown) return undefined;
		return {
			atPlace: (map) => ({ ...call, args: [call.args[0]!, map(call.args[1]!)] })
		};
	},
	INDEX(call, [array]) {
		const [, row, column] = call.args;
		const ofPlaces = array?.isDown ? row : column;
		if (!array || !ofPlaces || !isZero(ofPlaces)) return undefined;
		// `INDEX(A:A="",0)` is the array itself.
		return [row, column].every((one) => !one || isZero(one))
			? { atPlace: (map) => map(call.args[0]!) }
			: first(call);
	}
};

/** Whether a function gives arrays that it hands whole lines on in. */
export function isShaping(name: string): boolean {
	return Object.hasOwn(SHAPES, name);
}

/** How a call hands the whole lines in its arguments on; undefined where it does not, or value by value. */
export function shapeOf(call: Call, passagesOf: () => readonly (Passage | undefined)[]): Shape | undefined {
	const shape = isShaping(call.procedureName) ? SHAPES[call.procedureName]! : undefined;
	if (!shape) return undefined;
	const passages = passagesOf();
	return passages.some(Boolean) ? shape(call, passages) : undefined;
}

function isLeftOut(expression: Expression | undefined): boolean {
	return expression === undefined || isNothing(expression);
}

function isNothing({ type }: Expression): boolean {
	return (type as string) === 'EMPTY';
}

function isZero(expression: Expression): boolean {
	return isNothing(expression) || ('value' in expression && expression.value === 0);
}
