import { randomUUID } from 'node:crypto';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, IsNotNull, LessThanOrEqual } from '../../kit/store/query.ts';
import { hours, type Instant, instant, later } from '../../kit/time.ts';
import type { CardOnFile, ReservedInformation } from '../cardSystem/cardSystem.ts';
import type { Channel } from '../contract/channels.ts';
import type { FieldSealing, SealedPlace } from '../security/fieldSealing.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';
import type { OwnMessages } from './ownMessages.ts';

const outbox = new PreparedTable(Outbox);

type Promised = {
  card: Pick<CardOnFile, 'reference' | 'lastFour'>;
  reserved: Pick<ReservedInformation, 'customerId' | 'language'>;
  at: Date;
  /** What the sentence tells of, where that was before. */
  happenedAt?: Date;
  channel?: Channel;
  ownMessages: OwnMessages;
};

/** The time within which a receipt must arrive, so that an owner hears of an unfreezing by a stranger before much is lost. */
const arrivesWithin = 1 * hours;

/** Queues the receipt of an unfreezing to the customer's registered phone, inside the unfreezing's transaction. */
export async function queueUnfreezeReceipt(
  manager: EntityManager,
  promised: Promised,
  id: string = randomUUID(),
): Promise<void> {
  const arriveBy = instant(later(promised.at, arrivesWithin));
  await queue(manager, promised, { id, kind: 'unfreezeReceipt', arriveBy });
}

/** The messages that tell an owner about wrong tries at their card. */
export const attemptNotices = ['attemptsFailed', 'attemptsLocked'] as const;
export type AttemptNotice = (typeof attemptNotices)[number];

/** All messages to an owner that they did not ask for. */
export type Notice = AttemptNotice | 'cardFrozen' | 'freezeNoticed' | 'freezeNoticedForStaff';

/**
 * Queues a notice to the customer's registered phone. What is not sent within a day is given up, as all messages are.
 * @param notice `notBefore`: the end of the hours in which it wakes nobody
 */
export async function queueNotice(
  manager: EntityManager,
  promised: Promised,
  { kind, notBefore }: { kind: Notice; notBefore?: Date | undefined },
): Promise<void> {
  const waits = notBefore && { tries: 0, nextTryAt: instant(notBefore) };
  await queue(manager, promised, { id: randomUUID(), kind, ...waits });
}

/** The way from a text to the secure form: an address, or a code where the text may hold no address. */
export type LinkWay = 'secureLink' | 'secureCode';

/**
 * Queues a link to the secure form, or a code for it, to the customer's registered phone, inside the transaction that makes
 * the link.
 * @param secret `id` is the link's own; its token or code is in the queue sealed, and only until it was sent
 */
export async function queueSecureLink(
  manager: EntityManager,
  promised: Promised,
  {
    id,
    kind,
    secret,
    expiresAt,
    fields,
  }: { id: string; kind: LinkWay; secret: string; expiresAt: Instant; fields: FieldSealing },
): Promise<void> {
  const tokenSealed = fields.seal(secret, tokenPlace(id));
  await queue(manager, promised, { id, kind, tokenSealed, expiresAt });
}

/** The place of the sealed token of a queued link. */
export function tokenPlace(id: string): SealedPlace {
  return { table: 'outbox', column: 'token_sealed', row: id };
}

/** Deletes the tokens of links that are of no use any more. */
export async function eraseExpiredTokens(manager: EntityManager, now: Date): Promise<void> {
  const expired = { expiresAt: LessThanOrEqual(instant(now)), tokenSealed: IsNotNull() };
  await manager.update(Outbox, expired, { tokenSealed: null });
}

async function queue(
  manager: EntityManager,
  { card, reserved, at, happenedAt = at, channel, ownMessages }: Promised,
  own: Pick<OutboxMessage, 'id' | 'kind'> & Partial<OutboxMessage>,
): Promise<void> {
  const message: OutboxMessage = {
    customerId: reserved.customerId,
    language: reserved.language,
    facts: {
      ...{ card: card.reference, lastFour: card.lastFour, at: instant(happenedAt) },
      ...(channel && { channel }),
    },
    queuedAt: instant(at),
    sentAt: null,
    tries: 0,
    nextTryAt: '',
    ...(own.nextTryAt === undefined && ownMessages.queued(manager, own.id, at)),
    givenUpAt: null,
    tokenSealed: null,
    expiresAt: null,
    arriveBy: null,
    arrivedAt: null,
    bankTries: 0,
    unreachedAt: null,
    caseId: null,
    ...own,
  };
  await outbox.insert(manager, [message]);
}
