import { EntitySchema } from 'typeorm';
import { count, flag, key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';
import type { Channel } from '../contract/channels.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';

/** `open` until the card is unfrozen or locked. `over`: superseded, expired, or what it depends on has changed. */
export type AuthenticationRequestState = 'open' | 'unfrozen' | 'locked' | 'over';

/**
 * 认证请求 as the processor keeps it, with the unfreeze request (卡片解冻请求) that it answers. `attempt` is the attempt that
 * envelopes must be sealed for, from 1; `attemptsBegun` is how many were counted. `cardVersion`, `freezes` and
 * `reservedVersion` are the facts that it depends on.
 */
export type AuthenticationRequestRow = {
  id: string;
  card: CardReference;
  channel: Channel;
  address: string;
  items: AuthenticationItem[];
  state: AuthenticationRequestState;
  attempt: number;
  attemptsBegun: number;
  cardVersion: number;
  /** Null where an earlier version began it, which did not store them. */
  freezes: FreezeReason[] | null;
  reservedVersion: number;
  createdAt: Instant;
  expiresAt: Instant;
  /** The version of the consent that must come with the first item; null where none is asked for. */
  consentVersion: string | null;
  consentedAt: Instant | null;
  /** Who starts the unfreezing once all was shown; null: it follows at once. */
  startedBy: 'agent' | null;
  /** When all was shown of a request whose unfreezing is started apart: by a person, or after what was `shownBy` another. */
  matchedAt: Instant | null;
  /** The request whose items count for this one too (`ShownBefore`); null where it has items of its own. */
  shownBy: string | null;
  /**
   * The customer whose card this request has unfrozen; what was shown counts for that customer alone. Null until then.
   */
  shownOf: string | null;
};

export const AuthenticationRequests = new EntitySchema<AuthenticationRequestRow>({
  name: 'authentication_requests',
  columns: {
    id: key,
    card: text,
    channel: text,
    address: text,
    items: { type: 'simple-json' },
    state: text,
    attempt: count,
    attemptsBegun: count,
    cardVersion: count,
    freezes: { type: 'simple-json', nullable: true },
    reservedVersion: count,
    createdAt: text,
    expiresAt: text,
    consentVersion: optionalText,
    consentedAt: optionalText,
    startedBy: optionalText,
    matchedAt: optionalText,
    shownBy: optionalText,
    shownOf: optionalText,
  },
  indices: [
    { name: 'authentication_requests_card', columns: ['card', 'state'] },
    { name: 'authentication_requests_expiry', columns: ['expiresAt'] },
  ],
  checks: [
    {
      name: 'authentication_requests_state_check',
      expression: "state IN ('open', 'unfrozen', 'locked', 'over')",
    },
  ],
});

/**
 * The result of one item in one attempt, which is all that is kept of 认证信息. `envelopeId` is unique, so that no envelope
 * counts twice. `checkedAt` is null while the check runs; until then `matched` is false.
 */
export type AuthenticationResult = {
  authenticationRequest: string;
  attempt: number;
  item: AuthenticationItem;
  envelopeId: string;
  matched: boolean;
  claimedAt: Instant;
  checkedAt: Instant | null;
};

export const AuthenticationResults = new EntitySchema<AuthenticationResult>({
  name: 'authentication_results',
  columns: {
    authenticationRequest: key,
    attempt: { type: 'integer', primary: true },
    item: key,
    envelopeId: text,
    matched: flag,
    claimedAt: text,
    checkedAt: optionalText,
  },
  uniques: [{ columns: ['envelopeId'] }],
  foreignKeys: [
    {
      target: 'authentication_requests',
      columnNames: ['authenticationRequest'],
      referencedColumnNames: ['id'],
    },
  ],
});
