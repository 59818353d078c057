import { createRequire } from 'node:module';
import type * as Library from 'hyperformula';

/**
 * HyperFormula as it comes, to compare with: functions are registered for a whole copy of the library, so this is the
 * other one of the package's two copies, which no function of ours reaches.
 */
export const BareHyperFormula = (createRequire(import.meta.url)('hyperformula') as typeof Library)
	.HyperFormula;

/** All that it needs, and as many digits as there are to compare; the rest is its own. */
export const BARE_CONFIG = { licenseKey: 'gpl-v3', precisionRounding: 14 };
