import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.png': 'image/png',
	'.woff2': 'font/woff2'
};

/** The file that an address asks for, or undefined: never one outside the folder. */
function fileFor(folder, path) {
	let name;
	try {
		name = normalize(decodeURIComponent(path));
	} catch {
		return undefined;
	}
	if (name.split(sep).includes('..')) return undefined;
	for (const candidate of [name, `${name}.html`, join(name, 'index.html')]) {
		const file = join(folder, candidate);
		if (existsSync(file) && statSync(file).isFile()) return file;
	}
	return undefined;
}

/** A server of a folder of files under a path that begins and ends with a slash, as any static host would serve it. */
export function createSite(folder, under = '/') {
	return createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		if (`${path}/` === under) return void response.writeHead(301, { location: under }).end();
		const file = path.startsWith(under) ? fileFor(folder, path.slice(under.length)) : undefined;
		if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
		const type = TYPES[extname(file)] ?? 'application/octet-stream';
		const headers = {
			'content-type': type,
			'x-content-type-options': 'nosniff',
			'cache-control': path.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
		};
		const isText = /text|json|svg/.test(type);
		if (isText && String(request.headers['accept-encoding']).includes('gzip')) {
			response.writeHead(200, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' });
			createReadStream(file).pipe(createGzip()).pipe(response);
		} else {
			response.writeHead(200, { ...headers, 'content-length': statSync(file).size });
			createReadStream(file).pipe(response);
		}
	});
}

/** Listens on a port of this computer, or on the next free one where it is taken. Gives the port. */
export function listen(server, port) {
	return new Promise((resolve, reject) => {
		const attempt = (next) => {
			const onError = (error) => {
				if (error.code === 'EADDRINUSE' && next < port + 100) attempt(next + 1);
				else reject(error);
			};
			server.once('error', onError);
			server.listen(next, 'localhost', () => {
				server.off('error', onError);
				resolve(server.address().port);
			});
		};
		attempt(port);
	});
}
