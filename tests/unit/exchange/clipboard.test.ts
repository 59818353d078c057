import { describe, expect, it } from 'vitest';
import { formatHtmlTable, readDeclarations, readTableCell } from '$lib/exchange';
import { formatOfMso, msoFormat } from '../../../src/lib/exchange/clipboard-format';
import { colorOf, cssOfLook, lookOfCss } from '../../../src/lib/exchange/clipboard-look';

function read(text: string, attributes: Record<string, string>, style = '') {
	return readTableCell({
		text,
		attribute: (name) => attributes[name] ?? null,
		css: readDeclarations(style)
	});
}

describe('the clipboard of other programs', () => {
	it.each(['#,##0.00', '0.0%', '"$"#,##0;[Red]-"$"#,##0', 'yyyy\\-mm\\-dd', '[>=1000000]0.0,,"M";0', '@'])(
		'EXC-90 the format %s comes back as Excel writes it',
		(format) => {
			expect(formatOfMso(msoFormat(format))).toBe(format);
		}
	);

	it('EXC-90 names of formats and General are read', () => {
		expect(formatOfMso('Percent')).toBe('0.00%');
		expect(formatOfMso('"Short Date"')).toBe('m/d/yyyy');
		expect(formatOfMso('General')).toBeUndefined();
		expect(formatOfMso('"0\\""')).toBeUndefined();
	});

	it('EXC-91 a number is taken in full from whichever program wrote it', () => {
		expect(read('1.2', { 'x:num': '1.23456789' }).value).toBe(1.23456789);
		expect(read('1.2', { sdval: '1e25' }).value).toBe(1e25);
		expect(read('1.2', { 'data-sheets-value': '{"1":3,"3":1.25}' }).value).toBe(1.25);
		expect(read('TRUE', { 'data-sheets-value': '{"1":4,"4":1}' }).value).toBe(true);
		expect(read('007', { 'x:str': '' }).value).toBe('007');
		expect(read('007', { 'data-sheets-value': '{"1":2,"2":"007"}' }).value).toBe('007');
		expect(read('007', { sdnum: '1033;0;@' }).value).toBe('007');
		expect(read('TRUE', { sdval: '1', sdnum: '1033;0;BOOLEAN' }).value).toBe(true);
		expect(read('#DIV/0!', { sdval: '0', sdnum: '1033;' })).toEqual({ text: '#DIV/0!' });
	});

	it('EXC-91 what is no number, no format and no colour is left alone', () => {
		expect(read('a', { sdval: 'Infinity', sdnum: '1033;0;"', 'data-sheets-value': '{' })).toEqual({
			text: 'a'
		});
		expect(read('a', {}, 'color:expression(alert(1));background:url(x)')).toEqual({ text: 'a' });
		expect(colorOf('rgb(300, 0, 16)')).toBe('#ff0010');
	});

	it('EXC-92 looks come back from the styles that they are written as', () => {
		const look = {
			isBold: true,
			isItalic: true,
			isUnderlined: true,
			isStruck: true,
			color: '#aa0000',
			fill: '#fff2cc',
			align: 'center',
			borders: { top: 'thin', right: 'thick', bottom: 'double', left: 'dashed' }
		} as const;
		expect(lookOfCss(readDeclarations(cssOfLook(look).join(';')))).toEqual(look);
	});

	it('EXC-92 numbers that lie right as they always do have no look', () => {
		expect(read('5', { sdval: '5' }, 'text-align:right')).toEqual({ text: '5', value: 5 });
		expect(read('five', {}, 'text-align:right')).toEqual({ text: 'five', look: { align: 'right' } });
	});

	it('EXC-92 LibreOffice finds numbers beside a format, and looks as attributes and elements', () => {
		const bare = formatHtmlTable([[{ text: '1.23457E+12', value: 1234567890123.45 }]], '');
		expect(bare).toContain('sdnum="1033;1033;" x:num="1234567890123.45" sdval="1234567890123.45"');
		const look = { isBold: true, isItalic: true, fill: '#fff2cc' } as const;
		const html = formatHtmlTable([[{ text: '12.5%', value: 0.125, format: '0.0%', look }]], '');
		expect(html).toContain('sdnum="1033;1033;0.0%" bgcolor="#fff2cc"');
		expect(html).toContain('><i><b>12.5%</b></i></td>');
	});

	it('EXC-93 no text that is copied can leave its cell', () => {
		const html = formatHtmlTable([[{ text: '"><script>&', value: '"><script>&' }]], '"><script>');
		expect(html).not.toContain('<script');
		expect(html.match(/<td/g)).toHaveLength(1);
	});
});
