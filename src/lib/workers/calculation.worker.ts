import { Calculation } from '$lib/calculation';
import { expose } from 'comlink';

expose(new Calculation());
