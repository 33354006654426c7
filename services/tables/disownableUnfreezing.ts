import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { CaseId } from '../contract/handoff.ts';

/**
 * An unfreezing that the reader of its receipt may disown ("that was not me").
 * `phoneIndex` is the HMAC of the phone that the receipt goes to. `codeIndex` is the HMAC of the code in the receipt,
 * `channel` the channel of the unfreezing, and `language` the customer's; the three are null where an earlier version
 * has unfrozen the card.
 * Where it is disowned and `frozenAt` is null, its card must still be frozen again; `id` is the Idempotency-Key of
 * that. A customer who disowned it by the code has no conversation, so a bot is asked to open a case from `caseDueAt`
 * on; then `caseDueAt` becomes null and `caseId` is the case.
 */
export type DisownableUnfreezing = {
  id: string;
  card: CardReference;
  lastFour: LastFour;
  phoneIndex: string;
  unfrozenAt: Instant;
  disownedAt: Instant | null;
  frozenAt: Instant | null;
  codeIndex: string | null;
  channel: Channel | null;
  language: Language | null;
  caseDueAt: Instant | null;
  caseId: CaseId | null;
};

export const DisownableUnfreezings = new EntitySchema<DisownableUnfreezing>({
  name: 'disownable_unfreezings',
  columns: {
    id: key,
    card: text,
    lastFour: text,
    phoneIndex: text,
    unfrozenAt: text,
    disownedAt: optionalText,
    frozenAt: optionalText,
    codeIndex: optionalText,
    channel: optionalText,
    language: optionalText,
    caseDueAt: optionalText,
    caseId: optionalText,
  },
  indices: [
    { name: 'disownable_unfreezings_phone', columns: ['phoneIndex', 'unfrozenAt'] },
    { name: 'disownable_unfreezings_unfrozen', columns: ['unfrozenAt'] },
    {
      name: 'disownable_unfreezings_not_frozen',
      columns: ['disownedAt'],
      where: 'disowned_at IS NOT NULL AND frozen_at IS NULL',
    },
    {
      name: 'disownable_unfreezings_code',
      columns: ['codeIndex'],
      unique: true,
      where: 'code_index IS NOT NULL',
    },
    {
      name: 'disownable_unfreezings_case_due',
      columns: ['caseDueAt', 'id'],
      where: 'case_due_at IS NOT NULL',
    },
  ],
});
