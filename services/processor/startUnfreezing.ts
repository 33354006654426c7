import { UnfreezeError } from '../../kit/errors.ts';
import { behindFirst } from '../../kit/store/lock.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { shownCounts, unfrozenWith } from '../authentication/shownBefore.ts';
import type { Conclusion } from '../cardSystem/cardSystem.ts';
import { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import type { UnfreezingStart } from '../contract/unfreezeRequest.ts';
import {
  type AuthenticationRequestRow,
  AuthenticationRequests,
  AuthenticationResults,
} from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import { attemptLocks } from '../throttling/attemptLocks.ts';
import { lookUp } from './conclude.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';
import { standsAgainst, unfreezeNow } from './unfreeze.ts';

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/**
 * Unfreezes the card of a request in which all was shown, at the word of a person at the desk, or of the customer where what was shown
 * before counts. What the policy and the card say is
 * looked at again, in the transaction that unfreezes; the same again is answered as before.
 */
export async function startUnfreezing(
  parts: ProcessorDependencies,
  start: UnfreezingStart,
  record: Recording<AuthenticationAnswer> | undefined,
): Promise<AuthenticationAnswer> {
  const { store, cardSystem, records, clock } = parts;
  const { authenticationRequest: id, userTerminal } = start;
  const { request, customer } = await store.read(async (manager) => {
    const request = await ownRequest(manager, start);
    return { request, customer: (await records.find(manager, request.card, clock()))?.customerId };
  });
  const concludes: Conclusion = (...concluded) => concludeUnfreezing(parts, ...concluded);
  const found = await lookUp(parts, { ...request, userTerminal }, concludes);
  const { card, shownBy } = request;
  const unfrozen = await unfrozenWith(parts, { shownBy, userTerminal });
  const decided = [
    ...attemptLocks({ card, userTerminal, ...(customer !== undefined && { customer }) }),
    ...(found ? [behindFirst(locks.customer(found.reserved.customerId))] : []),
  ];
  const starts = async (manager: EntityManager) => {
    const now = await ownRequest(manager, start);
    const before = await startedBefore(manager, now);
    if (before) return before;
    const answers = async (answer: AuthenticationAnswer) => ({
      answer: await recorded(manager, answer, record),
    });
    if (now.state !== 'open' || now.matchedAt === null || now.expiresAt <= instant(clock()))
      return answers({ outcome: 'over' });
    const ended = await standsAgainst(parts, manager, now, found);
    if (ended || !found) return answers(ended ?? { outcome: 'over' });
    if (shownBy !== null) {
      const another = { card, userTerminal, shownBy };
      if (!(await shownCounts(parts, manager, another, { found, unfrozen }))) {
        await authenticationRequests.set(manager, { id }, { state: 'over' });
        return answers({ outcome: 'over' });
      }
    }
    const envelopeId = await lastEnvelopeOf(manager, now);
    return unfreezeNow(parts, manager, { request: now, envelopeId }, { found, record });
  };
  // Another card system is asked only after the claim is committed.
  const done = await store.transaction(decided, starts, (one) => 'answer' in one);
  return 'answer' in done ? done.answer : cardSystem.settle(done.claimed, { concludes, record });
}

/**
 * The last envelope, by which an unfreezing elsewhere is known again after its answer was lost. An item that was shown
 * before has no envelope here.
 */
async function lastEnvelopeOf(
  manager: EntityManager,
  { id, attempt, shownBy }: AuthenticationRequestRow,
): Promise<string> {
  if (shownBy !== null) return `shown ${id}`;
  const { envelopeId } = await manager.findOneOrFail(AuthenticationResults, {
    where: { authenticationRequest: id, attempt },
    order: { checkedAt: 'DESC' },
  });
  return envelopeId;
}

/** A request of another user terminal counts as unknown. One of a link is known to who has asked for the link alone. */
async function ownRequest(
  manager: EntityManager,
  { authenticationRequest: id, userTerminal: { channel, address } }: UnfreezingStart,
): Promise<AuthenticationRequestRow> {
  const request = await manager.findOneBy(AuthenticationRequests, { id });
  const isOwn = request?.channel === channel && request.address === address;
  const isAgents = request?.startedBy === 'agent' && (isOwn || request.channel === 'secureForm');
  if (!request || !(isAgents || (isOwn && request.shownBy !== null)))
    throw new UnfreezeError('authenticationRequestUnknown', 'no such authentication request');
  return request;
}

/** An unfreezing that was started: its answer, or what is still to be settled. */
async function startedBefore(
  manager: EntityManager,
  { id, state, freezes, matchedAt }: AuthenticationRequestRow,
) {
  const claimed = await manager.findOneBy(ClaimedUnfreezings, { authenticationRequest: id });
  if (claimed?.answer) return { answer: AuthenticationAnswer.parse(JSON.parse(claimed.answer)) };
  if (claimed) return { claimed };
  if (state !== 'unfrozen' || matchedAt === null) return undefined;
  return { answer: { outcome: 'unfrozen' as const, at: matchedAt, reasons: freezes ?? [] } };
}
