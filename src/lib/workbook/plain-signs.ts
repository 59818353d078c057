const WIDE = /[\uff01-\uff5e\uffe1\uffe5\u3000]/g;
const OWN_FORMS: Readonly<Record<string, string>> = { '\uffe1': '£', '\uffe5': '¥', '\u3000': ' ' };

/** A text with the full-width signs of East Asian keyboards as the plain ones that they stand for: `１２％` as `12%`. */
export function plainSigns(text: string): string {
	return text.replace(WIDE, (sign) => OWN_FORMS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
