import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where the library holds what it says of its functions. */
const DESCRIPTIONS = 'node_modules/hyperformula/es/interpreter/functionMetadata/index.mjs';
const NO_DESCRIPTIONS = '\0no-descriptions';

/** The library that writes numbers by their format codes, all in one file. */
const NUMBER_FORMATS = fileURLToPath(new URL('node_modules/numfmt/dist/index.js', import.meta.url));
const LANGUAGES = '\0languages';
const LANGUAGES_BEGIN = '//#region lib/locales.ts';
const LANGUAGES_END = '//#endregion';

/** The part of the library that holds the languages, and the statements in it that are not about English. */
function languagesIn(code: string, ast: ReturnType<typeof parseAst>) {
	const part = code.slice(code.indexOf(LANGUAGES_BEGIN)).split(LANGUAGES_END, 1)[0]!;
	const declared = ast.body.find(
		(node) => node.type === 'FunctionDeclaration' && node.id?.name === 'initLocales'
	);
	const statements = declared?.type === 'FunctionDeclaration' ? (declared.body?.body ?? []) : [];
	const others = statements.filter(({ start, end }) => !/"en(-\w+)?"\);?$/.test(code.slice(start, end)));
	if (!part.includes('function initLocales()') || others.length === statements.length) {
		throw new Error('numfmt holds its languages in another way than the build takes them apart by.');
	}
	return { part, others };
}

/** Lets the page begin with English alone: the other languages are a part of the library that is loaded when asked for. */
const languagesApart: Plugin = {
	name: 'languages-apart',
	enforce: 'pre',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	resolveId: (source, importer) =>
		source === NUMBER_FORMATS && importer !== LANGUAGES ? LANGUAGES : undefined,
	load: (id) => {
		if (id !== LANGUAGES) return undefined;
		const code = readFileSync(NUMBER_FORMATS, 'utf8');
		const { part } = languagesIn(code, parseAst(code));
		return `import { addLocale } from 'numfmt';\n${part}\ninitLocales();`;
	},
	transform: (code, id) => {
		if (id !== NUMBER_FORMATS) return undefined;
		const { others } = languagesIn(code, parseAst(code));
		const kept = others.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
		return { code: kept, map: null };
	}
};

/** Leaves what the library says of its functions out of the library itself: help brings it when it is asked for. */
const withoutDescriptions: Plugin = {
	name: 'without-descriptions',
	enforce: 'pre',
	resolveId: (source, importer) =>
		source.endsWith('/functionMetadata/index.mjs') && importer?.endsWith('/hyperformula/es/HyperFormula.mjs')
			? NO_DESCRIPTIONS
			: undefined,
	load: (id) => (id === NO_DESCRIPTIONS ? 'export const FUNCTION_DOCS = Object.create(null);' : undefined)
};

export default defineConfig({
	plugins: [languagesApart, sveltekit()],
	resolve: {
		alias: {
			'hyperformula/descriptions': fileURLToPath(new URL(DESCRIPTIONS, import.meta.url)),
			'numfmt/languages': NUMBER_FORMATS
		}
	},
	worker: { format: 'es', plugins: () => [withoutDescriptions] },
	test: {
		environment: 'node',
		include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
		testTimeout: 60_000,
		coverage: { provider: 'v8', include: ['src/lib/**'], reportsDirectory: 'build/coverage' }
	}
});
