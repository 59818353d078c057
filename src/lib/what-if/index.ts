export {
	compareScenarios,
	type ComparedCell,
	type ComparedRow,
	type ComparedScenario,
	type Comparison
} from './comparison';
