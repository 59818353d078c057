export { CalculationClient, type ClosablePort } from './calculation-client';
export type { CalculationListener, Running, Stopped } from './calculation-listener';
export { CalculationStopped, connectCalculation, type ConnectedCalculation } from './connection';
