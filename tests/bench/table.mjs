/** Lines of a table with aligned columns: words to the left, numbers to the right. */
export function tableLines(header, rows, isNumber) {
	const widths = header.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column].length))
	);
	const line = (cells) =>
		cells
			.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
			.join('  ')
			.trimEnd();
	return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

/** Milliseconds to three digits. */
export const shownMs = (ms) => `${Number(ms.toPrecision(3))} ms`;

export const shownKb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export const shownRatio = (ratio) => `${ratio >= 100 ? Math.round(ratio) : ratio.toPrecision(3)}×`;
