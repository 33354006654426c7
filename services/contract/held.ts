import * as z from 'zod';
import { idsOf } from '../../kit/idsOf.ts';
import type { Channel } from './channels.ts';

/**
 * What a customer can show that they hold, and on which channels it has been shown by whoever is there: a secure form is
 * opened with the link that went to the registered phone, and with nothing else. The number that somebody calls or writes
 * from shows nothing. A confirmation on the customer's own device, or a passkey, is a row here.
 */
const heldRows = {
  registeredPhone: { shownOn: ['secureForm'] },
} as const satisfies Record<string, { shownOn: readonly Channel[] }>;

export const heldThings = idsOf(heldRows);

export const Held = z.enum(heldThings);
export type Held = z.infer<typeof Held>;

/** Whether who is on a channel has shown it. */
export function isShownOn(channel: Channel, held: Held): boolean {
  const shownOn: readonly Channel[] = heldRows[held].shownOn;
  return shownOn.includes(channel);
}
