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
	/** The keys that were pressed since a menu was asked for that is still on its way; undefined while none is. */
	#ahead: KeyboardEvent[] | undefined;

	/** The menu that is open, and where. */
	get request(): MenuRequest | undefined {
		return this.#request;
	}

	open(name: MenuName, at: MenuPlace): void {
		this.#request = { name, at };
		this.#ahead = [];
	}

	close(): void {
		this.#request = this.#ahead = undefined;
	}

	/** Takes a key that was pressed while a menu was still on its way; false where none is. */
	takeAhead(event: KeyboardEvent): boolean {
		if (!this.#ahead) return false;
		if (event.key === 'Escape') this.close();
		else if (!/^(?:Shift|Control|Alt|Meta)$/.test(event.key)) this.#ahead.push(event);
		return true;
	}

	/** Closes a menu that is still on its way. */
	giveUp(): void {
		if (this.#ahead) this.close();
	}

	/** The keys that were pressed before the menu was there, once. */
	takeKeys(): readonly KeyboardEvent[] {
		const keys = this.#ahead ?? [];
		this.#ahead = undefined;
		return keys;
	}
}
