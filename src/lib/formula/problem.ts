import { problemOfLocalNames } from './local-names';
import { isOperator, tokenizeFormula, type FormulaToken } from './tokens';

/** Why a formula cannot be read: a sentence for the user, and the place in the formula's text (end excluded). */
export interface FormulaProblem {
	readonly message: string;
	readonly start: number;
	readonly end: number;
}

interface Opening {
	readonly kind: 'call' | 'group' | 'array';
	readonly token: FormulaToken;
	/** The function's name of a call. */
	readonly name: string;
}

const PREFIXES = ['+', '-', '@'];
const POSTFIXES = ['%', '#'];

/** The first thing that keeps a formula from being read, found by what may follow what. */
export function findProblem(formula: string): FormulaProblem | undefined {
	const tokens = tokenizeFormula(formula).filter(({ kind }) => kind !== 'blank');
	if (tokens[0]?.kind !== 'start') return at('A formula begins with “=”.', 0, formula.length);
	const openings: Opening[] = [];
	let needsValue = true;
	for (let index = 1; index < tokens.length; index++) {
		const token = tokens[index]!;
		const before = tokens[index - 1]!;
		const problem = isCallOfResult(tokens, index)
			? undefined
			: token.kind === 'operator'
				? problemOfOperator(token, before, needsValue, openings)
				: problemOfValue(token, before, needsValue);
		if (problem) return problem;
		needsValue =
			token.kind === 'function' ||
			(token.kind === 'operator' && ![')', '}', ...POSTFIXES].includes(token.text));
		track(token, before, openings);
	}
	const last = tokens.at(-1)!;
	if (needsValue && !isOperator(last, '(') && !isOperator(last, ',')) return missingAfter(last);
	const open = openings.at(-1);
	if (!open) return problemOfLocalNames(tokens);
	return open.kind === 'array'
		? of(open.token, 'The list that begins with “{” is not closed: expected “}”.')
		: of(
				open.token,
				open.name
					? `The parenthesis after ${open.name} is not closed: expected “)”.`
					: 'This parenthesis is not closed: expected “)”.'
			);
}

function track(token: FormulaToken, before: FormulaToken, openings: Opening[]): void {
	if (isOperator(token, '(')) {
		const isCall = before.kind === 'function';
		const isCallToo = isCall || isOperator(before, ')');
		openings.push({ kind: isCallToo ? 'call' : 'group', token, name: isCall ? before.text : '' });
	} else if (isOperator(token, '{')) openings.push({ kind: 'array', token, name: '' });
	else if (isOperator(token, ')') || isOperator(token, '}')) openings.pop();
}

/** Whether a bracket calls what the call before it gives, as in `LAMBDA(x,x+1)(5)`. */
function isCallOfResult(tokens: readonly FormulaToken[], index: number): boolean {
	if (!isOperator(tokens[index], '(') || !isOperator(tokens[index - 1], ')')) return false;
	let depth = 0;
	for (let at = index - 1; at > 0; at--) {
		if (isOperator(tokens[at], ')')) depth++;
		else if (isOperator(tokens[at], '(')) depth--;
		if (depth === 0) return tokens[at - 1]!.kind === 'function' || isCallOfResult(tokens, at);
	}
	return false;
}

function problemOfValue(
	token: FormulaToken,
	before: FormulaToken,
	needsValue: boolean
): FormulaProblem | undefined {
	if (token.kind === 'unknown') {
		return of(token, `“${token.text}” is not a number, a text, a reference, a name or a function.`);
	}
	if (token.isUnterminated)
		return of(token, 'This text is not closed: expected a quotation mark at its end.');
	const isIntersection = token.kind === 'reference' && before.kind === 'reference';
	if (needsValue || isIntersection) return undefined;
	return of(token, `Expected an operator such as + or a comma between “${before.text}” and “${token.text}”.`);
}

function problemOfOperator(
	token: FormulaToken,
	before: FormulaToken,
	needsValue: boolean,
	openings: readonly Opening[]
): FormulaProblem | undefined {
	const open = openings.at(-1);
	const isEmptyArgument = open?.kind === 'call' && (isOperator(before, '(') || isOperator(before, ','));
	switch (token.text) {
		case '(':
			return needsValue
				? undefined
				: of(token, `Expected an operator such as * between “${before.text}” and “(”.`);
		case ')':
			if (!open) return of(token, 'This closing parenthesis has no opening one.');
			if (open.kind === 'array') return of(token, 'Expected “}” to close the list before “)”.');
			if (!needsValue || isEmptyArgument) return undefined;
			return isOperator(before, '(')
				? of(token, 'Expected a value between the parentheses.')
				: missingAfter(before);
		case ',':
			if (!open) return of(token, 'A comma stands only between the arguments of a function.');
			return !needsValue || isEmptyArgument ? undefined : missingAfter(before);
		case ';':
			if (open?.kind !== 'array')
				return of(token, 'Expected a comma: arguments are separated by “,”, not “;”.');
			return needsValue ? missingAfter(before) : undefined;
		case '{':
			return needsValue ? undefined : of(token, `Expected an operator between “${before.text}” and “{”.`);
		case '}':
			if (open?.kind !== 'array') return of(token, 'This “}” closes no list.');
			return needsValue ? missingAfter(before) : undefined;
		case '!':
			return of(token, 'Expected a sheet’s name before “!” and a cell after it.');
		default:
			if (!needsValue || PREFIXES.includes(token.text)) return undefined;
			return of(token, `Expected a value before “${token.text}”.`);
	}
}

function missingAfter(token: FormulaToken): FormulaProblem {
	return token.kind === 'start'
		? at('Expected a formula after “=”.', 0, token.end)
		: of(token, `Expected a value after “${token.text}”.`);
}

function of(token: FormulaToken, message: string): FormulaProblem {
	return at(message, token.start, token.end);
}

function at(message: string, start: number, end: number): FormulaProblem {
	return { message, start, end };
}
