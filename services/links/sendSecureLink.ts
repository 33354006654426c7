import { randomUUID } from 'node:crypto';
import { type EntityManager, Not } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorParts } from '../authentication/parts.ts';
import { requestAuthentication } from '../authentication/requestAuthentication.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { CardReference } from '../contract/card.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import type { UnfreezeAnswer, UnfreezeRequest } from '../contract/unfreezeRequest.ts';
import { newToken, tokenHash } from '../notifications/linkToken.ts';
import { queueSecureLink } from '../notifications/outbox.ts';
import { phoneOf } from '../notifications/phoneOf.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { SecureLinks } from '../tables/secureLink.ts';
import { askedFrom, linkOwner } from './linkOwner.ts';
import { openLink } from './openLink.ts';

/** @param addressee what must be kept of the customer so that a message reaches them, if anything must */
type Found = { found: FoundCard | undefined; addressee: Customer | undefined; sealingKey: SealingKey };

/**
 * Answers an unfreeze request with an authentication request for a link, and promises that link to the customer's
 * registered phone: all in one transaction. Whoever asked learns the id of the authentication request, never the token.
 * While a link is open nobody's wish for another sends, counts or ends anything, so that no stranger's can.
 */
export async function sendSecureLink(
  parts: ProcessorParts,
  manager: EntityManager,
  { card, userTerminal, phone, supersedes }: UnfreezeRequest,
  { found, addressee, sealingKey }: Found,
): Promise<UnfreezeAnswer> {
  const { audit, clock, fields, linkLimit, throttling, ownMessages } = parts;
  if (!linkLimit) return { outcome: 'noSecureLink', notBefore: null };
  if (!found || (addressee && addressee.id !== found.reserved.customerId)) return { outcome: 'noFrozenCard' };
  const open = await openLink(manager, found, clock());
  if (open)
    return { outcome: 'secureLinkOnItsWay', id: open.authenticationRequest, expiresAt: open.expiresAt };
  const { customerId: customer, language } = found.reserved;
  const owner = await linkOwner(manager, customer, addressee);
  if (!owner || !linkLimit.reaches(phoneOf(owner, { fields })))
    return { outcome: 'noSecureLink', notBefore: null };
  const asked = { card, customer, askedFrom: askedFrom(phone, owner, { fields }) };
  const next = await linkLimit.next(manager, asked);
  if ('notBefore' in next) return { outcome: 'noSecureLink', notBefore: next.notBefore };
  // A link that could only say so would be a message for nothing.
  const lock = await throttling.lockOf(manager, { card, customer }, 'secureForm');
  if (lock) return { outcome: 'noSecureLink', notBefore: lock.until };
  const id = randomUUID();
  const link: UnfreezeRequest = {
    card,
    userTerminal: { channel: 'secureForm', address: id },
    ...(supersedes && { supersedes }),
  };
  const answer = await requestAuthentication(parts, manager, link, { found, sealingKey });
  if (answer.outcome !== 'authenticationRequested') return answer;
  const { id: authenticationRequest, expiresAt } = answer.authenticationRequest;
  await endLinks(manager, card, authenticationRequest);
  if (addressee) await manager.upsert(Customers, addressee, ['id']);
  const at = clock();
  const { channel, address } = userTerminal;
  const { lastFour } = found.card;
  const token = newToken();
  await manager.insert(SecureLinks, {
    id,
    tokenHash: tokenHash(token),
    authenticationRequest,
    card,
    lastFour,
    customer,
    language,
    channel,
    askedFrom: asked.askedFrom,
    askedAt: instant(at),
    countedAt: next.countedAt,
    expiresAt,
  });
  await queueSecureLink(manager, { ...found, at, channel, ownMessages }, { id, token, expiresAt, fields });
  const written = { link: id, request: authenticationRequest, card, channel, address };
  await audit.write(manager, at, 'secureLinkRequested', written);
  return { outcome: 'secureLinkSent', id: authenticationRequest, expiresAt };
}

/** Ends every link for a card, but that of one authentication request. */
export async function endLinks(manager: EntityManager, card: CardReference, but = ''): Promise<void> {
  const open = { card, channel: 'secureForm', state: 'open', id: Not(but) } as const;
  await manager.update(AuthenticationRequests, open, { state: 'over' });
}
