import * as z from 'zod';

export const channels = ['webChat', 'voice', 'sms', 'whatsApp', 'botFramework', 'secureForm'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/** Neither control characters, which one database takes and the other does not, nor halves of characters. */
const Address = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/**
 * 用户端, the user terminal (patent, step 1): a channel and an address on it, such as a browser's
 * conversation or a phone number. It tells where an answer goes; it never authenticates anybody.
 */
export const UserTerminal = z.object({
  channel: Channel,
  address: Address,
  /**
   * The network address that it reaches us from, where the channel sees one. A browser's conversation is a fresh
   * address each time, this is not. Limits keep it as an HMAC, and nothing else does.
   */
  network: z.string().min(1).max(64).optional(),
});
export type UserTerminal = z.infer<typeof UserTerminal>;

/** Under this a turn's own state carries `network` from channel to dialog: it is part of no activity, so no client writes or sees it. */
export const networkOfTurn = Symbol('networkOfTurn');

/**
 * Under this an activity carries the number of the telephone that it came from, where its channel knows it and keeps a
 * pseudonym for an address: nothing that writes an activity down keeps it, and no client can write it.
 */
export const phoneOfActivity = Symbol('phoneOfActivity');

/** Under this a turn's own state says that its answers are not sent: the customer has told the channel to send nothing (STOP). */
export const optedOutOfTurn = Symbol('optedOutOfTurn');
