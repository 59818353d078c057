import { formatValue } from '$lib/workbook';

/** Locales that are offered: those that cells, texts of formulas and the platform write alike. */
const TAGS = (
	'en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-SG bg-BG cs-CZ da-DK de-CH de-DE el-GR es-AR es-ES es-MX fi-FI ' +
	'fr-BE fr-CA fr-CH fr-FR hr-HR hu-HU id-ID it-IT ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK ' +
	'sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW'
).split(' ');

const SAMPLE_DAY = Date.UTC(2025, 2, 31);

/** A locale that a workbook can be written in. */
export interface OfferedLocale {
	readonly tag: string;
	/** Its language and region in English. */
	readonly name: string;
	/** A number and a date as it writes them; empty where the platform cannot tell. */
	readonly sample: string;
}

/** The locales to choose from, by name, the one in use among them whatever it is. */
export function offeredLocales(inUse: string): OfferedLocale[] {
	const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
	return [...new Set([inUse, ...TAGS])]
		.map((tag) => ({
			tag,
			name: tried(() => names.of(tag)) ?? tag,
			sample: tried(() => sampleIn(tag)) ?? ''
		}))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function sampleIn(tag: string): string {
	const number = formatValue(1_234_567.89, '#,##0.00', tag).text;
	// Serial numbers are days of the Gregorian calendar, whichever a language has beside it.
	const day = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC', calendar: 'gregory' });
	return `${number} and ${day.format(SAMPLE_DAY)}`;
}

/** A workbook may bear a tag that the platform knows nothing of, or that is none. */
function tried(give: () => string | undefined): string | undefined {
	try {
		return give();
	} catch {
		return undefined;
	}
}
