import { ago, type Expiring } from '../../kit/retention/expiring.ts';
import type { Period } from '../../kit/retention/period.ts';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import { FailedAttempts } from '../tables/failedAttempt.ts';
import { ordinaryInARow } from './tenInARow.ts';

/** The condition for a customer without a failure since a moment and without a lock that an operator must lift. */
const isForgettable =
  'NOT EXISTS (SELECT 1 FROM failed_attempts newer WHERE newer.customer = found.customer AND newer.at > :since) AND ' +
  '(SELECT COUNT(*) FROM failed_attempts every WHERE every.customer = found.customer) < :inARow';

type Key = { at: Instant; request: string };

/**
 * Deletes the old failures of customers whose failures may be forgotten. Failures that must stay, such as those of an
 * old lock, are looked at again in each round; so a slice is a period of time and not a number of rows.
 */
export function forgettableFailures(keptFor: Period): Expiring {
  const old = (manager: EntityManager) =>
    manager.createQueryBuilder(FailedAttempts, 'found').where('found.at <= :since');
  const parameters = (now: Date) => ({ since: ago(now, keptFor), inARow: ordinaryInARow });
  let last: Key = { at: '', request: '' };
  return {
    kind: 'throttles',
    keptFor,
    due: (manager, now) => old(manager).andWhere(isForgettable).setParameters(parameters(now)).getCount(),
    async deleteSome(manager, now, most) {
      const rows = await old(manager)
        .andWhere('(found.at, found.authenticationRequest) > (:at, :request)')
        .setParameters({ ...parameters(now), ...last })
        .select('found.at', 'at')
        .addSelect('found.authenticationRequest', 'request')
        .addSelect(`CASE WHEN ${isForgettable} THEN 1 ELSE 0 END`, 'goes')
        .orderBy('found.at')
        .addOrderBy('found.authenticationRequest')
        .limit(most)
        .getRawMany<Key & { goes: number }>();
      const going = rows.filter(({ goes }) => goes === 1).map(({ request }) => request);
      if (going.length > 0) await manager.delete(FailedAttempts, { authenticationRequest: In(going) });
      last = rows.at(-1) ?? last;
      return { deleted: going.length, isLast: rows.length < most };
    },
  };
}
