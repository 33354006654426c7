import { randomUUID } from 'node:crypto';
import { type EntityManager, Not } from '../../kit/store/query.ts';
import { instant } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { requestAuthentication } from '../authentication/requestAuthentication.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import type { CardReference } from '../contract/card.ts';
import { channelRows } from '../contract/channels.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import { secureFormPage } from '../contract/secureFormAddresses.ts';
import type { UnfreezeAnswer, UnfreezeRequest } from '../contract/unfreezeRequest.ts';
import { phoneIndex } from '../notifications/disownable.ts';
import { codeIndex, newCode, shortIndex } from '../notifications/linkCode.ts';
import { newToken, tokenHash } from '../notifications/linkToken.ts';
import { queueSecureLink } from '../notifications/outbox.ts';
import { registeredPhoneOf } from '../notifications/phoneOf.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { type SecureLink, SecureLinkRows } from '../tables/secureLink.ts';
import { askedFrom, linkOwner } from './linkOwner.ts';
import { openLink } from './openLink.ts';

/** @param addressee what must be stored of the customer so that a message reaches them, if anything */
type Found = { found: FoundCard | undefined; addressee: Customer | undefined; sealingKey: SealingKey };

/**
 * Answers an unfreeze request with an authentication request for a link, and promises that link to the customer's
 * registered phone, all in one transaction. The asker gets the id of the authentication request, never the token. Where
 * a text to that phone may not hold an address, a code is sent instead.
 * While a link is open, another request for one sends, counts and ends nothing, so that a stranger's cannot.
 */
export async function sendSecureLink(
  parts: ProcessorDependencies,
  manager: EntityManager,
  { card, userTerminal, phone, supersedes, language: spoken, startedBy }: UnfreezeRequest,
  { found, addressee, sealingKey }: Found,
): Promise<UnfreezeAnswer> {
  const { audit, clock, fields, linkLimit, throttling, ownMessages, texts, secureFormUrl } = parts;
  if (!linkLimit) return { outcome: 'noSecureLink', notBefore: null };
  if (!found || (addressee && addressee.id !== found.reserved.customerId)) return { outcome: 'noFrozenCard' };
  const open = await openLink(manager, found, { fields, now: clock() });
  if (open)
    return {
      outcome: 'secureLinkOnItsWay',
      id: open.authenticationRequest,
      expiresAt: open.expiresAt,
      ...byCode(open.codeIndex !== null),
    };
  const { customerId: customer, language } = found.reserved;
  const owner = await linkOwner(manager, customer, addressee);
  const to = owner && registeredPhoneOf(owner, { fields });
  if (!owner || to === undefined || !linkLimit.reaches(to))
    return { outcome: 'noSecureLink', notBefore: null };
  const asked = { card, customer, askedFrom: askedFrom(phone, owner, { fields }) };
  const next = await linkLimit.next(manager, asked);
  if ('notBefore' in next) return { outcome: 'noSecureLink', notBefore: next.notBefore };
  // During a lock no link is sent, since its form could only say that the card is locked.
  const lock = await throttling.lockOf(manager, { card, customer }, 'secureForm');
  if (lock) return { outcome: 'noSecureLink', notBefore: lock.until };
  const id = randomUUID();
  const link: UnfreezeRequest = {
    card,
    userTerminal: { channel: 'secureForm', address: id },
    ...(supersedes && { supersedes }),
    ...(startedBy && { startedBy }),
  };
  const answer = await requestAuthentication(parts, manager, link, { found, sealingKey });
  if (answer.outcome !== 'authenticationRequested') return answer;
  const { id: authenticationRequest, expiresAt } = answer.authenticationRequest;
  await endLinks(manager, card, authenticationRequest);
  if (addressee) await manager.upsert(Customers, addressee, ['id']);
  const at = clock();
  const { channel, address } = userTerminal;
  const { lastFour } = found.card;
  const code = texts.of(to).address ? undefined : newCode();
  const token = newToken();
  const page = code !== undefined && channelRows[channel].isOwnPage ? secureFormUrl?.() : undefined;
  const browser = page === undefined ? undefined : newToken();
  await manager.insert(SecureLinkRows, {
    id,
    tokenHash: tokenHash(token),
    authenticationRequest,
    card,
    lastFour,
    customer,
    language: spoken ?? language,
    channel,
    askedFrom: asked.askedFrom,
    askedAt: instant(at),
    countedAt: next.countedAt,
    expiresAt,
    ...codeKept(parts, id, code, browser),
    phoneIndex: phoneIndex(fields, to),
  });
  // Only the registered phone itself chooses the text's language: a text that warns the owner must be in the owner's.
  const written = asked.askedFrom === 'registeredPhone' ? (spoken ?? language) : language;
  const promised = { ...found, reserved: { ...found.reserved, language: written }, at, channel, ownMessages };
  const secret = code === undefined ? token : code;
  const kind = code === undefined ? 'secureLink' : 'secureCode';
  await queueSecureLink(manager, promised, { id, kind, secret, expiresAt, fields });
  const facts = { link: id, request: authenticationRequest, card, channel, address };
  await audit.write(manager, at, 'secureLinkRequested', { ...facts, way: kind });
  return {
    outcome: 'secureLinkSent',
    id: authenticationRequest,
    expiresAt,
    ...byCode(code !== undefined),
    ...(browser !== undefined && { page: `${page}${secureFormPage}#${browser}` }),
  };
}

/** The stored values of a code, and of the browser in which its first digits are enough. */
function codeKept(
  { fields }: Pick<ProcessorDependencies, 'fields'>,
  id: string,
  code: string | undefined,
  browser: string | undefined,
): Pick<SecureLink, 'codeIndex' | 'codeUsedAt' | 'browserHash' | 'shortIndex' | 'wrongCodes'> {
  const isHere = code !== undefined && browser !== undefined;
  return {
    codeIndex: code === undefined ? null : codeIndex(fields, code),
    codeUsedAt: null,
    browserHash: isHere ? tokenHash(browser) : null,
    shortIndex: isHere ? shortIndex(fields, id, code) : null,
    wrongCodes: 0,
  };
}

function byCode(isCode: boolean): { by?: 'code' } {
  return isCode ? { by: 'code' } : {};
}

/** Ends every link for a card, except the one of the authentication request `but`. */
export async function endLinks(manager: EntityManager, card: CardReference, but = ''): Promise<void> {
  const open = { card, channel: 'secureForm', state: 'open', id: Not(but) } as const;
  await manager.update(AuthenticationRequests, open, { state: 'over' });
}
