import { changing } from './changing.ts';
import { passwords } from './passwords.ts';
import type { Promised } from './promise.ts';
import { reading } from './reading.ts';
import { repeating } from './repeating.ts';

/** Every promise of docs/card-system.md that can be observed from outside, in the order of trying. */
export const promises: readonly Promised[] = [...reading, ...changing, ...repeating, ...passwords];

/** The promises that no request can show. */
export const unseen = [
  'that key and answer are kept for 30 days, in the transaction that makes the answer true, also over a crash',
  'that reserved.version changes with everything that a customer has reserved',
  'that the counter of wrong passwords is the one of your cash machines',
  'that a password that you check is in none of your logs',
];
