import type { FunctionHelp } from '$lib/calculation';
import type { WordAtCaret } from '$lib/formula';
import { inOrder, quoteSheetName, type Place } from '$lib/workbook';
import { cutsPiece, evaluatedPart, joinedValue, type TryFormulas } from './evaluated-part';
import type { Caret } from './cell-edit.svelte';
import { momentText } from './entering';
import { Pointing, type PointingHost } from './pointing.svelte';
import type { Direction } from './selection.svelte';

/** Something that the word at the caret may go on to be. */
export interface Suggestion {
	readonly kind: 'function' | 'name' | 'sheet';
	readonly label: string;
	/** What it is or stands for, in a line. */
	readonly detail: string;
}

/** The call at the caret: what is known of the function, and which of its parameters the caret stands at. */
export interface ArgumentHint {
	readonly help: FunctionHelp;
	readonly parameter: number;
}

/** What helping with a formula needs of the session. */
export interface AssistHost extends PointingHost {
	readonly calculating: {
		/** What is known of functions; null where that cannot be said now. */
		describeFunctions(): Promise<readonly FunctionHelp[] | null>;
		tryFormulas: TryFormulas;
	};
	readonly tabs: {
		/** Shows the sheet so many tabs further on. */
		walk(by: number): boolean;
	};
	status: string;
}

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right'
};

/** Keys that lead to the sheet before and the one after. */
const SHEET_KEYS: Readonly<Record<string, 1 | -1>> = {
	'Mod+PageUp': -1,
	'Mod+PageDown': 1,
	'Alt+ArrowUp': -1,
	'Alt+ArrowDown': 1
};

/** More than this are not listed: another letter narrows them. */
const MOST_SUGGESTED = 40;

/** A list that was asked for, and what of the formula stands before the word that searches it. */
interface AskedList {
	readonly kind: 'function' | 'name';
	readonly before: string;
	/** Where the formula is: another edit has another one. */
	readonly place: Place | undefined;
}

/** Suggestions and hints for the formula that is being typed. */
export class FormulaAssist {
	readonly #host: AssistHost;
	readonly pointing: Pointing;
	#functions = $state.raw<readonly FunctionHelp[]>();
	#isAsking = false;
	/** A part of the formula that its value took the place of. */
	#evaluated: { readonly before: string; readonly caret: Caret; readonly after: string } | undefined;
	#asked = $state.raw<AskedList>();
	/** The word that suggestions were sent away for, and where it begins. */
	#dismissed = $state.raw('');
	#chosen = $state.raw({ key: '', index: 0, isMoved: false });

	constructor(host: AssistHost) {
		this.#host = host;
		this.pointing = new Pointing(host);
	}

