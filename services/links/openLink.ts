import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import { stillRestsOn } from '../authentication/stillRestsOn.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { type SecureLink, SecureLinks } from '../tables/secureLink.ts';

/**
 * The link for a card with which its customer can still unfreeze it, and that has come to their phone or still will.
 * One whose card or reserved information has changed opens a form that would say that it is over.
 */
export async function openLink(
  manager: EntityManager,
  found: FoundCard,
  now: Date,
): Promise<SecureLink | undefined> {
  const links = await manager.find(SecureLinks, {
    where: { card: found.card.reference, expiresAt: MoreThan(instant(now)) },
    order: { askedAt: 'DESC' },
  });
  for (const link of links) {
    const open = { id: link.authenticationRequest, state: 'open' } as const;
    const request = await manager.findOneBy(AuthenticationRequests, open);
    if (!request || !stillRestsOn(request, found)) continue;
    if (await manager.existsBy(Outbox, { id: link.id, givenUpAt: IsNull() })) return link;
  }
  return undefined;
}
