import { ENGINE_CALL } from '$lib/formula';
import type { Expression } from '../scope/closure';

const REFERENCES = new Set(['CELL_REFERENCE', 'CELL_RANGE', 'COLUMN_RANGE', 'ROW_RANGE', 'NAMED_EXPRESSION']);

/** Which of its arguments a call hands on, of those that may give cells and not only what is in them. */
const HANDED_ON: Readonly<Record<string, readonly [from: number, to: number]>> = {
	[ENGINE_CALL.offset]: [0, 0],
	[ENGINE_CALL.range]: [0, 0],
	[ENGINE_CALL.common]: [0, 0],
	INDIRECT: [0, 0],
	INDEX: [0, 1],
	IF: [1, 3],
	CHOOSE: [1, 255],
	XLOOKUP: [2, 3]
};

/** Whether an expression may refer to cells, as it is written. */
export function mayRefer(expression: Expression): boolean {
	if ('expression' in expression) return mayRefer(expression.expression);
	return 'procedureName' in expression
		? expression.procedureName in HANDED_ON
		: REFERENCES.has(expression.type);
}

/** Whether an expression is a call that refers to cells, whatever it is calculated with. */
export function refersByCall(expression: Expression): boolean {
	if ('expression' in expression) return refersByCall(expression.expression);
	if (!('procedureName' in expression)) return false;
	const handedOn = HANDED_ON[expression.procedureName];
	return (
		handedOn !== undefined &&
		expression.args.slice(...handedOn).every((argument) => isReference(argument) || refersByCall(argument))
	);
}

/** Whether an expression is a reference as it stands. */
export function isReference(expression: Expression): boolean {
	return 'expression' in expression ? isReference(expression.expression) : REFERENCES.has(expression.type);
}

/** Whether an argument is read as cells: texts and truths in them are what a range makes of them. */
export function isReadAsCells(argument: Expression | undefined): boolean {
	return argument !== undefined && (isReference(argument) || refersByCall(argument));
}
