export { CalculationClient, type CalculationListener, type ClosablePort } from './calculation-client';
export { CalculationStopped, connectCalculation, type ConnectedCalculation } from './connection';
