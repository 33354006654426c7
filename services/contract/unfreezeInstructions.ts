import * as z from 'zod';
import { FreezeReason } from './freezeReason.ts';
import { Held } from './held.ts';
import { AuthenticationItem } from './items/index.ts';
import { NotYet } from './notYet.ts';

/** Who helps where a freeze cannot be lifted remotely. */
export const Help = z.enum(['agent', 'branch']);
export type Help = z.infer<typeof Help>;

/**
 * 解冻操作信息: the customer's next steps (patent, step 3). The reasons are empty unless the bank's policy allows telling
 * them to whoever knows a card number; a freeze that cannot be lifted remotely never has any.
 * `notYet`: the card only has to wait; `help` is for a customer who cannot wait. `held`: things that must be proved
 * beside the demands and cannot be proved on this channel, so the items are asked for on another one.
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
