export {
	contains,
	createInterval,
	exactly,
	intersects,
	isExact,
	WHOLE_LINE,
	type Interval,
	type OpenEnds
} from './interval';
export { roundDown, roundUp } from './rounding';
