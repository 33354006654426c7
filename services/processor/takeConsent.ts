import { UnfreezeError } from '../../kit/errors.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { type AuthenticationRequestRow, AuthenticationRequests } from '../tables/authenticationRequest.ts';

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/**
 * Stores the consent that comes with the first item, where one is needed; later items need none.
 * @throws UnfreezeError `consentMissing` where it is missing or is of another text
 */
export async function takeConsent(
  { audit, clock }: Pick<ProcessorDependencies, 'audit' | 'clock'>,
  manager: EntityManager,
  { id, card, consentVersion: version, consentedAt }: AuthenticationRequestRow,
  given: string | undefined,
): Promise<void> {
  if (version === null || consentedAt !== null) return;
  if (given !== version)
    throw new UnfreezeError('consentMissing', 'a consent is asked for before the first item');
  const now = clock();
  await authenticationRequests.set(manager, { id }, { consentedAt: instant(now) });
  await audit.write(manager, now, 'consentGiven', { request: id, card, version });
}
