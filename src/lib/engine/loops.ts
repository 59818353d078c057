import { cellKey, type Place } from '$lib/workbook';

/**
 * The cells of a loop through a cell, from it in the order in which each reads the next; undefined where the cell is in
 * none. `readsOf` gives the cells that a cell reads, as far as they can be in a loop.
 */
export function findLoop(start: Place, readsOf: (place: Place) => Iterable<Place>): Place[] | undefined {
	const target = keyOf(start);
	const cameFrom = new Map<string, Place | undefined>([[target, undefined]]);
	const queue: Place[] = [start];
	for (const place of queue) {
		for (const next of readsOf(place)) {
			const key = keyOf(next);
			if (key === target) {
				const loop: Place[] = [];
				for (let at: Place | undefined = place; at; at = cameFrom.get(keyOf(at))) loop.unshift(at);
				return loop;
			}
			if (cameFrom.has(key)) continue;
			cameFrom.set(key, place);
			queue.push(next);
		}
	}
	return undefined;
}

function keyOf(place: Place): string {
	return `${cellKey(place)} ${place.sheet}`;
}
