const LONGEST = 100;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that every usual file system takes, as near to the given one as that allows: no separators, no control or
 * direction characters, no dot or space at its ends. Never empty.
 */
export function safeFileName(name: string): string {
	const plain = [
		...name
			.normalize('NFC')
			.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
			.replace(/[<>:"/\\|?*]/g, '_')
	]
		.slice(0, LONGEST)
		.join('')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	return RESERVED.test(plain) || plain === '' ? `_${plain}` : plain;
}

/** Safe names for several files of one folder, in order: no two are the same in any case. */
export function uniqueFileNames(names: readonly string[], extension: string): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const stem = safeFileName(name);
		let unique = stem;
		for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${stem} (${number})`;
		taken.add(unique.toLowerCase());
		return `${unique}.${extension}`;
	});
}
