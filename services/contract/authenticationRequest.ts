import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { ConsentAsked } from './consent.ts';
import { AuthenticationItem } from './items/index.ts';
import { PasswordLengths } from './items/passwordLengths.ts';
import { SealingKey } from './sealingKey.ts';

export const AuthenticationRequestId = z.uuid();
export type AuthenticationRequestId = z.infer<typeof AuthenticationRequestId>;

/**
 * 认证请求: the items that the processor demands before it unfreezes (patent, step 5). It is for one case and one user
 * terminal, allows at most three attempts, and ends with the first success or when it expires. `attempt` counts from 1;
 * envelopes must be sealed for it. `passwordLengths`: how many digits its transaction password may have, where that is not the usual.
 *  `consent` must come with the first item where the customer's country demands one.
 */
export const AuthenticationRequest = z.object({
  id: AuthenticationRequestId,
  items: z.array(AuthenticationItem).min(1),
  attempt: z.int().min(1),
  attemptsLeft: z.int().min(0),
  expiresAt: Instant,
  sealingKey: SealingKey,
  consent: ConsentAsked.optional(),
  passwordLengths: PasswordLengths.optional(),
});
export type AuthenticationRequest = z.infer<typeof AuthenticationRequest>;
