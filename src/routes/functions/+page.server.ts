import { functionReference } from '$lib/calculation';
import { starterWorkbook } from '../starter.server';
import type { PageServerLoad } from './$types';

/** The page is complete as it is written: its search is a script of its own, and nothing of it is drawn anew. */
export const csr = false;
/** A folder with an index: the one form of address that every static host serves. */
export const trailingSlash = 'always';

/** Every function with its examples, calculated when the page is built. */
export const load: PageServerLoad = () => functionReference(starterWorkbook().tables);
