import { timingSafeEqual } from 'node:crypto';
import { identityDocumentIndex, passwordPlace } from '../cardSystem/reservedPlaces.ts';
import type { Claim } from './claimItem.ts';
import type { ProcessorParts } from './parts.ts';

/** Whether what the customer gave is what the frozen card record holds as reserved (patent, step 7). */
export async function checkItem(
  { fields, verifiers }: ProcessorParts,
  { record, item }: Claim,
  value: string,
): Promise<boolean> {
  const { identityDocumentIndex: reserved, passwordVerifier, customerId } = record;
  switch (item) {
    case 'identityDocument':
      return reserved !== null && sameText(identityDocumentIndex(fields, value), reserved);
    case 'transactionPassword':
      return (
        passwordVerifier !== null && verifiers.matches(value, passwordVerifier, passwordPlace(customerId))
      );
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
