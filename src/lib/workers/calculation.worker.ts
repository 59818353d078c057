import { Calculation } from '$lib/calculation';
import { expose } from 'comlink';
import { packedCalculation } from './packed-calculation';

expose(packedCalculation(new Calculation()));
