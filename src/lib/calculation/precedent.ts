import { meantCells, referencesIn, type FormulaReference } from '$lib/formula';
import {
	cellAt,
	isFormula,
	nameCalled,
	type CellValue,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';

/** A cell, a range or a name that a formula reads. */
export interface Precedent {
	readonly kind: FormulaReference['kind'];
	/** As the formula writes it: `B4`, `'Training cost'!B4:B9`, `assume.gpu_hour_price`. */
	readonly label: string;
	/** Its cell, or the first of its range; null where there is none to go to. */
	readonly place: Place | null;
	/** Its cells on the sheet of `place`; null where there are none. */
	readonly range: Range | null;
	/** The value of its cell; absent where it is not exactly one cell. */
	readonly value?: CellValue;
}

/**
 * What the formula of a cell reads, each once, in the order of its text; nothing where the cell holds no formula. After a
 * name that stands for a formula comes what that formula reads.
 */
export function precedentsOf(
	workbook: Workbook,
	place: Place,
	valueAt: (place: Place) => CellValue
): readonly Precedent[] {
	const content = cellAt(workbook, place)?.content ?? null;
	if (!isFormula(content)) return [];
	const byLabel = new Map<string, Precedent>();
	const collect = (formula: string) => {
		for (const reference of referencesIn(formula)) {
			const key = reference.text.toLowerCase();
			if (byLabel.has(key)) continue;
			const target = meantCells(workbook, place.sheet, reference);
			const isOneCell =
				target !== undefined &&
				target.range.from.row === target.range.to.row &&
				target.range.from.column === target.range.to.column;
			const first = target ? { sheet: target.sheet, ...target.range.from } : null;
			byLabel.set(key, {
				kind: reference.kind,
				label: reference.text,
				place: first,
				range: target?.range ?? null,
				...(first && isOneCell ? { value: valueAt(first) } : {})
			});
			const named = target ? undefined : nameCalled(workbook, reference.name ?? '');
			if (named) collect(named.refersTo);
		}
	};
	collect(content);
	return [...byLabel.values()];
}
