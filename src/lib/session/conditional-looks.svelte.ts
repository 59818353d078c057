import type { PlacedFormula } from '$lib/calculation';
import { findProblem, shiftReferences } from '$lib/formula';
import {
	addressOfKey,
	cellKey,
	formatAddress,
	isCellError,
	isFormula,
	rangeHolds,
	textOfContent,
	type Address,
	type CellLook,
	type CellValue,
	type ConditionalFormat,
	type Content,
	type Range
} from '$lib/workbook';
import { scaleColor, scaleShare } from './condition-scale';
import { factsOf, meetsRule, type RangeFacts } from './condition-test';
import { ruleWords } from './condition-words';
import type { ConditionalLook } from './shown-cell';

/** What conditional formats need of the sheet that they are of. */
export interface ConditionHost {
	readonly sheet: string;
	readonly locale: string;
	readonly values: {
		/** Rises with every change of values. */
		readonly changes: number;
		valuesOn(sheet: string): ReadonlyMap<number, CellValue>;
	};
	/** The rules that took too long and are not tried again until they are changed. */
	readonly stopped: WeakSet<object>;
	/** Whether these are the formats on show. */
	isShown(looks: ConditionalLooks): boolean;
	/** Tells that the cells of rows look otherwise. */
	touch(rows: ReadonlySet<number>): void;
	tryFormulas(formulas: readonly PlacedFormula[]): Promise<readonly CellValue[] | 'stopped' | null>;
}

/** So many formulas are asked about at once, so that nothing else waits for long. */
const MOST_ASKED = 500;
/** So many answers are kept: far more than the cells in view. */
const MOST_KEPT = 50_000;
/** While a rule is being typed, only what it rests on is calculated. */
const REST_MS = 80;
const STOPPED = 'It takes too long to calculate and is not applied. Change it to have it tried again.';

interface Question {
	readonly key: string;
	readonly format: ConditionalFormat;
	readonly placed: PlacedFormula;
}

/** How the cells of a sheet look by its conditional formats, as far as they are asked for. */
export class ConditionalLooks {
	readonly formats: readonly ConditionalFormat[];
	#host: ConditionHost;
	#revision = -1;
	#facts = new Map<ConditionalFormat, RangeFacts>();
	#answers = new Map<string, CellValue>();
	/** Answers from before values changed: they are shown until there are new ones. */
	#former = new Map<string, CellValue>();
	#asked = new Map<string, Question>();
	#isAsking = false;
	/** Why a rule does not apply, somewhere or anywhere. */
	#problems = $state.raw<ReadonlyMap<ConditionalFormat, string>>(new Map());

	constructor(host: ConditionHost, formats: readonly ConditionalFormat[]) {
		this.#host = host;
		this.formats = formats;
	}

	/** Ties whoever asks to changes of values: a cell's look depends on other cells. */
	read(): void {
		void this.#host.values.changes;
	}

	/** Why a rule paints nothing in some cells, or in any; empty where nothing is wrong with it. */
	problemOf(format: ConditionalFormat): string {
		const unread = formulasIn(format).map((formula) => findProblem(formula)?.message);
		return unread.find((message) => message !== undefined) ?? this.#problems.get(format) ?? '';
	}

	/** How a cell looks by the formats that apply to it, earlier ones before later ones. */
	lookAt(address: Address): ConditionalLook | undefined {
		this.#keepUp();
		let look: CellLook | undefined;
		const said: string[] = [];
		for (const format of this.formats) {
			if (!format.ranges.some((range) => rangeHolds(range, address))) continue;
			const applied = this.#apply(format, address);
			if (!applied) continue;
			look = { ...applied.look, ...look };
			said.push(applied.said);
			if (format.isLast) break;
		}
		return look && { look, said: said.join(', ') };
	}

