import { fail, ok, parseRecord, settingsOf } from '$lib/workbook';
import type { SetSettings } from './command';
import type { Planner } from './plan';

export const planSettings: Planner<SetSettings> = (draft, { settings }) => {
	const checked = parseRecord('settings', { ...settingsOf(draft.workbook), ...settings, id: 'settings' });
	if (!checked.ok) return checked;
	if (checked.value.title.trim() === '') return fail('A workbook needs a title.');
	draft.setRecord('settings', checked.value);
	return ok({ draft, label: labelOf(settings) });
};

function labelOf({ title, locale }: SetSettings['settings']): string {
	if (title !== undefined) return `Rename workbook to ${title}`;
	return locale === undefined ? 'Change settings' : `Write numbers and dates as in ${locale}`;
}
