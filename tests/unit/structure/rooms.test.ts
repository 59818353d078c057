import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importsOf, importsOfFile, roomOf, sourceFiles, targetOf, type Import } from './imports';
import { ROOMS, ROUTES, ROUTES_AT_BUILD, type Room } from './rooms';

/** What is wrong with one import of a room, if anything. */
function faultOf(found: Import, own: string, room: Room): string | undefined {
	const { room: target, isIndex, packageName } = targetOf(found);
	const said = `${found.file} imports ${found.from}`;
	if (found.from === '(computed)') return `${found.file} imports something that cannot be read`;
	if (packageName !== undefined) {
		if (packageName === '$app' || packageName === '$env') return own === 'routes' ? undefined : said;
		return room.packages.some((name) => name === packageName || name === found.from) ? undefined : said;
	}
	if (target === undefined) return own === 'routes' ? undefined : `${said}, which lies outside of src/lib`;
	if (target === own) return undefined;
	const isAllowed = room.rooms.includes(target) || (found.isTypeOnly && room.typesOf?.includes(target));
	if (!isAllowed) return `${said}, and ${own} may not`;
	// Components and the classes beside them are imported one by one: an index would bring all of them at once.
	return isIndex || target === 'view' || target === 'session' ? undefined : `${said} past its index.ts`;
}

/** The half of `workers` that runs on the other thread is the only place there that computes. */
const isWorkerSide = (file: string) => /^src\/lib\/workers\/.*\.worker\.ts$/.test(file);

describe('rooms', () => {
	test('STR-1 every folder of src/lib is a room of the map', () => {
		expect(readdirSync('src/lib').filter((name) => !(name in ROOMS))).toEqual([]);
	});

	test.each(Object.keys(ROOMS).filter((room) => existsSync(`src/lib/${room}`)))(
		'STR-2 room %s imports only what the map allows',
		(name) => {
			const files = sourceFiles(`src/lib/${name}`);
			const faults = files.flatMap((file) =>
				importsOfFile(file).map((found) => {
					if (name === 'workers' && !isWorkerSide(file) && !found.isTypeOnly) {
						const { room } = targetOf(found);
						if (room === 'calculation') return `${file} brings ${room} to the page`;
					}
					return faultOf(found, name, ROOMS[name]!);
				})
			);
			expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
			expect(files.length).toBeGreaterThan(0);
		}
	);

	test('STR-3 pages import view and session; only what runs at build time computes', () => {
		const faults = sourceFiles('src/routes').flatMap((file) =>
			importsOfFile(file).map((found) =>
				faultOf(found, 'routes', /[.+]server\.ts$/.test(file) ? ROUTES_AT_BUILD : ROUTES)
			)
		);
		expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
	});

	test('STR-4 the map itself points down only', () => {
		const upward = Object.entries(ROOMS).flatMap(([name, { level, rooms }]) =>
			rooms
				.filter((target) => ROOMS[target] && ROOMS[target].level >= level)
				.map((target) => `${name} -> ${target}`)
		);
		expect(upward).toEqual([]);
	});

	test('STR-5 the reader of imports sees every form, so that none goes past the map', () => {
		const text = `
			import a from 'a'; import type { B } from 'b'; import { type C } from 'c'; import 'd';
			export * from 'e'; export type { F } from 'f'; const g = await import('g'); type H = import('h').H;
			const i = import(a);`;
		expect(importsOf('x.ts', text).map(({ from, isTypeOnly }) => [from, isTypeOnly])).toEqual([
			['a', false],
			['b', true],
			['c', true],
			['d', false],
			['e', false],
			['f', true],
			['g', false],
			['h', true],
			['(computed)', false]
		]);
		expect(roomOf('src/lib/engine/engine.ts')).toBe('engine');
	});

	test('STR-6 files stay within 400 lines and folders have names that say what they hold', async () => {
		const { readFileSync } = await import('node:fs');
		const files = [...sourceFiles('src'), ...sourceFiles('tests')];
		expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)).toEqual([]);
		expect(files.filter((file) => /\/(utils?|helpers?|common|core|misc|shared)(\/|\.)/.test(file))).toEqual(
			[]
		);
	});
});
