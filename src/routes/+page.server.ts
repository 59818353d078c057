import { Calculation } from '$lib/calculation';
import { BASE_SCENARIO, inOrder } from '$lib/workbook';
import { firstViewOf, starterWorkbook } from './starter.server';
import type { PageServerLoad } from './$types';

/** The first view with its computed values, so that the page shows its answers before any script runs. */
export const load: PageServerLoad = async () => {
	const workbook = starterWorkbook();
	const calculation = new Calculation();
	const { values } = await calculation.open({ version: 0, workbook, scenario: BASE_SCENARIO });
	const { comparison } = await calculation.compare({ version: 0 });
	const first = inOrder(workbook.tables.sheet)[0]!.id;
	return {
		workbook: firstViewOf(workbook),
		values: values.filter(({ sheet }) => sheet === first),
		comparison
	};
};
