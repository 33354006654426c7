import {
  type EntitySchema,
  type FindOptionsWhere,
  In,
  IsNull,
  LessThanOrEqual,
  MoreThan,
  Not,
  type ObjectLiteral,
} from '../../kit/store/query.ts';
import { type Instant, instant, later } from '../../kit/time.ts';
import { disownableFor } from '../disownment/disownments.ts';
import { BankEventHourRows, BankEventRows } from '../events/bankEventsTables.ts';
import { OperatorSessionRows } from '../operatorPage/operatorSessionsTable.ts';
import { ApprovalRequests, FourEyesInForce } from '../tables/approval.ts';
import { AuditBase, AuditEntries, AuditTail } from '../tables/auditEntry.ts';
import { AuthenticationRequests, AuthenticationResults } from '../tables/authenticationRequest.ts';
import { BankKeyFingerprints } from '../tables/bankKeyFingerprint.ts';
import { CardFreezes, Cards } from '../tables/card.ts';
import { Customers } from '../tables/customer.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { FailedAttempts } from '../tables/failedAttempt.ts';
import { FreezeNoticeRows, FreezingsPlaces } from '../tables/freezeNotice.ts';
import { FrozenCardRows } from '../tables/frozenCardRecord.ts';
import { IdempotentRequests } from '../tables/idempotentRequest.ts';
import { OptOutRows } from '../tables/optOut.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { BankPageFileRows } from '../tables/pageFile.ts';
import { CountedPasswordChecks } from '../tables/passwordCheck.ts';
import { QueryCounts } from '../tables/queryCount.ts';
import { RequestedFreezingRows } from '../tables/requestedFreezing.ts';
import { SealingKeyRows } from '../tables/sealingKey.ts';
import { SecureLinkRows } from '../tables/secureLink.ts';
import { SteadyMoments } from '../tables/steadyMoment.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import { WebhookEventRows } from '../tables/webhookEvent.ts';

/** The customer to be erased, by the values that their rows are found by. */
export type Erased = {
  customer: string;
  /** The references of their cards. For another card system: those that some row here names. */
  cards: readonly string[];
  cardIds: readonly string[];
  requests: readonly string[];
  /** The index of their telephone; undefined where no row here names it. */
  phoneIndex: string | undefined;
  now: Instant;
  /** Whether one of their cards is not closed; then they are still the bank's customer. */
  hasOpenCard: boolean;
};

/** Conditions that select rows; a row is selected if one of them holds. */
type Rows = FindOptionsWhere<ObjectLiteral>[];

/** The rows of one table that are a customer's: those that are removed, and those that stay for a reason. */
export type Erasure = {
  rows: EntitySchema<ObjectLiteral>;
  goes?: (erased: Erased) => Rows;
  stays?: readonly { rows: (erased: Erased) => Rows; why: string }[];
  /** The reason why no row of the table belongs to a customer, or can be recognised as theirs. */
  nobodys?: string;
};

const of = (erased: Erased) => [{ customer: erased.customer }, ...erased.cards.map((card) => ({ card }))];
const lately = ({ now }: Erased) => instant(later(new Date(now), -disownableFor));
const none: Rows = [];

/** The reason to keep rows of a customer whom the bank still has. */
const asTheBanks = 'one of their cards is not closed, so they are still the bank’s customer';

/**
 * Every table of the bank's side: which rows of a customer are removed, which must stay, and why. Rows that refer to
 * other rows come first. Customers and their cards come last, and stay where a row above that stays needs them.
 */
