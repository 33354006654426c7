import * as z from 'zod';
import { FreezeReason } from './freezeReason.ts';
import { Held } from './held.ts';
import { AuthenticationItem } from './items/index.ts';
import { NotYet } from './notYet.ts';

/** Who helps where a freeze cannot be lifted remotely. */
export const Help = z.enum(['agent', 'branch']);
export type Help = z.infer<typeof Help>;

/**
 * 解冻操作信息, what the customer has to do (patent, step 3). The reasons are empty unless the bank's
 * policy has them told to whoever knows a card number; where the freeze cannot be lifted remotely there are none at all.
 * `notYet`: it only has to wait, and who helps is for whom that is too long.
 * `held`: what must be shown beside the demands and cannot be here, so that they are asked for where it is.
 */
export const UnfreezeInstructions = z.discriminatedUnion('remote', [
  z.object({
    remote: z.literal(true),
    reasons: z.array(FreezeReason),
    demands: z.array(AuthenticationItem).min(1),
    held: z.array(Held).optional(),
  }),
  z.object({ remote: z.literal(false), help: Help, notYet: NotYet.optional() }),
]);
export type UnfreezeInstructions = z.infer<typeof UnfreezeInstructions>;
