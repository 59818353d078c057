import { CellError, EmptyValue } from 'hyperformula';
import type { Scalar } from '../lookup/values';

/** The blank places behind what is in use of whole columns or rows, and what a function is given. */
interface Asked {
	/** How many places hold something, and how many blank ones are behind them. */
	readonly inUse: number;
	readonly all: number;
	/** Whether the places go down, as those of whole columns do. */
	readonly isDown: boolean;
	/** What is calculated at a blank place, argument by argument. */
	readonly blank: readonly Scalar[];
	/** The same of one argument; undefined where it has no whole columns or rows. */
	blankOf(index: number): readonly Scalar[] | undefined;
	/** The values of an argument; undefined where it is not there. */
	valuesOf(index: number): readonly Scalar[] | undefined;
	/** Whether nothing stands between the commas of an argument. */
	isNothing(index: number): boolean;
	/** An argument that is one value. */
	valueOf(index: number): Scalar | undefined;
}

type Count = (asked: Asked) => number;

const isNumber = (value: Scalar): value is number => typeof value === 'number';
const isError = (value: Scalar) => value instanceof CellError;
const isZero = (value: Scalar | undefined) => value === EmptyValue || value === false || value === 0;
const isOne = (value: Scalar | undefined) => value === undefined || value === EmptyValue || value === 1;

/** Numbers count, all else is passed over; of errors the first one is the result. */
const ofNumbers: Count = ({ blank, all }) => {
	if (blank.some(isError)) return 1;
	return blank.some(isNumber) ? all : 0;
};

const everyPlace: Count = ({ all }) => all;

/** A search by halving passes over blanks and errors. */
const byHalving: Count = ({ blank, all }) =>
	blank.every((value) => value === EmptyValue || isError(value)) ? 0 : all;

/** A search from the first place on finds nothing at the second blank place that is not at the first one. */
const bySearch = (isFromFirst: (asked: Asked) => boolean): Count => {
	return (asked) => (isFromFirst(asked) ? 1 : byHalving(asked));
};

/** The place that is asked for, or those up to it. */
const upTo =
	(index: number): Count =>
	({ all, inUse, valueOf, valuesOf }) => {
		const values = valuesOf(index) ?? [];
		const given = values.length > 1 && values.every(isNumber) ? Math.max(...values) : valueOf(index);
		if (values.some((one) => isNumber(one) && one < 0)) return all;
		if (typeof given !== 'number') return isZero(given) ? 0 : all;
		return given < 0 ? all : Math.min(all, Math.max(0, Math.trunc(given) - inUse));
	};

/** The largest or least so many among all. */
const ofPosition =
	(index: number): Count =>
	(asked) => {
		const position = asked.valueOf(index);
		const count = typeof position === 'number' ? Math.max(0, Math.ceil(position)) : asked.all;
		return Math.min(ofNumbers(asked), count);
	};

const areNothing = (blank: readonly Scalar[]) => blank.every((value) => value === EmptyValue || value === '');

/** TRUE or FALSE as a function reads it: `otherwise` where it is left out, undefined where it is neither. */
function flagAt({ valuesOf }: Asked, index: number, otherwise: boolean): boolean | undefined {
	const values = valuesOf(index);
	if (!values) return otherwise;
	const [value] = values;
	if (values.length > 1 || isError(value!) || typeof value === 'string') return undefined;
	return value !== EmptyValue && Boolean(value);
}

const joinedTexts: Count = (asked) => {
	const passesOver = asked.isNothing(1) || flagAt(asked, 1, true);
	return passesOver && areNothing(asked.blank) ? 0 : asked.all;
};

const distinct: Count = (asked) => {
	const isByColumn = flagAt(asked, 1, false);
	return isByColumn === undefined || isByColumn === asked.isDown ? asked.all : Math.min(2, asked.all);
};

/** Blanks, errors or both may be left out. */
const ofKept: Count = ({ blank, all, valueOf }) => {
	const ignored = Number(valueOf(1) ?? 0);
	const isLeftOut = (value: Scalar) =>
		(ignored % 2 === 1 && value === EmptyValue) || (ignored >= 2 && isError(value));
	return blank.every(isLeftOut) ? 0 : all;
};

/** What is left out from the end on depends on where it is. */
const dropped: Count = ({ all, inUse, isDown, valueOf }) => {
	const given = valueOf(isDown ? 1 : 2);
	if (given === undefined || isZero(given)) return 0;
	return typeof given === 'number' && given > 0 && given <= inUse ? 0 : all;
};

/** Chosen are places by their numbers, or what stands side by side at each of them. */
const chosen =
	(isOfRows: boolean): Count =>
	({ all, inUse, isDown, valuesOf }) => {
		if (isDown !== isOfRows) return 0;
		for (let index = 1; ; index++) {
			const values = valuesOf(index);
			if (!values) return 0;
			if (!values.every((one) => typeof one === 'number' && one >= 1 && one < inUse + 1)) return all;
		}
	};

/** As many blank places matter to a function, by its name; those that are not here summarize numbers. */
const COUNTS: Readonly<Record<string, Count>> = {
	MATCH: bySearch(({ valueOf }) => isZero(valueOf(2))),
	XMATCH: bySearch(({ valueOf }) => isOne(valueOf(3))),
	XLOOKUP: bySearch(({ valueOf }) => isOne(valueOf(5))),
	VLOOKUP: bySearch(({ valueOf }) => isZero(valueOf(3))),
	HLOOKUP: bySearch(({ valueOf }) => isZero(valueOf(3))),
	LOOKUP: byHalving,
	// A whole row or column of the array is taken as far as it is in use.
	INDEX: (asked) => Math.max(upTo(1)(asked), asked.valueOf(2) === undefined ? 0 : upTo(2)(asked)),
	LARGE: ofPosition(1),
	SMALL: ofPosition(1),
	AGGREGATE(asked) {
		const [which, options] = [Number(asked.valueOf(0)), Number(asked.valueOf(1))];
		const isPassedOver = (options & 2) === 2 && asked.blank.every(isError);
		if (isPassedOver) return 0;
		return which === 14 || which === 15 ? ofPosition(3)(asked) : ofNumbers(asked);
	},
	UNIQUE: distinct,
	FILTER: ({ all, blankOf }) => ((blankOf(1) ?? [EmptyValue]).every(isZero) ? 0 : all),
	TAKE: (asked) => upTo(asked.isDown ? 1 : 2)(asked),
	DROP: dropped,
	CHOOSEROWS: chosen(true),
	CHOOSECOLS: chosen(false),
	CONCAT: ({ blank, all }) => (areNothing(blank) ? 0 : all),
	TEXTJOIN: joinedTexts,
	TOCOL: ofKept,
	TOROW: ofKept,
	...Object.fromEntries(
		['EXPAND', 'WRAPROWS', 'WRAPCOLS', 'SORT', 'SORTBY', 'TRIMRANGE', 'ARRAYTOTEXT'].map((name) => [
			name,
			everyPlace
		])
	)
};

/** How many blank places of whole columns or rows, counted from the first, can change what a function gives. */
export function placesThatMatter(name: string, asked: Asked): number {
	return (COUNTS[name] ?? ofNumbers)(asked);
}