export const erasures: readonly Erasure[] = [
  { rows: FrozenCardRows, goes: ({ cards }) => [{ card: In(cards) }] },
  {
    rows: AuthenticationResults,
    goes: ({ requests }) => [{ authenticationRequest: In(requests) }],
  },
  { rows: AuthenticationRequests, goes: ({ requests }) => [{ id: In(requests) }] },
  { rows: SecureLinkRows, goes: of },
  {
    rows: Outbox,
    goes: ({ customer: customerId, now }) => [
      { customerId, sentAt: Not(IsNull()), arriveBy: IsNull() },
      { customerId, givenUpAt: Not(IsNull()), arriveBy: IsNull() },
      { customerId, expiresAt: LessThanOrEqual(now), arriveBy: IsNull() },
    ],
    stays: [
      {
        rows: ({ customer: customerId, now }) => [
          { customerId, sentAt: IsNull(), givenUpAt: IsNull(), expiresAt: IsNull() },
          { customerId, sentAt: IsNull(), givenUpAt: IsNull(), expiresAt: MoreThan(now) },
          { customerId, arriveBy: Not(IsNull()) },
        ],
        why: 'a promised message is still to be sent, or has not arrived yet',
      },
    ],
  },
  {
    rows: ClaimedUnfreezings,
    goes: ({ customer: customerId }) => [{ customerId, concludedAt: Not(IsNull()) }],
    stays: [
      {
        rows: ({ customer: customerId }) => [{ customerId, concludedAt: IsNull() }],
        why: 'the result of an unfreezing is unknown: `cards unfreezings`',
      },
    ],
  },
  {
    rows: DisownableUnfreezings,
    goes: (erased) => [{ card: In(erased.cards), unfrozenAt: LessThanOrEqual(lately(erased)) }],
    stays: [
      {
        rows: (erased) => [{ card: In(erased.cards), unfrozenAt: MoreThan(lately(erased)) }],
        why: 'its receipt can be answered with “that was not me” for three days',
      },
    ],
  },
  { rows: FreezeNoticeRows, goes: ({ cards }) => [{ card: In(cards) }] },
  {
    rows: WebhookEventRows,
    goes: ({ cards }) => [{ subject: In(cards), nextTryAt: IsNull() }],
    stays: [
      {
        rows: ({ cards }) => [{ subject: In(cards), nextTryAt: Not(IsNull()) }],
        why: 'the bank’s own system is still to be told of it, within a day',
      },
    ],
  },
  {
    rows: RequestedFreezingRows,
    goes: ({ cards }) => [{ card: In(cards), frozenAt: Not(IsNull()) }],
    stays: [
      {
        rows: ({ cards }) => [{ card: In(cards), frozenAt: IsNull() }],
        why: 'its card must still be frozen',
      },
    ],
  },
  {
    rows: FailedAttempts,
    goes: (erased) => (erased.hasOpenCard ? none : of(erased)),
    stays: [
      {
        rows: (erased) => (erased.hasOpenCard ? of(erased) : none),
        why: 'they count towards a lock, which nobody may erase: they are deleted after RETENTION_THROTTLES',
      },
    ],
  },
  {
    rows: OptOutRows,
    stays: [
      {
        rows: ({ phoneIndex }) => (phoneIndex === undefined ? none : [{ phoneIndex }]),
        why: 'a number that said STOP may not be written to again, whoever has it',
      },
    ],
  },
  {
    rows: CardFreezes,
    goes: ({ cardIds, hasOpenCard }) => (hasOpenCard ? none : [{ cardId: In(cardIds) }]),
    stays: [
      {
        rows: ({ cardIds, hasOpenCard }) => (hasOpenCard ? [{ cardId: In(cardIds) }] : none),
        why: asTheBanks,
      },
    ],
  },
  {
    rows: Cards,
    goes: ({ cardIds, hasOpenCard }) => (hasOpenCard ? none : [{ id: In(cardIds) }]),
    stays: [
      { rows: ({ cardIds, hasOpenCard }) => (hasOpenCard ? [{ id: In(cardIds) }] : none), why: asTheBanks },
    ],
  },
  {
    rows: Customers,
    goes: ({ customer: id, hasOpenCard }) => (hasOpenCard ? none : [{ id }]),
    stays: [{ rows: ({ customer: id, hasOpenCard }) => (hasOpenCard ? [{ id }] : none), why: asTheBanks }],
  },
  { rows: IdempotentRequests, nobodys: 'answers name nobody, and go after RETENTION_ANSWERS' },
  { rows: QueryCounts, nobodys: 'counts name nobody, and go after RETENTION_QUERY_COUNTS' },
  { rows: CountedPasswordChecks, nobodys: 'checks name nobody, and go after RETENTION_ANSWERS' },
  { rows: BankEventRows, nobodys: 'an event says what happened and not to whom' },
  { rows: BankEventHourRows, nobodys: 'how often something happened in an hour is nobody’s' },
  { rows: OperatorSessionRows, nobodys: 'who is logged in is of the bank’s people' },
  { rows: ApprovalRequests, nobodys: 'what operators asked for goes thirty days after its time' },
  {
    rows: AuditEntries,
    nobodys:
      'the trail proves what was done, by references without a name: RETENTION_AUDIT_TRAIL, `audit cut`',
  },
  { rows: AuditTail, nobodys: 'it is the end of the trail' },
  { rows: AuditBase, nobodys: 'it is the beginning of the trail' },
  { rows: FourEyesInForce, nobodys: 'it is a setting' },
  { rows: SealingKeyRows, nobodys: 'they are keys' },
  { rows: BankKeyFingerprints, nobodys: 'they are of keys' },
  { rows: BankPageFileRows, nobodys: 'they are the same for everybody' },
  { rows: FreezingsPlaces, nobodys: 'it is a place in a list' },
  { rows: SteadyMoments, nobodys: 'it is a clock' },
];
