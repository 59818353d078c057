/** A file to be saved. A text is saved as UTF-8. */
export interface MadeFile {
	readonly fileName: string;
	readonly mediaType: string;
	readonly bytes: string | Uint8Array<ArrayBuffer>;
}

/** How long a browser may take to begin reading what it saves. */
const KEPT_MS = 60_000;

/** Has the browser save the file under the name, in the folder that it saves to. */
export function saveFile({ bytes, mediaType, fileName }: MadeFile): void {
	const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
	const link = document.createElement('a');
	link.href = address;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** A file's name before its last dot, and its extension with the dot. */
export function splitFileName(fileName: string): readonly [string, string] {
	const dot = fileName.lastIndexOf('.');
	return dot < 0 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)];
}
