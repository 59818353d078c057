import type { MenuName } from './actions/menus';

/** Where a menu opens: at a point of the window, in CSS pixels, or below an element. */
export type MenuPlace = { readonly x: number; readonly y: number } | Element;

/** A menu that was asked for. */
export interface MenuRequest {
	readonly name: MenuName;
	readonly at: MenuPlace;
}

/** Which menu of actions is open. One at a time: opening another closes it. */
export class Menus {
	#request = $state.raw<MenuRequest>();

	/** The menu that is open, and where. */
	get request(): MenuRequest | undefined {
		return this.#request;
	}

	open(name: MenuName, at: MenuPlace): void {
		this.#request = { name, at };
	}

	close(): void {
		this.#request = undefined;
	}
}
