import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file of an archive. Its text is written as UTF-8. */
export interface ArchivedFile {
	readonly name: string;
	readonly text: string;
}

/** A zip archive of the files, in their order. The same files give the same bytes, whenever and wherever. */
export function zipFiles(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
	// The format holds local time without a zone: noon on its first day reads the same in every zone.
	const mtime = new Date(1980, 0, 1, 12);
	const entries: Zippable = {};
	for (const { name, text } of files) entries[name] = [strToU8(text), { mtime, level: 6 }];
	return new Uint8Array(zipSync(entries));
}