	/** Whether the formula was typed in: one that was only opened is left alone. */
	readonly #isTyping: boolean = $derived.by(() => {
		const { edit } = this.#host;
		return edit.isOpen && edit.text.startsWith('=') && edit.text !== edit.original;
	});

	/** The list that was asked for, as long as what is typed searches it. */
	readonly #list = $derived.by(() => {
		const { edit } = this.#host;
		const { start, end } = edit.caret;
		const at = this.#asked?.before.length ?? 0;
		const isSearching =
			edit.isOpen &&
			start === end &&
			this.#asked?.place === edit.place &&
			edit.text.slice(0, start).startsWith(this.#asked!.before) &&
			/^[\p{L}\p{N}_.\\]*$/u.test(edit.text.slice(at, start));
		return isSearching ? this.#asked : undefined;
	});

	readonly #word = $derived.by(() => {
		const { edit, workings } = this.#host;
		const { start, end } = edit.caret;
		if (this.#list) {
			const at = this.#list.before.length;
			return { word: edit.text.slice(at, start), start: at, end, isReference: false, isBeforeOperand: false };
		}
		return this.#isTyping && start === end ? workings?.wordAtCaret(edit.text, start) : undefined;
	});

	readonly #key: string = $derived(this.#word ? `${this.#word.start} ${this.#word.word}` : '');

	/** What the word at the caret may go on to be: functions and names that begin with it, then those that hold it. */
	readonly suggestions: readonly Suggestion[] = $derived.by(() => {
		if (!this.#word || this.#dismissed === this.#key || this.pointing.isPointing) return [];
		const { isReference } = this.#word;
		const word = this.#word.word.toLowerCase();
		const list = this.#list;
		const rank = ({ label, detail }: Suggestion) => {
			const at = label.toLowerCase().indexOf(word);
			if (at >= 0) return at === 0 ? 0 : 1;
			return list && detail.toLowerCase().includes(word) ? 2 : undefined;
		};
		const { name, sheet } = this.#host.tables;
		const all: Suggestion[] = [
			...(this.#functions ?? [])
				.filter((help) => !help.isOtherNameOf)
				.map((help) => ({ kind: 'function' as const, label: help.name, detail: help.description })),
			...[...name.values()].map((record) => ({
				kind: 'name' as const,
				label: record.name,
				detail: record.refersTo.slice(1)
			})),
			...inOrder(sheet).map((record) => ({ kind: 'sheet' as const, label: record.name, detail: 'Sheet' }))
		];
		const found = all.flatMap((suggestion) => {
			const ranked = rank(suggestion);
			if (list) return list.kind !== suggestion.kind || ranked === undefined ? [] : [{ suggestion, ranked }];
			// Functions are looked for from their beginning: their names are short, and parts of many.
			return ranked === undefined || (ranked > 0 && (isReference || suggestion.kind === 'function'))
				? []
				: [{ suggestion, ranked }];
		});
		if (list) {
			found.sort((a, b) => a.ranked - b.ranked || (a.suggestion.label < b.suggestion.label ? -1 : 1));
			return found.map(({ suggestion }) => suggestion);
		}
		found.sort((a, b) => a.ranked - b.ranked || a.suggestion.label.length - b.suggestion.label.length);
		return found.slice(0, MOST_SUGGESTED).map(({ suggestion }) => suggestion);
	});

	/** Which suggestion is taken by Tab. */
	readonly chosen: number = $derived(
		this.#chosen.key === this.#key ? Math.min(this.#chosen.index, this.suggestions.length - 1) : 0
	);

	/** The call at the caret, where its function is known. */
	readonly hint: ArgumentHint | undefined = $derived.by(() => {
		const { edit, workings } = this.#host;
		if (!edit.isOpen) return undefined;
		const call = workings?.callAtCaret(edit.text, edit.caret.start);
		const help = call && this.#functions?.find(({ name }) => name === call.name.toUpperCase());
		if (!call || !help) return undefined;
		return { help, parameter: parameterAt(help, call.argument) };
	});

	/** Asks for what is known of functions, once a formula is begun. To be called in an effect. */
	follow(): void {
		const { edit } = this.#host;
		if (this.#functions || this.#isAsking || !edit.isOpen || !edit.text.startsWith('=')) return;
		this.#isAsking = true;
		void this.#host.calculating.describeFunctions().then((functions) => {
			this.#isAsking = false;
			if (functions) this.#functions = functions;
		});
	}

	/** Whether a formula is being typed, which other sheets can be looked at with. */
	get goesAlong(): boolean {
		const { edit } = this.#host;
		return edit.isOpen && (edit.text.startsWith('=') || this.pointing.canPoint);
	}

	/** Takes a key that means something here; false where it goes to the edit. */
	takeKey(event: KeyboardEvent): boolean {
		const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
		const hasCommand = ctrlKey || metaKey;
		if (!this.#list) this.#asked = undefined;
		if (hasCommand && key === 'z' && !shiftKey && this.#takeBack()) return true;
		if (isComposing || this.#pointByKey(event)) return !isComposing;
		if (hasCommand && !altKey && (key === ';' || key === ':')) return this.#writeMoment(key);
		if (hasCommand || altKey) return false;
		if (key === 'F3') return this.list(shiftKey ? 'function' : 'name');
		if (key === 'F4') return this.#cycle();
		if (key === 'F9') return this.#evaluate();
		if (this.suggestions.length === 0 || shiftKey) return false;
		switch (key) {
			case 'ArrowDown':
			case 'ArrowUp':
				this.#move(key === 'ArrowDown' ? 1 : -1);
				return true;
			case 'Tab':
				return this.take(this.chosen);
			case 'Enter':
				// Enter takes the formula, unless the reader went through the list.
				if (this.#list) return this.take(this.chosen);
				return this.#chosen.key === this.#key && this.#chosen.isMoved && this.take(this.chosen);
			case 'Escape':
				if (this.#list) this.#asked = undefined;
				else this.#dismissed = this.#key;
				return true;
			default:
				return false;
		}
	}

	/** Writes today's date or the time at the caret. */
	#writeMoment(key: ';' | ':'): boolean {
		this.#host.edit.insert(momentText(key === ';' ? 'date' : 'time', new Date()));
		return true;
	}

	/** Lists all functions or names at the caret, for choosing one and for searching by typing on; false in what is no formula. */
	list(kind: AskedList['kind']): boolean {
		const { edit, workings, tables } = this.#host;
		if (!edit.text.startsWith('=')) return false;
		if (kind === 'name' && tables.name.size === 0) {
			this.#host.status = 'This workbook has no names yet.';
			return true;
		}
		const { end } = edit.caret;
		const at = Math.max(workings?.wordAtCaret(edit.text, end)?.start ?? end, 1);
		edit.type(edit.text, { start: Math.max(end, at), end: Math.max(end, at) });
		this.#asked = { kind, before: edit.text.slice(0, at), place: edit.place };
		return true;
	}

	/** Points further by an arrow key, on another sheet by the keys that lead to it; false for any other key. */
	#pointByKey(event: KeyboardEvent): boolean {
		const { key, shiftKey, altKey } = event;
		const hasCommand = event.ctrlKey || event.metaKey;
		const sheets = SHEET_KEYS[`${hasCommand ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${key}`];
		if (sheets !== undefined && !shiftKey) {
			if (!this.goesAlong) return false;
			this.#host.tabs.walk(sheets);
			return true;
		}
		const direction = ARROWS[key];
		if (!direction || altKey || this.#host.edit.mode !== 'enter' || this.suggestions.length > 0) return false;
		return this.pointing.step(direction, shiftKey, hasCommand);
	}

	/** Puts a suggestion in the place of the word. */
	take(index: number): boolean {
		const { edit } = this.#host;
		const suggestion = this.suggestions[index];
		if (!suggestion || !this.#word) return false;
		const { start } = this.#word;
		const rest = edit.text.slice(this.#endOfWord(this.#word));
		const hasArguments =
			suggestion.kind === 'function' && this.#helpOf(suggestion.label)?.parameters.length !== 0;
		const ending =
			suggestion.kind === 'sheet' ? '!' : suggestion.kind === 'name' ? '' : hasArguments ? '(' : '()';
		const label = suggestion.kind === 'sheet' ? quoteSheetName(suggestion.label) : suggestion.label;
		const isThere = ending !== '' && rest.startsWith(ending[0]!);
		const caret = start + label.length + ending.length;
		edit.type(edit.text.slice(0, start) + label + (isThere ? '' : ending) + rest, {
			start: caret,
			end: caret
		});
		this.#asked = undefined;
		this.#dismissed = suggestion.kind === 'name' ? `${start} ${label}` : '';
		return true;
	}

	/** Where the word ends that a suggestion takes the place of: an operand that it was typed before stays. */
	#endOfWord({ word, end, isBeforeOperand }: WordAtCaret): number {
		const { edit, tables } = this.#host;
		const caret = edit.caret.start;
		const behind = edit.text.slice(caret, end).toUpperCase();
		const isCall =
			edit.text[end] === '(' && this.#helpOf(behind) && !this.#helpOf(word.toUpperCase() + behind);
		const isName = [...tables.name.values()].some(({ name }) => name.toUpperCase() === behind);
		return isBeforeOperand || isCall || isName ? caret : end;
	}

	/** Puts the value of the selected part in its place, or that of the whole formula where none is selected. */
	#evaluate(): boolean {
		const { edit, calculating } = this.#host;
		const { text, place } = edit;
		if (!text.startsWith('=') || !place) return false;
		const caret = edit.caret.start === edit.caret.end ? { start: 1, end: text.length } : edit.caret;
		const start = Math.max(caret.start, 1);
		const part = text.slice(start, caret.end);
		if (cutsPiece(edit.spansOf(text), start, caret.end)) {
			this.#host.status =
				'The selected part cuts a word or a number in two: select whole ones to see their value.';
			return true;
		}
		const tryFormulas: TryFormulas = (formulas) => calculating.tryFormulas(formulas);
		void evaluatedPart(tryFormulas, place, part).then((value) => {
			// What was typed meanwhile is not to be overwritten.
			if (!edit.isOpen || edit.text !== text || edit.place !== place) return;
			if (!value.ok) {
				this.#host.status = value.error;
				return;
			}
			const written = joinedValue(text.slice(0, start), part, value.value);
			const after = text.slice(0, start) + written + text.slice(caret.end);
			this.#evaluated = { before: text, caret, after };
			edit.type(after, { start, end: start + written.length });
			this.#host.status = `${part} is ${value.value}. Ctrl+Z takes the part back, Escape the formula`;
		});
		return true;
	}

	/** Puts a part back whose value took its place, where nothing was typed since. */
	#takeBack(): boolean {
		const { edit } = this.#host;
		if (!this.#evaluated || edit.text !== this.#evaluated.after) return false;
		edit.type(this.#evaluated.before, this.#evaluated.caret);
		this.#evaluated = undefined;
		return true;
	}

	#helpOf(name: string): FunctionHelp | undefined {
		return this.#functions?.find((help) => help.name === name);
	}

	#move(step: 1 | -1): void {
		const count = this.suggestions.length;
		this.#chosen = { key: this.#key, index: (this.chosen + step + count) % count, isMoved: true };
	}

	#cycle(): boolean {
		const { edit, workings } = this.#host;
		const cycled = workings?.cycleReferences({ text: edit.text, ...edit.caret });
		if (cycled) {
			const { isPointing } = this.pointing;
			edit.type(cycled.text, { start: cycled.start, end: cycled.end });
			if (isPointing) this.pointing.followTurn();
		}
		// The browser has no use for F4 here, whether or not a reference is there.
		return edit.text.startsWith('=');
	}
}

/** The parameter of an argument: of those that repeat, round and round. */
function parameterAt({ parameters }: FunctionHelp, argument: number): number {
	const repeated = parameters.filter(({ isRepeated }) => isRepeated).length;
	if (argument < parameters.length || repeated === 0) return argument;
	const first = parameters.length - repeated;
	return first + ((argument - first) % repeated);
}
