import { createHash } from 'node:crypto';
import type { Asked } from '../../kit/store/askTogether.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Write } from '../../kit/store/unitOfWork.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { isDocumentOf } from '../cardSystem/reservedPlaces.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';
import type { FrozenCardRecord } from '../records/frozenCardRecords.ts';

/** The opened item and the values that it is compared with. */
type Given = { value: string; envelope: string; reserved: string; record: FrozenCardRecord };

/** The result of a check. `counts` must be committed together with what follows from it: a statement, and what is written then. */
export type CheckedItem = { matched: boolean; counts?: (manager: EntityManager) => Asked<Write> };

type CheckDependencies = Pick<ProcessorDependencies, 'fields' | 'cardSystem'>;

/**
 * The way an item is compared with the reserved one: at once, or by work that must stay outside of transactions. The
 * time that it takes must not tell how much of the item is right.
 */
export type ItemCheck =
  | { matches(parts: CheckDependencies, given: Given): boolean }
  | { checks(parts: CheckDependencies, given: Given): Promise<CheckedItem> };

/** The check of each item. */
export const itemChecks: Readonly<Record<AuthenticationItem, ItemCheck>> = {
  identityDocument: {
    matches: ({ fields }, { value, reserved }) => isDocumentOf(fields, value, reserved),
  },
  transactionPassword: {
    checks: async ({ cardSystem }, { value, envelope, reserved, record }) => {
      // The id covers the whole envelope, whose sender chooses the envelope's id: another password is another check.
      const id = createHash('sha256').update(envelope).digest('base64url');
      const { card, customerId } = record;
      return cardSystem.checkPassword({ id, card, customerId, passwordVerifier: reserved, password: value });
    },
  },
};
