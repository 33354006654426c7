import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import type { UnfreezeOutcome } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { noteDisownable } from '../notifications/disownable.ts';
import { queueUnfreezeReceipt } from '../notifications/outbox.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { obstacle } from '../presetConditions/index.ts';
import { policyDigest } from '../presetConditions/policy.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';

/**
 * What commits with the knowledge of what became of an unfreezing: audit entry, receipt, the end of every
 * authentication request for the card. It rests on the unfreezing alone, since another process may conclude it.
 */
export async function concludeUnfreezing(
  { records, fields, audit, policy, clock, ownMessages }: ProcessorParts,
  manager: EntityManager,
  unfreezing: Unfreezing,
  concluded: UnfreezeOutcome,
): Promise<AuthenticationAnswer> {
  const now = clock();
  const { authenticationRequest: id, card, channel, freezes } = unfreezing;
  const { outcome } = concluded;
  if (outcome === 'unfrozen') await manager.update(AuthenticationRequests, { id }, { state: 'unfrozen' });
  await manager.update(AuthenticationRequests, { card, state: 'open' }, { state: 'over' });
  if (outcome !== 'notUnfrozen') {
    await records.remove(manager, card);
    const again = outcome === 'changedAgain' && { changedAgain: true };
    await audit.write(manager, now, 'cardUnfrozen', {
      request: id,
      card,
      channel,
      freezes,
      policy: policyDigest(policy),
      ...again,
    });
  }
  if (outcome === 'unfrozen') {
    const promised = { card: unfreezing, reserved: unfreezing, at: now, channel, ownMessages };
    await queueUnfreezeReceipt(manager, promised);
    await noteDisownable(fields, manager, unfreezing, now);
    return { outcome, at: instant(now), reasons: freezes };
  }
  const against = concluded.now && obstacle(circumstances(concluded.now), policy);
  return against?.obstacle === 'notRemote'
    ? { outcome: 'notRemote', help: against.help }
    : { outcome: 'over' };
}
