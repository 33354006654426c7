import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import { stillRestsOn } from '../authentication/stillRestsOn.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { obstacle } from '../presetConditions/index.ts';
import { type AuthenticationRequestState, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import { attemptLocks } from '../throttling/attemptLocks.ts';
import type { Claim } from './claimItem.ts';
import { isOpen, noteChecked } from './concludeItem.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';

/**
 * Unfreezes the card of an authentication that succeeds with this item (patent, step 8), if the card and the
 * reserved information are still what the authentication rested on.
 */
export async function unfreeze(
  parts: ProcessorParts,
  claim: Claim,
  record: Recording<AuthenticationAnswer> | undefined,
): Promise<AuthenticationAnswer> {
  const { cardSystem, store } = parts;
  const decided = attemptLocks(claim.attempt);
  const found = await cardSystem.find(claim.request.card);
  if (!found) {
    return store.transaction(decided, async (manager) => {
      const obstacle = await authenticated(parts, manager, claim, undefined);
      return recorded(manager, obstacle ?? { outcome: 'over' }, record);
    });
  }
  return cardSystem.unfreeze(unfreezing(claim, found), {
    decided,
    begins: (manager) => authenticated(parts, manager, claim, found),
    concludes: (...concluded) => concludeUnfreezing(parts, ...concluded),
    record,
  });
}

function unfreezing({ request, envelopeId }: Claim, { card, reserved }: FoundCard): Unfreezing {
  return {
    id: randomUUID(),
    authenticationRequest: request.id,
    envelopeId,
    card: card.reference,
    lastFour: card.lastFour,
    cardVersion: card.version,
    freezes: card.freezes,
    customerId: reserved.customerId,
    language: reserved.language,
    reservedVersion: reserved.version,
    channel: request.channel,
  };
}

/** Notes that the authentication has succeeded. @returns what keeps the card from being unfrozen all the same */
async function authenticated(
  { policy, throttling, clock }: ProcessorParts,
  manager: EntityManager,
  claim: Claim,
  found: FoundCard | undefined,
): Promise<AuthenticationAnswer | undefined> {
  const now = clock();
  const { request } = claim;
  await noteChecked(manager, claim, true, now);
  if (!(await isOpen(manager, request))) return { outcome: 'over' };
  await throttling.forget(manager, claim.attempt);
  const end = (state: AuthenticationRequestState) =>
    manager.update(AuthenticationRequests, { card: request.card, state: 'open' }, { state });
  const against = found ? obstacle(circumstances(found), policy) : ({ obstacle: 'notFrozen' } as const);
  if (against?.obstacle === 'notRemote') {
    await end('over');
    return { outcome: 'notRemote', help: against.help };
  }
  if (against || !found || !stillRestsOn(request, found)) {
    await end('over');
    return { outcome: 'over' };
  }
  return undefined;
}
