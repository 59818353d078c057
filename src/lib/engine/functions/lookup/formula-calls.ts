import type { SimpleCellAddress } from 'hyperformula';
import type { CellGraph } from './grid';

/** Whether the formula of each cell calls one of the functions, by its tree: the same formula stands in many cells. */
const known = new WeakMap<object, boolean>();

/** Whether the formula of a cell calls any of these functions, anywhere in it. */
export function callsAnyOf(graph: CellGraph, at: SimpleCellAddress, names: ReadonlySet<string>): boolean {
	const vertex = graph.addressMapping.getCell(at);
	if (!vertex || !hasFormula(vertex)) return false;
	const tree = vertex.getFormula(graph.lazilyTransformingAstService);
	return typeof tree === 'object' && tree !== null && calls(tree, names);
}

interface WithFormula {
	getFormula(service: CellGraph['lazilyTransformingAstService']): unknown;
}

function hasFormula(vertex: object): vertex is WithFormula {
	return 'getFormula' in vertex;
}

function calls(tree: object, names: ReadonlySet<string>): boolean {
	let found = known.get(tree);
	if (found === undefined) {
		found =
			('procedureName' in tree && names.has(String(tree.procedureName))) ||
			Object.values(tree).some((part: unknown) =>
				(Array.isArray(part) ? part.flat() : [part]).some(
					(one: unknown) => typeof one === 'object' && one !== null && 'type' in one && calls(one, names)
				)
			);
		known.set(tree, found);
	}
	return found;
}
