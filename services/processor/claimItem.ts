import { UnfreezeError } from '../../kit/errors.ts';
import { type Asked, askedAs, askTogether } from '../../kit/store/askTogether.ts';
import type { Lock } from '../../kit/store/lock.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import { instant, later, seconds } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import {
  AuthenticationAnswer,
  type AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import type { CardReference } from '../contract/card.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';
import type { EnvelopeHeader } from '../contract/sealedEnvelope.ts';
import type { FrozenCardRecord } from '../records/frozenCardRecords.ts';
import {
  type AuthenticationRequestRow,
  AuthenticationRequests,
  type AuthenticationResult,
  AuthenticationResults,
} from '../tables/authenticationRequest.ts';
import { ClaimedUnfreezings, type Unfreezing } from '../tables/unfreezing.ts';
import { attemptLocks } from '../throttling/attemptLocks.ts';
import type { Attempt, Foreseen } from '../throttling/throttling.ts';
import { type GivenItem, matchesAtOnce } from './checkItem.ts';
import { takeConsent } from './takeConsent.ts';

const authenticationResults = new PreparedTable(AuthenticationResults);

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/** The right to check one item of one attempt, once. */
export type Claim = {
  request: AuthenticationRequestRow;
  record: FrozenCardRecord;
  item: AuthenticationItem;
  envelopeId: string;
  /**
   * Whether the other items of the attempt were claimed before; only then can the authentication succeed with this one.
   */
  completes: boolean;
  /** The attempt, which counts as failed until it succeeds. */
  attempt: Attempt;
};

/**
 * The facts that a claim decides about; they must be known before, because they determine its locks. `begins`: whether the attempt
 * begins with it, as far as could be seen. `failures`: the recent ones of everybody.
 */
type RestsOn = {
  card: CardReference;
  record: FrozenCardRecord | undefined;
  begins: boolean;
  failures: number;
};

type Given = Omit<AuthenticationInformation, 'envelope'> & { header: EnvelopeHeader } & GivenItem;

/** The sender of an item, and its authentication request. */
type Sender = Pick<Given, 'authenticationRequest' | 'userTerminal'>;

/** A check that takes longer than this died with its process, and nobody has heard its result. */
const checkTakesAtMost = 30 * seconds;

/** @throws UnfreezeError `authenticationRequestUnknown` */
export async function whatItRestsOn(
  { records, throttling, clock }: ProcessorDependencies,
  manager: EntityManager,
  given: Sender,
): Promise<RestsOn> {
  const overall = await throttling.askedOverall(manager);
  const [request, record, failures] = await askTogether(manager, [
    requestOf(manager, given),
    records.askedFor(manager, given.authenticationRequest, clock()),
    overall,
  ]);
  const { card, attempt, attemptsBegun } = request;
  return { card, record, begins: attemptsBegun < attempt, failures };
}

export function claimLocks(
  { userTerminal }: Sender,
  { card, record }: Pick<RestsOn, 'card' | 'record'>,
): Lock[] {
  const attempt = { card, userTerminal, ...(record && { customer: record.customerId }) };
  return attemptLocks(attempt);
}

/**
 * Decides whether an opened envelope may be checked, and counts the attempt with its first item, in one transaction
 * before anything is compared. A check that takes no work is committed with it while other items of the attempt are
 * missing, since the answer then does not say whether the item is right.
 * @throws UnfreezeError `authenticationRequestUnknown`, `envelopeForeign`, `envelopeExpired`, `envelopeReused`,
 * `consentMissing`
 */
export async function claimItem(
  parts: ProcessorDependencies,
  manager: EntityManager,
  given: Given,
  rests: RestsOn,
): Promise<Claim | { answer: AuthenticationAnswer } | { unfreezing: Unfreezing }> {
  const now = parts.clock();
  const { record } = rests;
  const [request, results, foreseen] = await askTogether(manager, [
    requestOf(manager, given),
    resultsOf(manager, given),
    await foreseeing(parts, manager, given, rests),
  ]);
  const before = results.find(({ envelopeId }) => envelopeId === given.header.jti);
  const known = before && (await knownOf(manager, request, before, now));
  if (known) return known;
  if (!request.items.includes(given.item)) {
    throw new UnfreezeError('envelopeForeign', 'an item that the authentication request does not ask for');
  }
  if (request.state !== 'open' || request.expiresAt <= instant(now) || !record || request.matchedAt !== null)
    return { answer: { outcome: 'over' } };
  if (given.header.att !== request.attempt) {
    throw new UnfreezeError('envelopeExpired', 'an envelope was sealed for another attempt');
  }
  const others = await otherItems(manager, results, { request, item: given.item, now });
  if ('outcome' in others) return { answer: others };
  const claim: Claim = {
    request,
    record,
    item: given.item,
    envelopeId: given.header.jti,
    completes: others.remaining.length === 0,
    attempt: attemptAt(request, record, given),
  };
  await takeConsent(parts, manager, request, given.consent);
  const isSameCard = request.card === rests.card;
  const obstacle = await beginAttempt(parts, manager, claim, isSameCard ? foreseen : undefined);
  if (obstacle) return { answer: obstacle };
  const matched = claim.completes ? undefined : matchesAtOnce(parts, claim, given);
  await authenticationResults.insert(manager, [
    {
      authenticationRequest: request.id,
      attempt: request.attempt,
      item: given.item,
      envelopeId: given.header.jti,
      matched: matched ?? false,
      claimedAt: instant(now),
      checkedAt: matched === undefined ? null : instant(now),
    },
  ]);
  return matched === undefined ? claim : { answer: { outcome: 'itemTaken', remaining: others.remaining } };
}

