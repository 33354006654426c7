import { type FindOptionsWhere, Raw } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { FailedAttempt } from '../tables/failedAttempt.ts';
import { ordinaryInARow } from './tenInARow.ts';

/** The failures of customers on whom nothing failed after a moment and who have no lock that the operator must lift. */
export function forgettable(since: Instant): FindOptionsWhere<FailedAttempt> {
  const kept = 'COUNT(*) >= :inARow OR MAX(at) > :since';
  return {
    customer: Raw(
      (column) => `${column} NOT IN (SELECT customer FROM failed_attempts GROUP BY customer HAVING ${kept})`,
      { inARow: ordinaryInARow, since },
    ),
  };
}
