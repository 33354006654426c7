import { type EntityManager, IsNull } from 'typeorm';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { UnfreezeError } from '../contract/errors.ts';
import { instant } from '../contract/time.ts';
import { AuthenticationRequests, AuthenticationResults } from '../store/entities/authenticationRequest.ts';
import type { Claim } from './claimItem.ts';
import type { ProcessorParts } from './parts.ts';
import { mostAttempts } from './requestAuthentication.ts';
import { unfreeze } from './unfreeze.ts';

/**
 * Notes whether an item matched, and with the attempt's last item decides: unfrozen, not accepted, or locked.
 * Whichever items were wrong, the answer is the same.
 */
export async function concludeItem(
  parts: ProcessorParts,
  manager: EntityManager,
  claim: Claim,
  matched: boolean,
): Promise<AuthenticationAnswer> {
  const now = parts.clock();
  const { request, item, envelopeId } = claim;
  const { affected } = await manager.update(
    AuthenticationResults,
    { envelopeId, checkedAt: IsNull() },
    { matched, checkedAt: instant(now) },
  );
  if (affected !== 1)
    throw new UnfreezeError('envelopeReused', 'a later envelope has taken the place of this one');
  if (item === 'transactionPassword' && !matched) {
    await parts.cardSystem.countPasswordError(manager, request.card, now);
  }
  const { id, attempt, items } = request;
  const results = await manager.findBy(AuthenticationResults, { authenticationRequest: id, attempt });
  const checked = results.filter(({ checkedAt }) => checkedAt !== null);
  const remaining = items.filter((one) => !checked.some((result) => result.item === one));
  if (remaining.length > 0) return { outcome: 'itemTaken', remaining };
  // Superseded while the check ran: what it found must not count for a request that has ended.
  if (!(await manager.existsBy(AuthenticationRequests, { id, attempt, state: 'open' })))
    return { outcome: 'over' };
  return checked.every((result) => result.matched)
    ? unfreeze(parts, manager, claim, now)
    : refuse(parts, manager, claim, now);
}

async function refuse(
  { audit, throttling }: ProcessorParts,
  manager: EntityManager,
  { request: { id, card, attempt, channel, address }, record }: Claim,
  now: Date,
): Promise<AuthenticationAnswer> {
  await audit.write(manager, now, 'authenticationFailed', { request: id, card, attempt });
  const of = { authenticationRequest: id, attempt, card, customer: record.customerId };
  const userTerminal = { channel, address };
  const follows = await throttling.failed(manager, { ...of, userTerminal }, mostAttempts - attempt);
  if (follows.outcome === 'notAccepted') {
    await manager.update(AuthenticationRequests, { id }, { attempt: attempt + 1 });
    return { ...follows, attempt: attempt + 1 };
  }
  const { until, rule } = follows;
  await manager.update(AuthenticationRequests, { id }, { state: 'locked' });
  await audit.write(manager, now, 'remoteUnfreezingLocked', { request: id, card, until, rule });
  return { outcome: 'locked', until, help: 'agent' };
}
