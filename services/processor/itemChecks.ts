import { createHash } from 'node:crypto';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import { isDocumentOf } from '../cardSystem/reservedPlaces.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';
import type { FrozenCardRecord } from '../records/frozenCardRecords.ts';

/** What was given, opened, and what it is compared with. */
type Given = { value: string; envelope: string; reserved: string; record: FrozenCardRecord };

/** Whether an item is right. `counts` must commit with what follows from that. */
export type CheckedItem = { matched: boolean; counts?: Write };

type Parts = Pick<ProcessorParts, 'fields' | 'cardSystem'>;

/**
 * Whether an item is what was reserved: seen at once, or after work that belongs in no transaction. How long it takes
 * must not tell how much of it is right.
 */
export type ItemCheck =
  | { matches(parts: Parts, given: Given): boolean }
  | { checks(parts: Parts, given: Given): Promise<CheckedItem> };

/** How each item is checked. */
export const itemChecks: Readonly<Record<AuthenticationItem, ItemCheck>> = {
  identityDocument: {
    matches: ({ fields }, { value, reserved }) => isDocumentOf(fields, value, reserved),
  },
  transactionPassword: {
    checks: async ({ cardSystem }, { value, envelope, reserved, record }) => {
      // Of the whole envelope, whose sender chooses its id: another password is another check.
      const id = createHash('sha256').update(envelope).digest('base64url');
      const { card, customerId } = record;
      return cardSystem.checkPassword({ id, card, customerId, passwordVerifier: reserved, password: value });
    },
  },
};
