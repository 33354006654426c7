import { createHash, timingSafeEqual } from 'node:crypto';
import type { ProcessorParts } from '../authentication/parts.ts';
import { identityDocumentIndex } from '../cardSystem/reservedPlaces.ts';
import type { Claim } from './claimItem.ts';

/** Whether what the customer gave is what the frozen card record holds as reserved (patent, step 7). */
export async function checkItem(
  { fields, cardSystem }: ProcessorParts,
  { record, item }: Claim,
  { value, envelope }: { value: string; envelope: string },
): Promise<boolean> {
  const { card, customerId, identityDocumentIndex: reserved, passwordVerifier } = record;
  switch (item) {
    case 'identityDocument':
      return reserved !== null && sameText(identityDocumentIndex(fields, value), reserved);
    case 'transactionPassword': {
      if (passwordVerifier === null) return false;
      // Of the whole envelope, whose sender chooses its id: another password is another check.
      const id = createHash('sha256').update(envelope).digest('base64url');
      return cardSystem.checkPassword({ id, card, customerId, passwordVerifier, password: value });
    }
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
