import { type EntityManager, IsNull, Not } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { attemptsLeft } from '../authentication/requestAuthentication.ts';
import type { UnfreezeRequestState } from '../contract/unfreezeRequest.ts';
import { type AuthenticationRequestRow, AuthenticationResults } from '../tables/authenticationRequest.ts';

type AttemptOfOptions = Pick<ProcessorDependencies, 'records' | 'throttling' | 'clock'>;

/**
 * The attempt that an open request waits for, its unchecked items, and the number of tries left: those of the request,
 * or fewer if a lock comes first.
 */
export async function attemptOf(
  parts: AttemptOfOptions,
  manager: EntityManager,
  request: AuthenticationRequestRow,
): Promise<NonNullable<UnfreezeRequestState['attempt']>> {
  const { id, attempt, attemptsBegun, items } = request;
  const checked = { authenticationRequest: id, attempt, checkedAt: Not(IsNull()) };
  const results = await manager.findBy(AuthenticationResults, checked);
  const remaining = items.filter((item) => !results.some((result) => result.item === item));
  // An attempt in progress already counts as failed, but can still succeed.
  const inHand = attemptsBegun >= attempt ? 1 : 0;
  const { failuresLeft } = await outlookOf(parts, manager, request, attemptsLeft(attempt) - inHand);
  return { attempt, attemptsLeft: inHand + failuresLeft, remaining };
}

/** The end of the lock in which a request has ended; undefined where it no longer holds. */
export async function lockOf(
  parts: AttemptOfOptions,
  manager: EntityManager,
  request: AuthenticationRequestRow,
): Promise<{ lockedUntil?: Instant | null }> {
  const { lock } = await outlookOf(parts, manager, request, 1);
  return lock ? { lockedUntil: lock.until } : {};
}

async function outlookOf(
  { records, throttling, clock }: AttemptOfOptions,
  manager: EntityManager,
  { card, channel, address }: AuthenticationRequestRow,
  most: number,
) {
  const record = await records.find(manager, card, clock());
  const of = { card, customer: record?.customerId ?? '', userTerminal: { channel, address } };
  return throttling.outlook(manager, of, most);
}
