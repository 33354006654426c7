import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { ConsentAsked } from './consent.ts';
import { AuthenticationItem } from './items/index.ts';
import { SealingKey } from './sealingKey.ts';

export const AuthenticationRequestId = z.uuid();
export type AuthenticationRequestId = z.infer<typeof AuthenticationRequestId>;

/**
 * 认证请求, what the processor wants to be shown before it unfreezes (patent, step 5): for one case and one
 * user terminal, at most three attempts, over with the first success or when it expires.
 * `attempt` counts from 1 and names the attempt that envelopes must be sealed for. `consent` must be given with the first
 * item, where the customer's country wants it asked for.
 */
export const AuthenticationRequest = z.object({
  id: AuthenticationRequestId,
  items: z.array(AuthenticationItem).min(1),
  attempt: z.int().min(1),
  attemptsLeft: z.int().min(0),
  expiresAt: Instant,
  sealingKey: SealingKey,
  consent: ConsentAsked.optional(),
});
export type AuthenticationRequest = z.infer<typeof AuthenticationRequest>;
