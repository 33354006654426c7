import type { ByHand } from '../../services/contract/byHand.ts';

/** Who does by hand what a test has done by hand. */
export const anOperator: ByHand = { who: 'liming', uid: 1001, by: null, why: null };
