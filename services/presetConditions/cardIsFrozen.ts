import type { Condition } from './condition.ts';

/** There is something to unfreeze. */
export const cardIsFrozen: Condition = ({ status, freezes }) =>
  status === 'frozen' && freezes.length > 0 ? undefined : { obstacle: 'notFrozen' };
