import * as z from 'zod';
import { idsOf } from '../../kit/idsOf.ts';
import type { Channel } from './channels.ts';

/**
 * The things that a customer can prove to hold, with the channels on which everybody has proved it: only the link to
 * the registered phone opens a secure form. The number that somebody calls or writes from proves nothing. A
 * confirmation on the customer's own device, or a passkey, would be another row.
 */
const heldRows = {
  registeredPhone: { shownOn: ['secureForm'] },
} as const satisfies Record<string, { shownOn: readonly Channel[] }>;

export const heldThings = idsOf(heldRows);

export const Held = z.enum(heldThings);
export type Held = z.infer<typeof Held>;

/** Whether being on a channel proves that a thing is held. */
export function isShownOn(channel: Channel, held: Held): boolean {
  const shownOn: readonly Channel[] = heldRows[held].shownOn;
  return shownOn.includes(channel);
}
