/** Something that the reader must know and may act on: shown above the sheet until dismissed. */
export interface Notice {
	readonly text: string;
	readonly isFault: boolean;
	readonly action?: { readonly label: string; readonly run: () => void };
}