	#keepUp(): void {
		const { changes } = this.#host.values;
		if (changes === this.#revision) return;
		this.#revision = changes;
		this.#facts.clear();
		if (this.#answers.size > 0) this.#former = this.#answers;
		this.#answers = new Map();
		this.#asked.clear();
	}

	#apply(format: ConditionalFormat, address: Address): ConditionalLook | undefined {
		const { rule } = format;
		const value = this.#host.values.valuesOn(this.#host.sheet).get(cellKey(address)) ?? null;
		const words = () => ruleWords(rule, this.#host.locale);
		if (rule.kind === 'scale') {
			if (typeof value !== 'number') return undefined;
			const { sorted } = this.#factsOf(format);
			const fill = scaleColor(rule, value, sorted);
			const share = Math.round(100 * scaleShare(rule, value, sorted));
			return fill && { look: { fill }, said: `${share} % of colour scale` };
		}
		if (rule.kind === 'formula') {
			const answer = this.#resolve(format, rule.formula, address);
			const isMet = typeof answer === 'number' ? answer !== 0 : answer === true;
			return isMet ? { look: rule.look, said: words() } : undefined;
		}
		const [wanted, other] =
			rule.kind === 'threshold'
				? [this.#resolve(format, rule.value, address), this.#resolve(format, rule.other ?? null, address)]
				: [null, null];
		if (wanted === undefined || other === undefined) return undefined;
		const isMet = meetsRule(rule, value, this.#factsOf(format), wanted, other);
		return isMet ? { look: rule.look, said: words() } : undefined;
	}

	/** A content as it is for a cell; undefined as long as its formula has no answer. */
	#resolve(format: ConditionalFormat, content: Content, address: Address): CellValue | undefined {
		if (!isFormula(content)) return typeof content === 'string' ? textOfContent(content) : content;
		if (this.#host.stopped.has(format.rule) || findProblem(content)) return undefined;
		const { from } = format.ranges[0]!;
		const formula = shiftReferences(content, address.row - from.row, address.column - from.column);
		const ownPlace = /\b(?:row|column)\s*\(\s*\)/i.test(formula) ? formatAddress(address) : '';
		const key = `${ownPlace}${formula}`;
		const known = this.#answers.get(key);
		if (known !== undefined) return known;
		this.#ask({ key, format, placed: { sheet: this.#host.sheet, ...address, formula } });
		return this.#former.get(key);
	}

	#ask(question: Question): void {
		// Others of the same formula in the same row are answered with it; those of another row have to be told.
		this.#asked.set(`${question.placed.row} ${question.key}`, question);
		if (this.#isAsking) return;
		this.#isAsking = true;
		setTimeout(() => void this.#askAll(), REST_MS);
	}

	async #askAll(): Promise<void> {
		while (this.#asked.size > 0 && this.#host.isShown(this)) {
			const format = [...this.#asked.values()][0]!.format;
			const batch = [...this.#asked]
				.filter(([, question]) => question.format === format)
				.slice(0, MOST_ASKED);
			for (const [id] of batch) this.#asked.delete(id);
			const revision = this.#revision;
			const isAnswered = await this.#askBatch(
				format,
				batch.map(([, question]) => question)
			);
			// The workbook changed meanwhile: its new values, where they are not there yet, have everything asked anew.
			if (!isAnswered && revision === this.#revision) break;
		}
		this.#asked.clear();
		this.#isAsking = false;
	}

	async #askBatch(format: ConditionalFormat, questions: readonly Question[]): Promise<boolean> {
		const byKey = new Map(questions.map((question) => [question.key, question]));
		const revision = this.#revision;
		const answers = await this.#host
			.tryFormulas([...byKey.values()].map(({ placed }) => placed))
			.catch(() => null);
		if (answers === null || revision !== this.#revision) return false;
		if (answers === 'stopped') {
			this.#host.stopped.add(format.rule);
			this.#tell(format, STOPPED);
			return true;
		}
		if (this.#answers.size > MOST_KEPT) this.#answers.clear();
		let problem = '';
		for (const [at, { key, placed }] of [...byKey.values()].entries()) {
			const answer = answers[at] ?? null;
			// As in a cell, a reference to a blank one is 0.
			this.#answers.set(key, answer ?? 0);
			if (isCellError(answer)) problem ||= `In ${formatAddress(placed)}: ${answer.message}`;
		}
		this.#tell(format, problem);
		this.#host.touch(new Set(questions.map(({ placed }) => placed.row)));
		return true;
	}

	#tell(format: ConditionalFormat, problem: string): void {
		if (problem === (this.#problems.get(format) ?? '')) return;
		this.#problems = new Map(this.#problems).set(format, problem);
	}

	#factsOf(format: ConditionalFormat): RangeFacts {
		let facts = this.#facts.get(format);
		if (!facts) {
			const values = this.#host.values.valuesOn(this.#host.sheet);
			const isAlone = format.rule.kind === 'threshold' || format.rule.kind === 'formula';
			facts = factsOf(isAlone ? [] : valuesIn(values, format.ranges));
			this.#facts.set(format, facts);
		}
		return facts;
	}
}

/** The values of cells in any of some ranges, each once. */
function* valuesIn(values: ReadonlyMap<number, CellValue>, ranges: readonly Range[]): Iterable<CellValue> {
	for (const [key, value] of values) {
		const address = addressOfKey(key);
		if (ranges.some((range) => rangeHolds(range, address))) yield value;
	}
}

function formulasIn({ rule }: ConditionalFormat): string[] {
	if (rule.kind === 'formula') return [rule.formula];
	if (rule.kind !== 'threshold') return [];
	return [rule.value, rule.other ?? null].filter(isFormula);
}
