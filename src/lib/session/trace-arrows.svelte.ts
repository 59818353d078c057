import type { Precedent } from '$lib/calculation';
import {
	cellAt,
	cellKey,
	filledCells,
	formatRange,
	isFormula,
	type Address,
	type Content,
	type Place,
	type Range,
	type Workbook
} from '$lib/workbook';
import { placeText } from './recent-places.svelte';
import type { TraceDirection } from './tracing';

/** Most arrows that are drawn at once, and most cells that are asked about for them. */
const MOST_ARROWS = 200;
/** Most cells of one range whose own precedents are followed. */
const MOST_OF_RANGE = 40;
const MOST_NAMED = 4;

/** An arrow from what is read to the cell whose formula reads it. */
export interface TraceArrow {
	readonly key: string;
	readonly source: { readonly sheet: string; readonly range: Range };
	readonly target: Place;
}

/** A cell whose precedents or dependents are drawn, and how many levels of them. */
interface Root {
	readonly place: Place;
	readonly content: Content;
	readonly direction: TraceDirection;
	readonly levels: number;
}

/** What drawing arrows needs of the session. */
export interface TraceHost {
	readonly workbook: Workbook;
	readonly activeSheet: string;
	readonly selection: { readonly active: Address };
	readonly calculating: {
		precedents(place: Place): Promise<readonly Precedent[] | null>;
		dependents(place: Place): Promise<readonly Place[] | null>;
	};
	status: string;
}

/** The arrows that show what cells read and what reads them, until they are taken away. */
export class TraceArrows {
	#host: TraceHost;
	#roots: readonly Root[] = [];
	#arrows = $state.raw<readonly TraceArrow[]>([]);
	/** Counts how often all were taken away: what was asked for before that is not drawn. */
	#removals = 0;
	/** The latest drawing, which the next one waits for: each goes on from what stands there. */
	#latest: Promise<void> = Promise.resolve();
	#isToBeRenewed = false;

	constructor(host: TraceHost) {
		this.#host = host;
	}

	get arrows(): readonly TraceArrow[] {
		return this.#arrows;
	}

