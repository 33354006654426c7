import type { Condition } from './condition.ts';

/** The card must be frozen, with at least one reason. */
export const cardIsFrozen: Condition = ({ status, freezes }) =>
  status === 'frozen' && freezes.length > 0 ? undefined : { obstacle: 'notFrozen' };
