import type { CalculationPort } from '$lib/calculation';
import {
	packCalculated,
	packPatch,
	packWorkbook,
	unpackCalculated,
	unpackPatch,
	unpackWorkbook,
	type PackedCalculated,
	type PackedPatch,
	type PackedWorkbook
} from './packed';

/** Changes that are packed in the task that made them. */
const MOST_PACKED_AT_ONCE = 5_000;

type OpenRequest = Parameters<CalculationPort['open']>[0];
type ApplyRequest = Parameters<CalculationPort['apply']>[0];

/** A calculation as it is asked from another thread: workbooks, patches and values are packed. */
export interface PackedCalculation extends Omit<CalculationPort, 'open' | 'apply' | 'useScenario'> {
	open(request: Omit<OpenRequest, 'workbook'> & { workbook: PackedWorkbook }): Promise<PackedCalculated>;
	apply(request: Omit<ApplyRequest, 'patch'> & { patch: PackedPatch }): Promise<PackedCalculated>;
	useScenario(request: { version: number; scenario: string }): Promise<PackedCalculated>;
}

/** The far end: a calculation that takes and gives what is packed. */
export function packedCalculation(port: CalculationPort): PackedCalculation {
	return {
		open: async ({ workbook, ...request }) =>
			packCalculated(await port.open({ ...request, workbook: unpackWorkbook(workbook) })),
		apply: async ({ patch, ...request }) =>
			packCalculated(await port.apply({ ...request, patch: unpackPatch(patch) })),
		useScenario: async (request) => packCalculated(await port.useScenario(request)),
		compare: (request) => port.compare(request),
		precedents: (request) => port.precedents(request),
		dependents: (request) => port.dependents(request),
		tryFormulas: (request) => port.tryFormulas(request),
		describeFunctions: () => port.describeFunctions()
	};
}

/** The near end of such a calculation. */
export function unpackedCalculation(far: PackedCalculation): CalculationPort {
	return {
		open: async ({ workbook, ...request }) =>
			unpackCalculated(await far.open({ ...request, workbook: packWorkbook(workbook) })),
		apply: async ({ patch, ...request }) => {
			// The change has just been made: let it be painted first.
			if (patch.length > MOST_PACKED_AT_ONCE) await new Promise((resolve) => setTimeout(resolve));
			return unpackCalculated(await far.apply({ ...request, patch: packPatch(patch) }));
		},
		useScenario: async (request) => unpackCalculated(await far.useScenario(request)),
		compare: (request) => far.compare(request),
		precedents: (request) => far.precedents(request),
		dependents: (request) => far.dependents(request),
		tryFormulas: (request) => far.tryFormulas(request),
		describeFunctions: () => far.describeFunctions()
	};
}
