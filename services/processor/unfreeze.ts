import { randomUUID } from 'node:crypto';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { riskIn } from '../authentication/requestAuthentication.ts';
import { stillRestsOn } from '../authentication/stillRestsOn.ts';
import type { Conclusion, FoundCard } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { helpAgainst } from '../presetConditions/helpAgainst.ts';
import { obstacle } from '../presetConditions/index.ts';
import {
  type AuthenticationRequestRow,
  type AuthenticationRequestState,
  AuthenticationRequests,
} from '../tables/authenticationRequest.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import type { Claim } from './claimItem.ts';
import { noteChecked } from './concludeItem.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/** `isOpen`: whether the request of the claim still is. */
type Unfreezes = {
  isOpen: boolean;
  found: FoundCard | undefined;
  record: Recording<AuthenticationAnswer> | undefined;
};

/**
 * Unfreezes the card when this item completes the authentication (patent, step 8), if the card and the reserved
 * information have not changed since the request. It runs in the transaction that stores the success.
 * @returns the answer, or the claimed unfreezing for another card system
 */
export async function unfreeze(
  parts: ProcessorDependencies,
  manager: EntityManager,
  claim: Claim,
  { isOpen, found, record }: Unfreezes,
): Promise<{ answer: AuthenticationAnswer } | { claimed: Unfreezing }> {
  const { request, envelopeId } = claim;
  const ended = await authenticated(parts, manager, claim, { isOpen, found });
  if (ended || !found) return { answer: await recorded(manager, ended ?? { outcome: 'over' }, record) };
  if (request.startedBy !== null) {
    await noteMatched(parts, manager, request);
    return { answer: await recorded(manager, { outcome: 'matched' }, record) };
  }
  return unfreezeNow(parts, manager, { request, envelopeId }, { found, record });
}

/** All was shown: a person at the desk can start the unfreezing while the request is open. */
async function noteMatched(
  { audit, clock }: ProcessorDependencies,
  manager: EntityManager,
  { id, card }: AuthenticationRequestRow,
): Promise<void> {
  const now = clock();
  await authenticationRequests.set(manager, { id }, { matchedAt: instant(now) });
  await audit.write(manager, now, 'authenticationMatched', { request: id, card });
}

/** Unfreezes a card whose conditions have just been looked at, in the same transaction. */
export async function unfreezeNow(
  parts: ProcessorDependencies,
  manager: EntityManager,
  shown: Pick<Claim, 'request' | 'envelopeId'>,
  { found, record }: { found: FoundCard; record: Recording<AuthenticationAnswer> | undefined },
): Promise<{ answer: AuthenticationAnswer } | { claimed: Unfreezing }> {
  const claimed = unfreezing(shown, found);
  const concludes: Conclusion = async (...concluded) => {
    const answer = await concludeUnfreezing(parts, ...concluded);
    return answer.outcome === 'unfrozen' && found.othersFrozen ? { ...answer, others: true } : answer;
  };
  const answer = await parts.cardSystem.unfreezeIn(manager, claimed, { concludes, record });
  return answer ? { answer } : { claimed };
}

function unfreezing(
  { request, envelopeId }: Pick<Claim, 'request' | 'envelopeId'>,
  { card, reserved }: FoundCard,
): Unfreezing {
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

/** Stores that the authentication has succeeded. @returns an obstacle that still keeps the card frozen, if any */
async function authenticated(
  parts: ProcessorDependencies,
  manager: EntityManager,
  claim: Claim,
  { isOpen, found }: Pick<Unfreezes, 'isOpen' | 'found'>,
): Promise<AuthenticationAnswer | undefined> {
  const { request } = claim;
  await noteChecked(manager, claim, true, parts.clock());
  if (!isOpen) return { outcome: 'over' };
  await parts.throttling.succeeded(manager, claim.attempt);
  return standsAgainst(parts, manager, request, found);
}

/** What keeps the card frozen as it stands now, if anything: then the request is over. */
export async function standsAgainst(
  { policy, clock, linkLimit, audit }: ProcessorDependencies,
  manager: EntityManager,
  request: AuthenticationRequestRow,
  found: FoundCard | undefined,
): Promise<AuthenticationAnswer | undefined> {
  const now = clock();
  const end = (state: AuthenticationRequestState) =>
    authenticationRequests.set(manager, { card: request.card, state: 'open' }, { state });
  const sendsLinks = linkLimit !== undefined;
  const as = found && circumstances(found, { channel: request.channel, sendsLinks, now });
  if (found?.risk && found.risk.says !== 'allow')
    await audit.write(manager, now, 'riskDecided', {
      request: request.id,
      card: request.card,
      ...riskIn(found),
    });
  const against = as ? obstacle(as, policy) : ({ obstacle: 'notFrozen' } as const);
  if (against?.obstacle === 'notRemote') {
    await end('over');
    return { outcome: 'notRemote', ...helpAgainst(against) };
  }
  if (against || !found || !as || !stillRestsOn(request, found) || heldMissing(as, policy).length > 0) {
    await end('over');
    return { outcome: 'over' };
  }
  return undefined;
}
