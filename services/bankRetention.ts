import * as z from 'zod';
import { ago, type Expiring, expiringRows } from '../kit/retention/expiring.ts';
import { longer, type Period, periodSetting } from '../kit/retention/period.ts';
import { In, IsNull, LessThanOrEqual, Not, Raw } from '../kit/store/query.ts';
import { hours, instant } from '../kit/time.ts';
import { customerPrefix } from './cardSystem/remote/handedOver.ts';
import { disownableFor } from './disownment/disownments.ts';
import { AuthenticationRequests, AuthenticationResults } from './tables/authenticationRequest.ts';
import { Customers } from './tables/customer.ts';
import { DisownableUnfreezings } from './tables/disownableUnfreezing.ts';
import { FailedAttempts } from './tables/failedAttempt.ts';
import { FrozenCardRecords } from './tables/frozenCardRecord.ts';
import { IdempotentRequests } from './tables/idempotentRequest.ts';
import { Outbox } from './tables/outboxMessage.ts';
import { CountedPasswordChecks } from './tables/passwordCheck.ts';
import { QueryCounts } from './tables/queryCount.ts';
import { SecureLinks } from './tables/secureLink.ts';
import { ClaimedUnfreezings } from './tables/unfreezing.ts';
import { forgettable } from './throttling/forgettable.ts';

/** How long the bank's side keeps each kind of data; the least is what another promise rests on. */
export const bankRetentionShape = {
  /** A case that was begun can be ended, and an authentication request lasts ten minutes. */
  RETENTION_FROZEN_CARD_RECORDS: periodSetting('PT24H', 'PT1H'),
  RETENTION_AUTHENTICATION_REQUESTS: periodSetting('PT24H', 'PT24H'),
  /** `/bank/v1` promises that a key keeps its answer for a day. */
  RETENTION_ANSWERS: periodSetting('PT24H', 'PT24H'),
  /** A customer who says "that was not me" a day later must be understood. */
  RETENTION_SENT_MESSAGES: periodSetting('P30D', 'PT24H'),
  /** The window of `QueryLimit`. */
  RETENTION_QUERY_COUNTS: periodSetting('PT10M', 'PT10M'),
  /** Ten failures in a row lock a card: whoever waits between guesses must not begin at nought every day. */
  RETENTION_THROTTLES: periodSetting('P90D', 'P30D'),
};

export type BankRetention = ReturnType<typeof bankRetention>;

/** The periods among all settings. */
export function bankRetention(read: z.infer<z.ZodObject<typeof bankRetentionShape>>) {
  return {
    frozenCardRecords: read.RETENTION_FROZEN_CARD_RECORDS,
    // An answer names its authentication request, which must not be unknown before it.
    authenticationRequests: longer(read.RETENTION_AUTHENTICATION_REQUESTS, read.RETENTION_ANSWERS),
    answers: read.RETENTION_ANSWERS,
    sentMessages: read.RETENTION_SENT_MESSAGES,
    queryCounts: read.RETENTION_QUERY_COUNTS,
    throttles: read.RETENTION_THROTTLES,
  };
}

/** Every period as it is where nothing is set. */
export const usualRetention: BankRetention = bankRetention(z.object(bankRetentionShape).parse({}));

/** No setting: the receipt's words rest on it. */
const disownable: Period = { text: `PT${disownableFor / hours}H`, milliseconds: disownableFor };

/** What the bank's side deletes when its time is over. The audit trail, customers and cards are not among it. */
export function bankExpiring(kept: BankRetention): Expiring[] {
  const before = (now: Date, period: Period) => LessThanOrEqual(ago(now, period));
  return [
    expiringRows({
      kind: 'frozenCardRecords',
      keptFor: kept.frozenCardRecords,
      rows: FrozenCardRecords,
      key: 'card',
      due: (now) => ({ expiresAt: LessThanOrEqual(instant(now)) }),
    }),
    expiringRows({
      kind: 'authenticationRequests',
      keptFor: kept.authenticationRequests,
      rows: AuthenticationRequests,
      key: 'id',
      due: (now) => ({ expiresAt: before(now, kept.authenticationRequests) }),
      before: (manager, ids) => manager.delete(AuthenticationResults, { authenticationRequest: In(ids) }),
    }),
    expiringRows({
      kind: 'secureLinks',
      // A day at least, over which links are limited.
      keptFor: kept.authenticationRequests,
      rows: SecureLinks,
      key: 'id',
      due: (now) => ({ expiresAt: before(now, kept.authenticationRequests) }),
    }),
    expiringRows({
      kind: 'answers',
      keptFor: kept.answers,
      rows: IdempotentRequests,
      key: 'key',
      due: (now) => ({ claimedAt: before(now, kept.answers) }),
    }),
    expiringRows({
      kind: 'sentMessages',
      keptFor: kept.sentMessages,
      rows: Outbox,
      key: 'id',
      due: (now) => [
        { sentAt: before(now, kept.sentMessages) },
        { givenUpAt: before(now, kept.sentMessages) },
        { expiresAt: before(now, kept.sentMessages) },
      ],
    }),
    expiringRows({
      kind: 'queryCounts',
      keptFor: kept.queryCounts,
      rows: QueryCounts,
      key: 'subject',
      due: (now) => ({ since: before(now, kept.queryCounts) }),
    }),
    expiringRows({
      kind: 'throttles',
      keptFor: kept.throttles,
      rows: FailedAttempts,
      key: 'authenticationRequest',
      due: (now) => forgettable(ago(now, kept.throttles)),
    }),
    expiringRows({
      kind: 'passwordChecks',
      keptFor: kept.answers,
      rows: CountedPasswordChecks,
      key: 'id',
      due: (now) => ({ countedAt: before(now, kept.answers) }),
    }),
    expiringRows({
      kind: 'unfreezings',
      keptFor: kept.answers,
      rows: ClaimedUnfreezings,
      key: 'id',
      due: (now) => ({ concludedAt: before(now, kept.answers) }),
    }),
    expiringRows({
      kind: 'disownableUnfreezings',
      keptFor: disownable,
      rows: DisownableUnfreezings,
      key: 'id',
      // What was disowned and is not frozen yet stays until it is.
      due: (now) => [
        { unfrozenAt: before(now, disownable), disownedAt: IsNull() },
        { unfrozenAt: before(now, disownable), frozenAt: Not(IsNull()) },
      ],
    }),
    expiringRows({
      kind: 'receiptCustomers',
      keptFor: kept.sentMessages,
      rows: Customers,
      key: 'id',
      due: () => ({ id: Raw(isReceiptCustomerWithoutReceipt) }),
    }),
  ];
}

/** A customer of a card system elsewhere is kept for a receipt alone, and no longer than it. */
function isReceiptCustomerWithoutReceipt(id: string): string {
  return `${id} LIKE '${customerPrefix}%' AND ${id} NOT IN (SELECT customer_id FROM outbox)`;
}
