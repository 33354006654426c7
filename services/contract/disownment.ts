import * as z from 'zod';
import { Instant } from '../../kit/time.ts';
import { NamedCard } from './card.ts';
import { Telephone } from './cardSearch.ts';

/** "That was not me", from the telephone that receipts of unfreezings go to. */
export const Disownment = Telephone;
export type Disownment = z.infer<typeof Disownment>;

/**
 * What became of the cards that were unfrozen lately and whose receipts went to this telephone.
 * - `frozenAgain`: frozen at this moment, in a way that only the bank's staff lift
 * - `freezing`: noted, but at least one of the cards could not be frozen yet; that is tried until it is done
 * - `already`: they were disowned before, the last of them at `disownedAt`, and nothing is done a second time
 * - `nothingUnfrozen`: there are none, or the bank does not know the telephone
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
 * Of the receipts to a telephone that can be answered with "that was not me": when the newest of their cards was
 * unfrozen that is not frozen again, and when the newest was disowned; null where there is none. Asking changes nothing.
 */
export const AnswerableReceipt = z.object({
  unfrozenAt: Instant.nullable(),
  disownedAt: Instant.nullable(),
});
export type AnswerableReceipt = z.infer<typeof AnswerableReceipt>;
