export { CalculationClient } from './calculation-client';
export type { CalculationListener, Running, Stopped } from './calculation-listener';
export {
	CalculationStopped,
	connectCalculation,
	type ClosablePort,
	type ConnectedCalculation
} from './connection';
