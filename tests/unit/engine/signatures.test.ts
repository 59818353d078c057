import { expect, test } from 'vitest';
import { FormulaEngine } from '$lib/engine';
import { functionHelp } from '$lib/engine/function-help';
import { functionNames, parametersOf } from '$lib/engine/signatures';

test('ENG-160 errors know the functions that help knows, and that they take what help says', () => {
	const help = new FormulaEngine().describeFunctions();
	expect(functionNames().sort()).toEqual(help.map(({ name }) => name));
	for (const { name, parameters } of help) {
		const traits = parameters.map(({ isOptional, isRepeated }) => ({ isOptional, isRepeated }));
		expect([name, parametersOf(name)]).toEqual([name, traits]);
	}
	expect(parametersOf('NOSUCH')).toBeUndefined();
	expect(parametersOf('CONSTRUCTOR')).toBeUndefined();
});

test('ENG-160 the library describes every parameter of its functions', () => {
	for (const { name, parameters } of functionHelp()) {
		for (const parameter of parameters)
			expect([name, parameter.name, parameter.description]).not.toContain('');
		expect(parameters.map((parameter) => parameter.name).join()).not.toMatch(/argument\d/);
	}
});
