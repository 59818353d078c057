import { FunctionArgumentType, FunctionPlugin, type ImplementedFunctions } from 'hyperformula';
import { notLoaded } from '../../not-loaded';
import { RARE_NAMES } from './rare-names';

type Call = Parameters<FunctionPlugin['evaluateAst']>[0];

/** What stands for the rare functions until they are there, so that the library's own of these names never answer. */
export class AbsentFunctions extends FunctionPlugin {
	static override implementedFunctions: ImplementedFunctions = Object.fromEntries(
		RARE_NAMES.map((name) => [
			name,
			{
				method: 'tell',
				parameters: [{ argumentType: FunctionArgumentType.ANY, optionalArg: true }],
				repeatLastArgs: 1
			}
		])
	);

	tell(call: Call) {
		return notLoaded('procedureName' in call ? call.procedureName : 'this formula');
	}
}
