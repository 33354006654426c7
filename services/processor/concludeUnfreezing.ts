import { randomUUID } from 'node:crypto';
import { leaveSql } from '../../kit/store/plainSql.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import type { UnfreezeOutcome } from '../cardSystem/cardSystem.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { noteDisownable } from '../notifications/disownable.ts';
import { queueUnfreezeReceipt } from '../notifications/outbox.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { helpAgainst } from '../presetConditions/helpAgainst.ts';
import { obstacle } from '../presetConditions/index.ts';
import { policyDigest } from '../presetConditions/policy.ts';
import type { Unfreezing } from '../tables/unfreezing.ts';

/**
 * Writes everything that belongs to the known result of an unfreezing in one transaction: the audit entry, the receipt,
 * and the end of every authentication request for the card. It uses only the unfreezing's row, since another process
 * may have begun it.
 */
export async function concludeUnfreezing(
  { records, fields, audit, policy, linkLimit, clock, ownMessages }: ProcessorDependencies,
  manager: EntityManager,
  unfreezing: Unfreezing,
  concluded: UnfreezeOutcome,
): Promise<AuthenticationAnswer> {
  const now = clock();
  const { authenticationRequest: id, card, channel, freezes } = unfreezing;
  const { outcome } = concluded;
  await endRequests(manager, unfreezing, outcome === 'unfrozen' ? id : '');
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
    const told = { reference: card, lastFour: unfreezing.lastFour };
    const promised = { card: told, reserved: unfreezing, at: now, channel, ownMessages };
    const receipt = randomUUID();
    await queueUnfreezeReceipt(manager, promised, receipt);
    const { customer } = concluded;
    await noteDisownable(fields, manager, unfreezing, { receipt, now, customer });
    return { outcome, at: instant(now), reasons: freezes };
  }
  const against =
    concluded.now &&
    obstacle(circumstances(concluded.now, { channel, sendsLinks: linkLimit !== undefined, now }), policy);
  return against?.obstacle === 'notRemote'
    ? { outcome: 'notRemote', ...helpAgainst(against) }
    : { outcome: 'over' };
}

/**
 * Ends the requests for a card: the one that has unfrozen it, if any, as successful, and all other open ones as over.
 */
async function endRequests(
  manager: EntityManager,
  { card, customerId }: Pick<Unfreezing, 'card' | 'customerId'>,
  unfrozenBy: string,
): Promise<void> {
  await leaveSql(
    manager,
    `UPDATE authentication_requests SET state = CASE WHEN id = ? THEN 'unfrozen' ELSE 'over' END,
        shown_of = CASE WHEN id = ? THEN ? ELSE NULL END
      WHERE id = ? OR (card = ? AND state = 'open')`,
    [unfrozenBy, unfrozenBy, customerId, unfrozenBy, card],
  );
}
