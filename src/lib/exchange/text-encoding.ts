/** A file's text and how its bytes were read. */
export interface DecodedText {
	readonly text: string;
	readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * The text of a file: by its byte order mark, else as UTF-8, else, where it is not UTF-8, as Windows-1252, in which
 * Excel saves plain CSV in western locales. The mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
	} catch {
		return decode(bytes, 'windows-1252');
	}
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
	return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
