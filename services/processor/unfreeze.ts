import type { EntityManager } from 'typeorm';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { instant } from '../contract/time.ts';
import { queueUnfreezeReceipt } from '../notifications/outbox.ts';
import {
  type AuthenticationRequestState,
  AuthenticationRequests,
} from '../store/entities/authenticationRequest.ts';
import { circumstances } from './circumstances.ts';
import type { Claim } from './claimItem.ts';
import type { ProcessorParts } from './parts.ts';
import { obstacle } from './presetConditions/index.ts';
import { policyDigest } from './presetConditions/policy.ts';
import { release, subjects } from './throttle.ts';

/**
 * Unfreezes the card of an authentication that succeeded (patent, step 8), if the card and the reserved
 * information are still what the authentication rested on. Change, audit entry and receipt commit together.
 */
export async function unfreeze(
  { cardSystem, records, audit, policy }: ProcessorParts,
  manager: EntityManager,
  { request, record }: Claim,
  now: Date,
): Promise<AuthenticationAnswer> {
  const end = (state: AuthenticationRequestState) =>
    manager.update(AuthenticationRequests, { card: request.card, state: 'open' }, { state });
  await release(manager, subjects(request.card, record.customerId), now);
  const card = await cardSystem.findCard(manager, request.card);
  const reserved = await cardSystem.reservedInformation(manager, record.customerId);
  const found =
    card && reserved ? obstacle(circumstances(card, reserved), policy) : ({ obstacle: 'notFrozen' } as const);
  if (found?.obstacle === 'notRemote') {
    await end('over');
    return { outcome: 'notRemote', help: found.help };
  }
  const unchanged = card?.version === request.cardVersion && reserved?.version === request.reservedVersion;
  if (!card || !reserved || found || !unchanged || !(await cardSystem.unfreeze(manager, card))) {
    await end('over');
    return { outcome: 'over' };
  }
  await manager.update(AuthenticationRequests, { id: request.id }, { state: 'unfrozen' });
  await end('over');
  await records.remove(manager, request.card);
  await audit.write(manager, now, 'cardUnfrozen', {
    request: request.id,
    card: request.card,
    channel: request.channel,
    freezes: card.freezes,
    policy: policyDigest(policy),
  });
  await queueUnfreezeReceipt(manager, { card, reserved, at: now, channel: request.channel });
  return { outcome: 'unfrozen', at: instant(now) };
}
