import { type EntityManager, IsNull, Not } from '../../kit/store/query.ts';
import { attemptsLeft } from '../authentication/requestAuthentication.ts';
import type { UnfreezeRequestState } from '../contract/unfreezeRequest.ts';
import { type AuthenticationRequestRow, AuthenticationResults } from '../tables/authenticationRequest.ts';

/** The attempt that an open request waits for, and what of it has not been checked. */
export async function attemptOf(
  manager: EntityManager,
  { id, attempt, items }: AuthenticationRequestRow,
): Promise<NonNullable<UnfreezeRequestState['attempt']>> {
  const checked = { authenticationRequest: id, attempt, checkedAt: Not(IsNull()) };
  const results = await manager.findBy(AuthenticationResults, checked);
  const remaining = items.filter((item) => !results.some((result) => result.item === item));
  return { attempt, attemptsLeft: attemptsLeft(attempt), remaining };
}
