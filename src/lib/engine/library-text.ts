/** What to say in place of descriptions of the library that speak of its settings and not of the sheet. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
	DATE: 'Gives the number of a date: 1 for 1 January 1900, one more for each day.',
	HYPERLINK: 'Gives the text of a link. The link itself cannot be followed.',
	NOW: 'Gives the date and time of the calculation as a number of days.',
	TIMEVALUE: 'Reads a time such as "14:30" and gives it as a fraction of a day.',
	TODAY: 'Gives the number of the date of the calculation.'
};

/** The description of a function as the library offers it, in plain words and without markup. */
export function libraryDescription(name: string, offered: string): string {
	return DESCRIPTIONS[name] ?? plainText(offered);
}

/** A text of the library without links, line breaks and quoted code, and without the names of its settings. */
export function plainText(text: string): string {
	return text
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replaceAll('<br>', ' ')
		.replaceAll('`', '')
		.replace(
			"values below HyperFormula's epoch year (derived from nullDate) are added to that epoch year",
			'a year below 1900 is added to 1900'
		)
		.replace('(serial number of days since nullDate) ', '')
		.replace(
			'HyperFormula automatically reorders end_date/start_date so',
			'their order does not matter, and'
		);
}
