import * as z from 'zod';
import { Channel } from './channels.ts';

/** An address without control characters, which only one of the databases accepts, and without half surrogate pairs. */
const Address = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/**
 * 用户端, the user terminal (patent, step 1): a channel and an address on it, such as a browser's conversation or a phone
 * number. It tells where answers go and never authenticates anybody.
 */
export const UserTerminal = z.object({
  channel: Channel,
  address: Address,
  /**
   * The network address of the user terminal, where the channel knows it. Unlike a browser's conversation it does not
   * change each time. Only limits use it, and store it as an HMAC.
   */
  network: z.string().min(1).max(64).optional(),
});
export type UserTerminal = z.infer<typeof UserTerminal>;
