import type { ByHand } from '../../services/contract/byHand.ts';

/** The operator of acts that a test does by hand. */
export const anOperator: ByHand = { who: 'liming', uid: 1001, by: null, why: null };
