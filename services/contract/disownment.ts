import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { NamedCard } from './card.ts';
import { Telephone } from './cardSearch.ts';

/** "That was not me", from the telephone that receipts of unfreezings are sent to. */
export const Disownment = Telephone;
export type Disownment = z.infer<typeof Disownment>;

/**
 * The result for the recently unfrozen cards whose receipts went to this telephone.
 * - `frozenAgain`: at this moment, so that only the bank's staff can lift it
 * - `freezing`: stored, but at least one card could not be frozen yet; the bank's side keeps trying
 * - `already`: they were disowned before, the last one at `disownedAt`; nothing is repeated
 * - `nothingUnfrozen`: there are no such cards, or the bank does not know the telephone
 */
export const DisownmentAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['frozenAgain', 'freezing']), cards: z.array(NamedCard).min(1) }),
  z.object({
    outcome: z.literal('already'),
    cards: z.array(NamedCard).min(1),
    disownedAt: Instant.optional(),
  }),
  z.object({ outcome: z.literal('nothingUnfrozen') }),
]);
export type DisownmentAnswer = z.infer<typeof DisownmentAnswer>;

/**
 * The receipts to a telephone that can be answered with "that was not me": when the newest card that is not frozen
 * again was unfrozen, and when the newest was disowned; null where there is none. Asking changes nothing.
 */
export const AnswerableReceipt = z.object({
  unfrozenAt: Instant.nullable(),
  disownedAt: Instant.nullable(),
});
export type AnswerableReceipt = z.infer<typeof AnswerableReceipt>;
