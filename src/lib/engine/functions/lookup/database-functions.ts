import { CellError, EmptyValue } from 'hyperformula';
import type { Conversion } from '../coercion/conversion';
import { textOf } from '../coercion/operators';
import { databaseCriterionOf } from './criteria';
import { wrongNumber, wrongValue } from './failures';
import { extentOf, type Grid } from './grid';
import type { Invocation, LookupFunction, LookupParameter } from './lookup-function';
import { SUMMARIES } from './summaries';
import type { Scalar } from './values';

const DATABASE: LookupParameter = {
	name: 'database',
	description: 'The cells of a list, its first row the names of the fields.',
	kind: 'grid'
};
const FIELD: LookupParameter = {
	name: 'field',
	description: 'The field to take: its name, or its number counted from 1.',
	kind: 'value'
};
const CRITERIA: LookupParameter = {
	name: 'criteria',
	description:
		'Names of fields with conditions below them: those of one row hold together, each further row stands for itself.',
	kind: 'grid'
};

/** Where a field of a database stands among its columns, counted from 0; below 0 where there is none of that name. */
function columnNamed(database: Grid, name: Scalar, conversion: Conversion): number {
	const wanted = textOf(name, conversion);
	for (let column = 0; column < database.width; column++) {
		const field = textOf(database.at(0, column), conversion);
		if (field.length === wanted.length && field.toLowerCase() === wanted.toLowerCase()) return column;
	}
	return -1;
}

/** The column of the field that is asked for. */
function columnOf(database: Grid, field: Scalar, conversion: Conversion): number | CellError {
	if (field instanceof CellError) return field;
	const column =
		typeof field === 'string'
			? columnNamed(database, field, conversion)
			: Math.trunc(Number(field === EmptyValue ? 0 : field)) - 1;
	return column >= 0 && column < database.width
		? column
		: wrongValue('The database has no such field: give the name above one of its columns, or its number.');
}

/** Whether a row of a database meets the criteria; an error where these are none. */
function meets(
	database: Grid,
	criteria: Grid,
	conversion: Conversion
): ((row: number) => boolean) | CellError {
	const { height, width } = extentOf(criteria);
	if (height < 2) return wrongValue('The criteria need a row of names and at least one row below it.');
	const rows: ((row: number) => boolean)[] = [];
	for (let row = 1; row < height; row++) {
		const tests: ((row: number) => boolean)[] = [];
		for (let column = 0; column < width; column++) {
			const given = criteria.at(row, column);
			if (given === EmptyValue) continue;
			if (given instanceof CellError) return given;
			const name = criteria.at(0, column);
			if (name instanceof CellError) return name;
			const field = name === EmptyValue ? -1 : columnNamed(database, name, conversion);
			if (field < 0)
				return wrongValue(
					'A condition stands under a name that is no field of the database; conditions that are formulas of their own are not calculated.'
				);
			const takes = databaseCriterionOf(given, conversion.numberIn);
			tests.push((at) => takes(database.at(at, field)));
		}
		rows.push((at) => tests.every((test) => test(at)));
	}
	return (at) => rows.some((test) => test(at));
}

/** The values of a field in the rows that meet the criteria; of rows where no field is asked for, their numbers. */
function chosen(call: Invocation, isFieldNeeded: boolean): Scalar[] | CellError {
	const [database, criteria] = [call.grid(0), call.grid(2)];
	const field = call.value(1);
	const column =
		!isFieldNeeded && field === EmptyValue ? undefined : columnOf(database, field, call.conversion);
	if (column instanceof CellError) return column;
	const isMet = meets(database, criteria, call.conversion);
	if (isMet instanceof CellError) return isMet;
	const values: Scalar[] = [];
	const { height } = extentOf(database);
	for (let row = 1; row < height; row++) {
		if (isMet(row)) values.push(column === undefined ? row : database.at(row, column));
	}
	return values;
}

/** A function of a database. */
function ofDatabase(
	name: string,
	description: string,
	answer: (values: readonly Scalar[]) => Scalar,
	isFieldNeeded = true
): LookupFunction {
	return {
		name,
		category: 'Database',
		description,
		parameters: [DATABASE, FIELD, CRITERIA],
		example: `=${name}({"Tree","Height";"Apple",18;"Pear",12;"Apple",14},"Height",{"Tree","Height";"Apple",${name === 'DGET' ? '18' : '">0"'}})`,
		answer(call) {
			const values = chosen(call, isFieldNeeded);
			return values instanceof CellError ? values : answer(values);
		}
	};
}

/** One of the summaries of SUBTOTAL, by its number there. */
function summed(name: string, description: string, which: number): LookupFunction {
	return ofDatabase(name, description, (values) => {
		const error = values.find((value) => value instanceof CellError);
		return (
			error ??
			SUMMARIES[which - 1]!(
				values.filter((value) => typeof value === 'number'),
				values
			)
		);
	});
}

/** The functions that take the rows of a list which meet criteria. */
export const DATABASE_FUNCTIONS: readonly LookupFunction[] = [
	summed('DAVERAGE', 'Averages the numbers of a field in the rows that meet criteria.', 1),
	ofDatabase(
		'DCOUNT',
		'Counts the numbers of a field in the rows that meet criteria; without a field, these rows.',
		(values) => values.filter((value) => typeof value === 'number').length,
		false
	),
	ofDatabase(
		'DCOUNTA',
		'Counts what is not blank of a field in the rows that meet criteria; without a field, these rows.',
		(values) => values.filter((value) => value !== EmptyValue).length,
		false
	),
	ofDatabase('DGET', 'Gives the value of a field in the one row that meets criteria.', (values) => {
		if (values.length === 0) return wrongValue('No row of the database meets the criteria.');
		return values.length > 1
			? wrongNumber(`${values.length} rows of the database meet the criteria, and DGET needs one.`)
			: values[0]!;
	}),
	summed('DMAX', 'Gives the largest number of a field in the rows that meet criteria.', 4),
	summed('DMIN', 'Gives the least number of a field in the rows that meet criteria.', 5),
	summed('DPRODUCT', 'Multiplies the numbers of a field in the rows that meet criteria.', 6),
	summed(
		'DSTDEV',
		'Gives the standard deviation of a field in the rows that meet criteria, as of a sample.',
		7
	),
	summed('DSTDEVP', 'Gives the standard deviation of a field in the rows that meet criteria, as of all.', 8),
	summed('DSUM', 'Adds the numbers of a field in the rows that meet criteria.', 9),
	summed('DVAR', 'Gives the variance of a field in the rows that meet criteria, as of a sample.', 10),
	summed('DVARP', 'Gives the variance of a field in the rows that meet criteria, as of all.', 11)
];
