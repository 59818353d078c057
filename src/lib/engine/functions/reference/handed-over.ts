import { ENGINE_CALL } from '$lib/formula';
import { givenValue, type Call, type Expression, type Value } from '../scope/closure';
import type { Scopes } from '../scope/scopes';
import type { Calculate } from './around';

/** Calculates a call with values in place of some of its arguments, by their position. */
export function handedOver(
	call: Call,
	values: ReadonlyMap<number, Value>,
	scopes: Scopes,
	calculate: Calculate
): Value {
	if (values.size === 0) return calculate(call);
	return scopes.within(scopes.scope, () => {
		const args = [...call.args];
		for (const [index, value] of values) {
			const name = `~given${index}`;
			scopes.add(name, { ...givenValue(value), isUsedOnce: true });
			const known = [{ type: 'STRING', value: name }];
			args[index] = {
				type: 'FUNCTION_CALL',
				procedureName: ENGINE_CALL.name,
				args: known
			} as unknown as Expression;
		}
		return calculate({ ...call, args });
	});
}
