import type { CopiedBlock } from './copied-block';
import type { Session } from './session.svelte';

/** Makes columns from one on as wide as those that were copied; gives what is wrong. */
export function pasteWidths(
	session: Session,
	own: CopiedBlock,
	sheet: string,
	first: number
): string | undefined {
	const widths = session.tables.sheet.get(own.sheet)?.columnWidths ?? {};
	const copied = (own.rows[0] ?? []).map(({ column }) => widths[column] ?? null);
	const done = session.execute({
		do: 'resize-columns',
		sheet,
		columns: copied.map((_, index) => first + index),
		width: copied
	});
	if (!done.ok) return done.error;
	session.status ||= done.value.patch.length > 0 ? `Done: ${done.value.label}` : 'They are as wide already.';
	return undefined;
}
