import { UnfreezeError } from '../../kit/errors.ts';
import { type Asked, askedAs } from '../../kit/store/askTogether.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { mostAttempts } from '../authentication/requestAuthentication.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import {
  type AuthenticationRequestRow,
  AuthenticationRequests,
  type AuthenticationResult,
  AuthenticationResults,
} from '../tables/authenticationRequest.ts';
import type { Claim } from './claimItem.ts';

const authenticationResults = new PreparedTable(AuthenticationResults);

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/** How the attempt of a claim stands, and whether the item in hand matched. */
type Standing = { results: readonly AuthenticationResult[]; isOpen: boolean; matched: boolean };

/**
 * Stores whether an item matched and, with the attempt's last item, decides: not accepted, or locked. The answer is the
 * same whichever items were wrong.
 * @returns undefined, and stores nothing, where the authentication succeeds with this item: that is committed together
 * with the unfreezing
 */
export async function concludeItem(
  parts: ProcessorDependencies,
  manager: EntityManager,
  claim: Claim,
  { results, isOpen, matched }: Standing,
): Promise<AuthenticationAnswer | undefined> {
  const now = parts.clock();
  const { request, item, envelopeId } = claim;
  const { items } = request;
  const others = results.filter((result) => result.envelopeId !== envelopeId && result.checkedAt !== null);
  const remaining = items.filter((one) => one !== item && !others.some((result) => result.item === one));
  const succeeds = remaining.length === 0 && matched && others.every((result) => result.matched);
  if (succeeds) return undefined;
  await noteChecked(manager, claim, matched, now);
  if (remaining.length > 0) return { outcome: 'itemTaken', remaining };
  return isOpen ? refuse(parts, manager, claim, now) : { outcome: 'over' };
}

/**
 * Stores the result of a check. @throws UnfreezeError `envelopeReused` where the check took so long that it was given
 * up; at the latest with the transaction
 */
export function noteChecked(
  manager: EntityManager,
  { envelopeId }: Claim,
  matched: boolean,
  now: Date,
): Promise<void> {
  const unchecked = { that: '{envelopeId} = ? AND {checkedAt} IS NULL', values: [envelopeId] };
  const refusal = () =>
    new UnfreezeError('envelopeReused', 'a later envelope has taken the place of this one');
  return authenticationResults.mustUpdate(manager, unchecked, { matched, checkedAt: instant(now) }, refusal);
}

/** The results of all items of an attempt. */
export function resultsOf(
  manager: EntityManager,
  { id, attempt }: AuthenticationRequestRow,
): Asked<AuthenticationResult[]> {
  return authenticationResults.asked(manager, { authenticationRequest: id, attempt });
}

/** Whether the request is still open. A check of a request that was superseded meanwhile must not count. */
export function openOf(manager: EntityManager, { id, attempt }: AuthenticationRequestRow): Asked<boolean> {
  const open = authenticationRequests.asked(manager, { id, attempt, state: 'open' });
  return askedAs(open, (rows) => rows.length > 0);
}

async function refuse(
  { audit, throttling }: ProcessorDependencies,
  manager: EntityManager,
  { request: { id, card, attempt }, attempt: counted }: Claim,
  now: Date,
): Promise<AuthenticationAnswer> {
  await audit.write(manager, now, 'authenticationFailed', { request: id, card, attempt });
  const follows = await throttling.failed(manager, counted, mostAttempts - attempt);
  if (follows.outcome === 'notAccepted') {
    await authenticationRequests.set(manager, { id }, { attempt: attempt + 1 });
    return { ...follows, attempt: attempt + 1 };
  }
  const { until, rule } = follows;
  await authenticationRequests.set(manager, { id }, { state: 'locked' });
  await audit.write(manager, now, 'remoteUnfreezingLocked', { request: id, card, until, rule });
  return { outcome: 'locked', until, help: 'agent' };
}
