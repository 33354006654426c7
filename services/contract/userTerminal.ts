import * as z from 'zod';
import { Channel } from './channels.ts';

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
