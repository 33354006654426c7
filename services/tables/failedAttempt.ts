import { EntitySchema } from 'typeorm';
import { count, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';

/**
 * An attempt that has not succeeded, which may still be running. The customer's next success or an operator's release
 * deletes it. `userTerminal` and the networks, from the narrowest to the widest, are HMACs that are kept for a day.
 * Times are those of `SteadyTime`: `at` is the beginning, `failedAt` when an item was found wrong, `endedRequestAt`
 * when this failure was the last of its authentication request.
 */
export type FailedAttempt = {
  authenticationRequest: string;
  attempt: number;
  card: CardReference;
  customer: string;
  channel: Channel;
  userTerminal: string | null;
  network: string | null;
  widerNetwork: string | null;
  widestNetwork: string | null;
  at: Instant;
  failedAt: Instant | null;
  endedRequestAt: Instant | null;
};

/** The columns of the networks that an attempt came from, the narrowest first. */
export const networkColumns = ['network', 'widerNetwork', 'widestNetwork'] as const;
export type NetworkColumn = (typeof networkColumns)[number];

export const FailedAttempts = new EntitySchema<FailedAttempt>({
  name: 'failed_attempts',
  columns: {
    authenticationRequest: key,
    attempt: { ...count, primary: true },
    card: text,
    customer: text,
    channel: text,
    userTerminal: optionalText,
    network: optionalText,
    widerNetwork: optionalText,
    widestNetwork: optionalText,
    at: text,
    failedAt: optionalText,
    endedRequestAt: optionalText,
  },
  indices: [
    { name: 'failed_attempts_card', columns: ['card'] },
    { name: 'failed_attempts_customer', columns: ['customer'] },
    { name: 'failed_attempts_user_terminal', columns: ['userTerminal'] },
    { name: 'failed_attempts_network', columns: ['network'] },
    { name: 'failed_attempts_wider_network', columns: ['widerNetwork'] },
    { name: 'failed_attempts_widest_network', columns: ['widestNetwork'] },
    { name: 'failed_attempts_in_order', columns: ['at', 'authenticationRequest'] },
    { name: 'failed_attempts_failed', columns: ['failedAt'], where: 'failed_at IS NOT NULL' },
    { name: 'failed_attempts_with_origin', columns: ['at', 'customer'], where: 'user_terminal IS NOT NULL' },
  ],
});
