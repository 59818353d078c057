import { MAX_SHEET_NAME_LENGTH } from './limits';
import { fail, ok, type Result } from './result';

/** Accepts a name for a sheet by Excel's rules, or says why it cannot be one. Whether it is taken is another matter. */
export function checkSheetName(name: string): Result<string> {
	if (name.trim() === '') return fail('A sheet needs a name.');
	if (name.length > MAX_SHEET_NAME_LENGTH) {
		return fail(
			`The name of a sheet has at most ${MAX_SHEET_NAME_LENGTH} characters; "${name.slice(0, 60)}" has ${name.length}.`
		);
	}
	const barred = /[[\]:*?/\\]|\p{Cc}/u.exec(name);
	if (barred) {
		return fail(`The name of a sheet cannot hold any of [ ] : * ? / \\ or a line break; "${name}" does.`);
	}
	if (name.startsWith("'") || name.endsWith("'")) {
		return fail(`The name of a sheet cannot begin or end with an apostrophe; "${name}" does.`);
	}
	return ok(name);
}
