import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { stillRestsOn } from '../authentication/stillRestsOn.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import { phoneIndexes } from '../notifications/disownable.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { type SecureLink, SecureLinkRows } from '../tables/secureLink.ts';

/**
 * The link with which the customer can still unfreeze the card, and which has reached their phone or still may. A link
 * whose card or reserved information has changed does not count, since its form would only say that it is over.
 */
export async function openLink(
  manager: EntityManager,
  found: FoundCard,
  { fields, now }: Pick<ProcessorDependencies, 'fields'> & { now: Date },
): Promise<SecureLink | undefined> {
  const links = await manager.find(SecureLinkRows, {
    where: { card: found.card.reference, expiresAt: MoreThan(instant(now)) },
    order: { askedAt: 'DESC' },
  });
  for (const link of links) {
    if (!provesPhone(fields, link, found)) continue;
    const open = { id: link.authenticationRequest, state: 'open' } as const;
    const request = await manager.findOneBy(AuthenticationRequests, open);
    if (!request || !stillRestsOn(request, found)) continue;
    if (await manager.existsBy(Outbox, { id: link.id, givenUpAt: IsNull() })) return link;
  }
  return undefined;
}

/**
 * Whether a link was sent to the phone that is registered now; a link to an earlier phone proves nothing about this
 * one.
 */
export function provesPhone(
  fields: ProcessorDependencies['fields'],
  link: Pick<SecureLink, 'phoneIndex'>,
  { phone }: Pick<FoundCard, 'phone'>,
): boolean {
  return link.phoneIndex === null || phoneIndexes(fields, phone).includes(link.phoneIndex);
}
