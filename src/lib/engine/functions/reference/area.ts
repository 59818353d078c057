/** A block of cells on one sheet of the calculation; ends included. */
export interface Area {
	readonly sheet: number;
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** An area as a text without commas or quotation marks. */
export function keyOfArea({ sheet, top, left, bottom, right }: Area): string {
	return [sheet, top, left, bottom, right].join(':');
}

export function areaOfKey(key: string): Area {
	const [sheet, top, left, bottom, right] = key.split(':').map(Number) as [
		number,
		number,
		number,
		number,
		number
	];
	return { sheet, top, left, bottom, right };
}

export function heightOf({ top, bottom }: Area): number {
	return bottom - top + 1;
}

export function widthOf({ left, right }: Area): number {
	return right - left + 1;
}
