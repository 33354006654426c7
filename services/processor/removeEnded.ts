import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { hours, instant, later } from '../contract/time.ts';
import { AuthenticationRequests, AuthenticationResults } from '../store/entities/authenticationRequest.ts';

/** As long as an answer that names one is kept under its idempotency key. */
const keptFor = 24 * hours;
/** How many go at once: databases limit the parameters of a statement, and nobody should wait for this. */
const atOnce = 500;

/**
 * Deletes authentication requests, with their results, a day after they have expired. What was done stays in the
 * audit trail, and what failed in the throttles.
 * @returns how many were deleted; `atOnce` or more may be left when it is that many
 */
export async function removeEnded(manager: EntityManager, now: Date): Promise<number> {
  const ended = await manager.find(AuthenticationRequests, {
    select: { id: true },
    where: { expiresAt: LessThanOrEqual(instant(later(now, -keptFor))) },
    take: atOnce,
  });
  if (ended.length === 0) return 0;
  const ids = ended.map(({ id }) => id);
  await manager.delete(AuthenticationResults, { authenticationRequest: In(ids) });
  await manager.delete(AuthenticationRequests, { id: In(ids) });
  return ids.length;
}