	/** Draws what the active cell reads or what reads it; each further time one level more. */
	trace(direction: TraceDirection): Promise<void> {
		const { activeSheet, selection, workbook } = this.#host;
		const place = { sheet: activeSheet, ...selection.active };
		const content = cellAt(workbook, place)?.content ?? null;
		const removals = this.#removals;
		return this.#inTurn(async () => {
			if (removals === this.#removals) await this.#trace(place, content, direction);
		});
	}

	/** Takes all arrows away. */
	remove(): void {
		this.#removals++;
		this.#host.status = this.#arrows.length > 0 ? 'Arrows removed' : 'There are no arrows';
		this.#roots = [];
		this.#arrows = [];
	}

	/** Draws the arrows anew after a change; those of a cell that no longer holds what it held are gone. */
	async renew(): Promise<void> {
		if (this.#isToBeRenewed) return;
		this.#isToBeRenewed = true;
		await this.#inTurn(async () => {
			this.#isToBeRenewed = false;
			if (this.#roots.length === 0) return;
			const { workbook } = this.#host;
			await this.#draw(
				this.#roots.filter(({ place, content }) => (cellAt(workbook, place)?.content ?? null) === content)
			);
		});
	}

	#inTurn(draw: () => Promise<void>): Promise<void> {
		const drawn = this.#latest.then(draw);
		this.#latest = drawn.catch(() => undefined);
		return drawn;
	}

	async #trace(place: Place, content: Content, direction: TraceDirection): Promise<void> {
		const known = this.#roots.find((root) => root.direction === direction && isSame(root.place, place));
		const root: Root = { place, content, direction, levels: (known?.levels ?? 0) + 1 };
		const before = new Set(this.#arrows.map(({ key }) => key));
		const removals = this.#removals;
		const found = await this.#draw([...this.#roots.filter((one) => one !== known), root]);
		if (removals !== this.#removals) return;
		const address = formatRange({ from: place, to: place });
		if (!found) {
			this.#host.status = 'What formulas read is not known until the workbook is calculated.';
			return;
		}
		const added = found.arrows.filter(({ key }) => !before.has(key));
		if (added.length > 0) {
			this.#host.status = this.#words(added, address, direction, found.isCut);
			return;
		}
		const others = this.#roots.filter((one) => one !== root);
		this.#roots = known ? [...others, known] : others;
		const isWorkedOut = /\b(INDIRECT|OFFSET)\s*\(/i.test(String(content));
		const readsNothing = isWorkedOut
			? `What ${address} reads is worked out while it is calculated`
			: `${address} reads no other cell`;
		const nothing = direction === 'precedents' ? readsNothing : `No formula reads ${address}`;
		this.#host.status = known ? `There is nothing further to draw from ${address}` : nothing;
	}

	async #draw(
		roots: readonly Root[]
	): Promise<{ arrows: readonly TraceArrow[]; isCut: boolean } | undefined> {
		const removals = this.#removals;
		const gathering = new Gathering(this.#host);
		for (const root of roots) {
			if (!(await gathering.follow(root)) || removals !== this.#removals) return undefined;
		}
		this.#roots = roots;
		this.#arrows = gathering.arrows;
		return gathering;
	}

	#words(added: readonly TraceArrow[], of: string, direction: TraceDirection, isCut: boolean): string {
		const { workbook, activeSheet } = this.#host;
		const places = added.map(({ source, target }) => {
			const [sheet, range] =
				direction === 'precedents'
					? [source.sheet, source.range]
					: [target.sheet, { from: target, to: target }];
			const name = workbook.tables.sheet.get(sheet)?.name ?? '';
			return sheet === activeSheet ? formatRange(range) : placeText(name, range);
		});
		const named = [...new Set(places)];
		const listed = named.slice(0, MOST_NAMED).join(', ');
		const rest = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '';
		const count = added.length === 1 ? '1 arrow' : `${added.length} arrows`;
		const what = direction === 'precedents' ? `to ${of} from` : `from ${of} to`;
		const end = isCut ? `. No more than ${MOST_ARROWS} are drawn` : '';
		return `${count} ${what} ${listed}${rest}${end}`;
	}
}

/** Arrows as they are found, level by level. */
class Gathering {
	readonly #host: TraceHost;
	readonly #arrows = new Map<string, TraceArrow>();
	#count = 0;
	isCut = false;

	constructor(host: TraceHost) {
		this.#host = host;
	}

	get arrows(): readonly TraceArrow[] {
		return [...this.#arrows.values()];
	}

	/** Takes in the arrows of a cell; false where they cannot be known now. */
	async follow({ place, direction, levels }: Root): Promise<boolean> {
		const seen = new Set([keyOf(place)]);
		let level: readonly Place[] = [place];
		for (let depth = 0; depth < levels && level.length > 0; depth++) {
			const next: Place[] = [];
			for (const cell of level) {
				if (this.#count++ >= MOST_ARROWS) {
					this.isCut = true;
					return true;
				}
				const found = await this.#beside(cell, direction);
				if (!found) return false;
				for (const further of found) {
					if (seen.has(keyOf(further))) continue;
					seen.add(keyOf(further));
					next.push(further);
				}
			}
			level = next;
		}
		return true;
	}

	/** Draws what one cell reads, or what reads it. Gives the cells to go on from. */
	async #beside(cell: Place, direction: TraceDirection): Promise<Place[] | undefined> {
		const { calculating } = this.#host;
		if (direction === 'dependents') {
			const dependents = await calculating.dependents(cell);
			if (!dependents) return undefined;
			return dependents.filter((target) =>
				this.#add({ sheet: cell.sheet, range: { from: cell, to: cell } }, target)
			);
		}
		const precedents = await calculating.precedents(cell);
		return precedents?.flatMap(({ place, range }) =>
			place && range && this.#add({ sheet: place.sheet, range }, cell)
				? formulasIn(this.#host.workbook, place.sheet, range)
				: []
		);
	}

	#add(source: TraceArrow['source'], target: Place): boolean {
		const key = `${source.sheet} ${formatRange(source.range)} ${keyOf(target)}`;
		if (this.#arrows.has(key)) return true;
		if (this.#arrows.size >= MOST_ARROWS) {
			this.isCut = true;
			return false;
		}
		this.#arrows.set(key, { key, source, target });
		return true;
	}
}

/** The first cells of a range that hold formulas. */
function formulasIn(workbook: Workbook, sheet: string, range: Range): Place[] {
	const found: Place[] = [];
	for (const [address, { content }] of filledCells(workbook, sheet, range)) {
		if (isFormula(content) && found.push({ sheet, ...address }) >= MOST_OF_RANGE) break;
	}
	return found;
}

function keyOf(place: Place): string {
	return `${place.sheet} ${cellKey(place)}`;
}

function isSame(a: Place, b: Place): boolean {
	return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
