import type { EntityManager } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';
import { SecureLinkRows } from '../tables/secureLink.ts';
import { tokenPlace } from './outbox.ts';

/** The token or code of a queued link; undefined where it would open nothing any more, and must not be sent. */
export async function linkSecret(
  manager: EntityManager,
  { id, tokenSealed, expiresAt }: OutboxMessage,
  { fields, now }: { fields: FieldSealing; now: Date },
): Promise<string | undefined> {
  if (tokenSealed === null || expiresAt === null || expiresAt <= instant(now)) return undefined;
  const link = await manager.findOneBy(SecureLinkRows, { id });
  const isOpen =
    link &&
    (await manager.existsBy(AuthenticationRequests, { id: link.authenticationRequest, state: 'open' }));
  return isOpen ? fields.open(tokenSealed, tokenPlace(id)) : undefined;
}
