import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { riskIn } from '../authentication/requestAuthentication.ts';
import { stillRestsOn } from '../authentication/stillRestsOn.ts';
import type { Conclusion, FoundCard } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { helpAgainst } from '../presetConditions/helpAgainst.ts';
import { obstacle } from '../presetConditions/index.ts';
import { type AuthenticationRequestState, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';
import type { Claim } from './claimItem.ts';
import { isOpen, noteChecked } from './concludeItem.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';

/**
 * Unfreezes the card when this item completes the authentication (patent, step 8), if the card and the reserved
 * information have not changed since the request. It runs in the transaction that stores the success.
 * @returns the answer, or the claimed unfreezing for another card system
 */
export async function unfreeze(
  parts: ProcessorDependencies,
  manager: EntityManager,
  claim: Claim,
  { found, record }: { found: FoundCard | undefined; record: Recording<AuthenticationAnswer> | undefined },
): Promise<{ answer: AuthenticationAnswer } | { claimed: Unfreezing }> {
  const ended = await authenticated(parts, manager, claim, found);
  if (ended || !found) return { answer: await recorded(manager, ended ?? { outcome: 'over' }, record) };
  const claimed = unfreezing(claim, found);
  const concludes: Conclusion = async (...concluded) => {
    const answer = await concludeUnfreezing(parts, ...concluded);
    return answer.outcome === 'unfrozen' && found.othersFrozen ? { ...answer, others: true } : answer;
  };
  const answer = await parts.cardSystem.unfreezeIn(manager, claimed, { concludes, record });
  return answer ? { answer } : { claimed };
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

/** Stores that the authentication has succeeded. @returns an obstacle that still keeps the card frozen, if any */
async function authenticated(
  { policy, throttling, clock, linkLimit, audit }: ProcessorDependencies,
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
