import { divisionByZero, wrongNumber } from './failures';
import { defineFunction } from './numeric-function';
import { number } from './parameters';

const CATEGORY = 'Math and trigonometry';
const angle = number('Angle', 'The angle in radians, below 2^27.');

/** From here on a double holds too little of an angle. */
const LARGEST_ANGLE = 2 ** 27;

function ofAngle(name: string, called: string, compute: (angle: number) => number, isFiniteAt0 = true) {
	return defineFunction({
		name,
		category: CATEGORY,
		description: `Gives the ${called} of an angle.`,
		parameters: [angle],
		example: `=${name}(1)`,
		compute(angle) {
			if (Math.abs(angle) >= LARGEST_ANGLE) return wrongNumber('The angle must be below 2^27 radians.');
			if (angle === 0 && !isFiniteAt0) return divisionByZero(`The ${called} of 0 has no limit.`);
			return compute(angle);
		}
	});
}

/** Functions of angles. */
export const ANGLES = [
	ofAngle('SIN', 'sine', Math.sin),
	ofAngle('COS', 'cosine', Math.cos),
	ofAngle('TAN', 'tangent', Math.tan),
	ofAngle('SEC', 'secant', (angle) => 1 / Math.cos(angle)),
	ofAngle('CSC', 'cosecant', (angle) => 1 / Math.sin(angle), false),
	ofAngle('COT', 'cotangent', (angle) => 1 / Math.tan(angle), false),
	defineFunction({
		name: 'PI',
		category: CATEGORY,
		description: 'Gives pi.',
		parameters: [],
		example: '=PI()',
		compute: () => Math.PI
	}),
	defineFunction({
		name: 'ACOT',
		category: CATEGORY,
		description: 'Gives the angle, from 0 to pi, that has a cotangent.',
		parameters: [number('Number', 'The cotangent.')],
		example: '=ACOT(2)',
		compute: (cotangent) => Math.atan2(1, cotangent)
	})
];
