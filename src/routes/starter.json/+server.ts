import { serializeWorkbook } from '$lib/workbook';
import { starterWorkbook } from '../starter.server';

export const prerender = true;

/** The whole workbook that Reckoner ships with, as a document. */
export function GET(): Response {
	return new Response(serializeWorkbook(starterWorkbook()), {
		headers: { 'content-type': 'application/json' }
	});
}
