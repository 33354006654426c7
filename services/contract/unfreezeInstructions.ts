import * as z from 'zod';
import { FreezeReason } from './freezeReason.ts';
import { AuthenticationItem } from './items/index.ts';

/** Who helps where a freeze cannot be lifted remotely. */
export const Help = z.enum(['agent', 'branch']);
export type Help = z.infer<typeof Help>;

/**
 * 解冻操作信息, what the customer has to do (patent, step 3). The reasons are named only where the freeze
 * can be lifted remotely: nobody who merely knows a card number learns of a court order or a fraud case.
 */
export const UnfreezeInstructions = z.discriminatedUnion('remote', [
  z.object({
    remote: z.literal(true),
    reasons: z.array(FreezeReason).min(1),
    demands: z.array(AuthenticationItem).min(1),
  }),
  z.object({ remote: z.literal(false), help: Help }),
]);
export type UnfreezeInstructions = z.infer<typeof UnfreezeInstructions>;
