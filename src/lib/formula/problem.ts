import { errorOfText, MAX_FORMULA_LENGTH } from '$lib/workbook';
import { intersectionsOf } from './common-cells';
import { extentOfCall, problemOfLocalNames } from './local-names';
import { isOperator, tokenizeFormula, withoutBlanks, type FormulaToken } from './tokens';

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
	/** How many arguments of the call have begun, or values of the row of a list. */
	arguments: number;
	/** How many values the first row of a list has. */
	width?: number;
	/** How many operators follow each other where it opens. */
	readonly operatorsBefore: number;
}

/** Excel's limit: brackets and calls within each other. */
const MAX_NESTING = 64;
/** Excel's limit: arguments of one call. */
const MAX_ARGUMENTS = 255;
/**
 * How deep a formula may go: every operator of a row leads one step down, every bracket several. A worker of Chromium has
 * room for about 440 steps, measured on the calculation engine's parser and evaluation.
 */
const MAX_STEPS = 420;
const STEPS_OF_BRACKET = 5;

/** What can stand in a list in braces. */
const CONSTANTS: ReadonlySet<string> = new Set(['number', 'text', 'boolean', 'error']);

const PREFIXES = ['+', '-', '@'];
const POSTFIXES = ['%', '#'];

/** The first thing that keeps a formula from being read, found by what may follow what. */
export function findProblem(formula: string): FormulaProblem | undefined {
	if (formula.length > MAX_FORMULA_LENGTH) return tooLong(formula);
	const all = tokenizeFormula(formula);
	const tokens = withoutBlanks(all);
	const intersections = intersectionsOf(all);
	if (tokens[0]?.kind !== 'start') return at('A formula begins with “=”.', 0, formula.length);
	const openings: Opening[] = [];
	let needsValue = true;
	let operators = 0;
	for (let index = 1; index < tokens.length; index++) {
		const token = tokens[index]!;
		const before = tokens[index - 1]!;
		const isIntersection = intersections.has(token) && !needsValue;
		if (isIntersection) operators += 1;
		const problem = isCallOfResult(tokens, index)
			? undefined
			: token.kind === 'operator'
				? problemOfOperator(token, before, needsValue || isIntersection, openings)
				: problemOfValue(token, before, needsValue || isIntersection, openings.at(-1));
		if (problem) return problem;
		needsValue =
			token.kind === 'function' ||
			(token.kind === 'operator' && ![')', '}', ...POSTFIXES].includes(token.text));
		operators = track(token, before, openings, operators);
		const excess = excessAt(token, openings, operators);
		if (excess) return excess;
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

/** Follows what opens and closes; gives how many operators follow each other up to here. */
function track(token: FormulaToken, before: FormulaToken, openings: Opening[], operators: number): number {
	if (token.kind !== 'operator') return operators;
	const open = openings.at(-1);
	switch (token.text) {
		case '(':
		case '{': {
			const isCall = before.kind === 'function' && token.text === '(';
			const isCallToo = isCall || (isOperator(before, ')') && token.text === '(');
			const kind = token.text === '{' ? 'array' : isCallToo ? 'call' : 'group';
			const name = isCall ? before.text : '';
			openings.push({ kind, token, name, arguments: 1, operatorsBefore: operators });
			return operators;
		}
		case ')':
		case '}':
			return openings.pop()!.operatorsBefore;
		case ',':
			open!.arguments += 1;
			return open!.operatorsBefore;
		case ';':
			open!.width = open!.arguments;
			open!.arguments = 1;
			return open!.operatorsBefore;
		default:
			return operators + 1;
	}
}

function excessAt(
	token: FormulaToken,
	openings: readonly Opening[],
	operators: number
): FormulaProblem | undefined {
	const open = openings.at(-1);
	if (open?.kind === 'call' && open.arguments > MAX_ARGUMENTS)
		return of(
			token,
			`${open.name || 'This call'} has more than ${MAX_ARGUMENTS} arguments: give it ranges instead.`
		);
	if (openings.length > MAX_NESTING) {
		const message = `More than ${MAX_NESTING} brackets stand within each other here: put a part of the formula in a cell of its own.`;
		return of(token, message);
	}
	if (operators + STEPS_OF_BRACKET * openings.length <= MAX_STEPS) return undefined;
	return of(
		token,
		'Too many operators follow each other: take a range with SUM or CONCAT, or put a part of the formula in a cell of its own.'
	);
}

function tooLong(formula: string): FormulaProblem {
	const [most, length] = [MAX_FORMULA_LENGTH, formula.length].map((count) => count.toLocaleString('en-US'));
	const message = `A formula has at most ${most} characters; this one has ${length}: put a part of it in a cell of its own.`;
	return at(message, MAX_FORMULA_LENGTH, formula.length);
}

/** Whether a bracket calls what the call before it gives, as in `LAMBDA(x,x+1)(5)`. */
function isCallOfResult(tokens: readonly FormulaToken[], index: number): boolean {
	if (!isOperator(tokens[index], '(') || !isOperator(tokens[index - 1], ')')) return false;
	let depth = 0;
	for (let at = index - 1; at > 0; at--) {
		if (isOperator(tokens[at], ')')) depth++;
		else if (isOperator(tokens[at], '(')) depth--;
		if (depth !== 0) continue;
		const isCall = tokens[at - 1]!.kind === 'function' || isCallOfResult(tokens, at);
		return isCall || isCallInBrackets(tokens, at, index - 1);
	}
	return false;
}

/** Whether nothing but a call stands between two brackets. */
function isCallInBrackets(tokens: readonly FormulaToken[], open: number, close: number): boolean {
	if (tokens[open + 1]?.kind === 'function') return extentOfCall(tokens, open + 1).close === close - 1;
	return isOperator(tokens[open + 1], '(') && extentOfCall(tokens, open).close === close - 1
		? isCallInBrackets(tokens, open + 1, close - 1)
		: false;
}

function problemOfValue(
	token: FormulaToken,
	before: FormulaToken,
	needsValue: boolean,
	open: Opening | undefined
): FormulaProblem | undefined {
	if (token.kind === 'unknown') {
		return of(token, `“${token.text}” is not a number, a text, a reference, a name or a function.`);
	}
	if (token.kind === 'error' && !/#REF!$/i.test(token.text) && !errorOfText(token.text)) {
		return of(token, `“${token.text}” is an error that only Excel’s own services give: write #N/A instead.`);
	}
	if (open?.kind === 'array' && !CONSTANTS.has(token.kind)) {
		const message = `A list in braces holds numbers, texts and TRUE or FALSE only, not “${token.text}”: join other values with HSTACK and VSTACK.`;
		return of(token, message);
	}
	if (token.kind === 'reference') {
		const problem = problemOfSheets(token);
		if (problem) return problem;
	}
	if (token.isUnterminated)
		return of(token, 'This text is not closed: expected a quotation mark at its end.');
	if (needsValue) return undefined;
	return of(token, `Expected an operator such as + or a comma between “${before.text}” and “${token.text}”.`);
}

/** A reference beyond one sheet of this workbook. */
function problemOfSheets(token: FormulaToken): FormulaProblem | undefined {
	const sheets = /^(?:'(?:[^']|'')+'|[^!']+)(?=!)/.exec(token.text)?.[0] ?? '';
	if (sheets.includes('['))
		return of(
			token,
			`“${token.text}” is in another workbook, which cannot be read here: copy the values into this one.`
		);
	if (sheets.includes(':'))
		return of(
			token,
			`“${token.text}” goes through several sheets: write one reference for each of them, as in SUM(Sheet1!A1,Sheet2!A1).`
		);
	return undefined;
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
			return needsValue ? missingAfter(before) : problemOfRow(token, open);
		case '{':
			if (open?.kind === 'array') return of(token, 'A list in braces cannot hold another one.');
			return needsValue ? undefined : of(token, `Expected an operator between “${before.text}” and “{”.`);
		case '}':
			if (open?.kind !== 'array') return of(token, 'This “}” closes no list.');
			return needsValue ? missingAfter(before) : problemOfRow(token, open);
		case '!':
			return of(token, 'Expected a sheet’s name before “!” and a cell after it.');
		default:
			if (!needsValue || PREFIXES.includes(token.text)) return undefined;
			return of(token, `Expected a value before “${token.text}”.`);
	}
}

/** A row of a list in braces that is not as long as the first. */
function problemOfRow(end: FormulaToken, { width, arguments: length }: Opening): FormulaProblem | undefined {
	if (width === undefined || width === length) return undefined;
	return of(
		end,
		`All rows of a list in braces are equally long: the first is ${width} long, the one that ends here ${length}.`
	);
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
