import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One import or re-export of a source file. */
export interface Import {
	readonly file: string;
	readonly from: string;
	readonly isTypeOnly: boolean;
}

/** Every source file below a folder, as paths relative to the repository. */
export function sourceFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
		.map((entry) => relative('.', join(entry.parentPath, entry.name)));
}

/** The imports of a TypeScript text: static, re-exported, dynamic and in type positions. */
export function importsOf(file: string, text: string): Import[] {
	const found: Import[] = [];
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
			const clause = node.importClause;
			const names = clause?.namedBindings;
			const isTypeOnly =
				clause !== undefined &&
				(clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
					(!clause.name &&
						names !== undefined &&
						ts.isNamedImports(names) &&
						names.elements.length > 0 &&
						names.elements.every((element) => element.isTypeOnly)));
			found.push({ file, from: node.moduleSpecifier.text, isTypeOnly });
		} else if (
			ts.isExportDeclaration(node) &&
			node.moduleSpecifier &&
			ts.isStringLiteral(node.moduleSpecifier)
		) {
			found.push({ file, from: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly });
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			const [argument] = node.arguments;
			// What a dynamic import names must be readable here, or the map could be left unseen.
			found.push({
				file,
				from: argument && ts.isStringLiteral(argument) ? argument.text : '(computed)',
				isTypeOnly: false
			});
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			found.push({ file, from: (node.argument.literal as ts.StringLiteral).text, isTypeOnly: true });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The imports of a file on disk; of a component, those of its script blocks. */
export function importsOfFile(file: string): Import[] {
	const text = readFileSync(file, 'utf8');
	if (!file.endsWith('.svelte')) return importsOf(file, text);
	const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
	return scripts.flatMap((script) => importsOf(file, script));
}

/** The room that a path under src/lib lies in. */
export function roomOf(file: string): string | undefined {
	return /^src\/lib\/([^/]+)\//.exec(file)?.[1];
}

/** Where an import leads: a room (and whether by its index), a package, or the file's own room. */
export function targetOf({ file, from }: Import): {
	room?: string;
	isIndex?: boolean;
	packageName?: string;
} {
	const [specifier] = from.split('?');
	const path = specifier!.startsWith('$lib')
		? specifier!.replace('$lib', 'src/lib')
		: specifier!.startsWith('.')
			? relative('.', resolve(dirname(file), specifier!))
			: undefined;
	if (path === undefined) {
		const parts = specifier!.split('/');
		return { packageName: specifier!.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! };
	}
	const room = /^src\/lib\/([^/]+)/.exec(path)?.[1];
	return room ? { room, isIndex: /^src\/lib\/[^/]+(\/index(\.ts)?)?$/.test(path) } : {};
}