/** A request of another user terminal counts as unknown, so that nobody can probe for ids. */
function requestOf(
  manager: EntityManager,
  { authenticationRequest: id, userTerminal: { channel, address } }: Sender,
): Asked<AuthenticationRequestRow> {
  return askedAs(authenticationRequests.asked(manager, { id, channel, address }), ([request]) => {
    if (!request) throw new UnfreezeError('authenticationRequestUnknown', 'no such authentication request');
    return request;
  });
}

/** What stands against the attempt, where it seems to begin: whose it is was seen before. */
async function foreseeing(
  { throttling }: ProcessorDependencies,
  manager: EntityManager,
  given: Sender,
  { card, record, begins }: RestsOn,
): Promise<Asked<Foreseen | undefined>> {
  if (!record || !begins) return { known: undefined };
  const { authenticationRequest: id } = given;
  return throttling.foreseeing(manager, attemptAt({ id, card, attempt: 0 }, record, given));
}

function attemptAt(
  { id, card, attempt }: Pick<AuthenticationRequestRow, 'id' | 'card' | 'attempt'>,
  { customerId: customer }: FrozenCardRecord,
  { userTerminal }: Sender,
): Attempt {
  return { authenticationRequest: id, attempt, card, customer, userTerminal };
}

/**
 * The answer to an envelope that came before. If an unfreezing was claimed with it, its sender has lost the answer and
 * gets it again; nothing is done a second time. An envelope whose check was lost may be checked again.
 * @throws UnfreezeError `envelopeReused`
 */
async function knownOf(
  manager: EntityManager,
  { id, state, freezes, matchedAt }: AuthenticationRequestRow,
  before: AuthenticationResult,
  now: Date,
): Promise<{ answer: AuthenticationAnswer } | { unfreezing: Unfreezing } | undefined> {
  const { envelopeId, checkedAt } = before;
  const claimed = await manager.findOneBy(ClaimedUnfreezings, { authenticationRequest: id, envelopeId });
  if (claimed && claimed.answer === null) return { unfreezing: claimed };
  if (claimed?.answer) return { answer: AuthenticationAnswer.parse(JSON.parse(claimed.answer)) };
  const isOfRequest = before.authenticationRequest === id;
  if (state === 'unfrozen' && isOfRequest && checkedAt)
    return { answer: { outcome: 'unfrozen', at: checkedAt, reasons: freezes ?? [] } };
  if (matchedAt !== null && state === 'open' && isOfRequest) return { answer: { outcome: 'matched' } };
  if (isLost(before, now)) return undefined;
  throw new UnfreezeError('envelopeReused', 'an envelope came a second time');
}

/** Lets an item be sent again whose check did not finish. */
export async function giveBack(manager: EntityManager, { envelopeId }: Claim): Promise<void> {
  await authenticationResults.delete(manager, {
    that: '{envelopeId} = ? AND {checkedAt} IS NULL',
    values: [envelopeId],
  });
}

/** The results of the items in each attempt, and of an envelope in any request. */
function resultsOf(
  manager: EntityManager,
  { authenticationRequest: id, header: { jti } }: Pick<Given, 'authenticationRequest' | 'header'>,
): Asked<AuthenticationResult[]> {
  const any = { that: '{authenticationRequest} = ? OR {envelopeId} = ?', values: [id, jti] };
  return authenticationResults.asked(manager, any);
}

function isLost({ checkedAt, claimedAt }: AuthenticationResult, now: Date): boolean {
  return checkedAt === null && claimedAt <= instant(later(now, -checkTakesAtMost));
}

/**
 * The first envelope of an item counts. A later one changes nothing, unless the check of the first was lost.
 * @returns the answer to a later envelope, or the items that nobody has sent yet
 */
async function otherItems(
  manager: EntityManager,
  results: readonly AuthenticationResult[],
  { request, item, now }: { request: AuthenticationRequestRow; item: AuthenticationItem; now: Date },
): Promise<AuthenticationAnswer | { remaining: AuthenticationItem[] }> {
  const { id, attempt, items } = request;
  const ofAttempt = results.filter((one) => one.authenticationRequest === id && one.attempt === attempt);
  const first = ofAttempt.find((result) => result.item === item);
  const remaining = items.filter((one) => one !== item && !ofAttempt.some((result) => result.item === one));
  if (!first) return { remaining };
  if (isLost(first, now)) {
    await authenticationResults.delete(manager, { envelopeId: first.envelopeId });
    return { remaining };
  }
  if (remaining.length > 0) return { outcome: 'itemTaken', remaining };
  throw new UnfreezeError('envelopeReused', 'the item is being checked');
}

async function beginAttempt(
  { audit, clock, throttling }: ProcessorDependencies,
  manager: EntityManager,
  { request: { id, attempt, attemptsBegun, card }, attempt: counted }: Claim,
  foreseen: Foreseen | undefined,
): Promise<AuthenticationAnswer | undefined> {
  if (attemptsBegun >= attempt) return undefined;
  const obstacle = await throttling.begin(manager, counted, foreseen);
  if (!obstacle) {
    await authenticationRequests.set(manager, { id }, { attemptsBegun: attempt });
    return undefined;
  }
  if (obstacle.outcome === 'tooSoon') return obstacle;
  const { until, rule } = obstacle;
  await authenticationRequests.set(manager, { id }, { state: 'locked' });
  await audit.write(manager, clock(), 'remoteUnfreezingLocked', { request: id, card, until, rule });
  return { outcome: 'locked', until, help: 'agent' };
}
