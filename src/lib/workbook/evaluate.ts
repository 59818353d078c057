import type { Content } from './content';
import type { CellValue } from './value';

/** Driver contents by name, on top of the base. */
export type Overrides = Readonly<Record<string, Content>>;

/**
 * The one thing that analysis knows of a model: driver contents in, values of the named outputs out, in their order. An
 * output without a cell gives the error `#NAME?`.
 */
export type Evaluate = (
	overrides: Overrides,
	outputs: readonly string[]
) => readonly CellValue[] | Promise<readonly CellValue[]>;
