import type { Listener } from './listener.ts';
import { begin } from './outcome.ts';

/** Another card is meant than the one in hand: its number is asked for. */
export const otherCard: Listener<never> = async ({ said }) =>
  said.passing === 'otherCard' ? begin({ other: true }) : undefined;
