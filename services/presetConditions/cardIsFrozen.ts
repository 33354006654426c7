import type { PresetCondition } from './condition.ts';

/** The card must be frozen, with at least one reason. */
export const cardIsFrozen: PresetCondition = ({ status, freezes }) =>
  status === 'frozen' && freezes.length > 0 ? undefined : { obstacle: 'notFrozen' };
