import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, IsNull, Not } from '../../kit/store/query.ts';
import { later } from '../../kit/time.ts';
import { checkedByCardSystem, type FoundCard, reservedPartsOf } from '../cardSystem/cardSystem.ts';
import { passwordPlace } from '../cardSystem/reservedPlaces.ts';
import type { CardReference } from '../contract/card.ts';
import { consentVersion } from '../contract/consent.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { demands, obstacle } from '../presetConditions/index.ts';
import type { PasswordVerifiers } from '../security/passwordVerifier.ts';
import {
  type AuthenticationRequestRow,
  AuthenticationRequests,
  AuthenticationResults,
} from '../tables/authenticationRequest.ts';
import { ClaimedUnfreezings } from '../tables/unfreezing.ts';
import type { ProcessorDependencies } from './processorDependencies.ts';

type ShownParts = Pick<
  ProcessorDependencies,
  'policy' | 'throttling' | 'verifiers' | 'linkLimit' | 'texts' | 'clock' | 'shownCounts'
>;

/** Another card of the customer, for which the items of the request `shownBy` are to count. */
type Another = { card: CardReference; userTerminal: UserTerminal; shownBy: string };

/** Both cards as they are now: the other one, and the one that was unfrozen with what was shown. */
type BothCards = { found: FoundCard; unfrozen: FoundCard | undefined };

/** The request by which a customer has shown something on this user terminal. A link's is nobody's here: another may have opened it. */
async function shownOn(
  manager: EntityManager,
  { shownBy: id, userTerminal: { channel, address } }: Pick<Another, 'userTerminal' | 'shownBy'>,
): Promise<AuthenticationRequestRow | undefined> {
  if (channel === 'secureForm') return undefined;
  const where = { id, channel, address, state: 'unfrozen', shownBy: IsNull(), startedBy: IsNull() } as const;
  return (await manager.findOneBy(AuthenticationRequests, where)) ?? undefined;
}

/** The card that was unfrozen with what was shown, as it is now. */
export async function unfrozenWith(
  { store, cardSystem }: Pick<ProcessorDependencies, 'store' | 'cardSystem'>,
  { shownBy, userTerminal }: { shownBy?: string | null | undefined; userTerminal: UserTerminal },
): Promise<FoundCard | undefined> {
  if (!shownBy) return undefined;
  const before = await store.read((manager) => shownOn(manager, { shownBy, userTerminal }));
  return before && cardSystem.find(before.card);
}

/**
 * Whether what a customer has shown for one card counts for another one of theirs: a moment ago, on this user terminal, for the same
 * reserved information, while the card that it unfroze has stayed as it was, and where the policy asks no more. Whatever is
 * in doubt does not count: then the customer is asked for it.
 * @returns the request by which it was shown
 */
export async function shownCounts(
  parts: ShownParts,
  manager: EntityManager,
  another: Another,
  { found, unfrozen }: BothCards,
): Promise<AuthenticationRequestRow | undefined> {
  const { policy, linkLimit, texts, clock } = parts;
  const before = await shownOn(manager, another);
  if (!before || before.card === found.card.reference || before.card !== unfrozen?.card.reference)
    return undefined;
  if (!isTheSame(parts, before, found, unfrozen)) return undefined;
  const consents = before.consentedAt !== null && before.consentVersion === consentVersion;
  if (texts.profileOf(found.phone).consent && !consents) return undefined;
  const { userTerminal } = another;
  const as = circumstances(found, {
    channel: userTerminal.channel,
    sendsLinks: linkLimit !== undefined,
    now: clock(),
  });
  if (obstacle(as, policy) || heldMissing(as, policy).length > 0) return undefined;
  if (!(await wereMatched(parts, manager, before, demands(as)))) return undefined;
  const attempt = {
    ...{ authenticationRequest: before.id, attempt: before.attempt, userTerminal },
    ...{ card: found.card.reference, customer: found.reserved.customerId },
  };
  return (await parts.throttling.against(manager, attempt)) ? undefined : before;
}

/** One customer, whose reserved information has not changed since, and whose first card nobody has frozen again. */
function isTheSame(
  { verifiers }: ShownParts,
  { shownOf, reservedVersion }: AuthenticationRequestRow,
  found: FoundCard,
  unfrozen: FoundCard,
): boolean {
  const isAsItWas = ({ reserved }: FoundCard) =>
    reserved.customerId === shownOf && reserved.version === reservedVersion;
  return (
    isAsItWas(found) &&
    isAsItWas(unfrozen) &&
    unfrozen.card.status === 'active' &&
    hasTheSameReserved(verifiers, found, unfrozen)
  );
}

/** A card system may have another password for each card; where it checks them itself, that cannot be seen. */
function hasTheSameReserved(verifiers: PasswordVerifiers, one: FoundCard, other: FoundCard): boolean {
  const { passwordVerifier: verifier, ...parts } = reservedPartsOf(one.reserved);
  const { passwordVerifier: otherVerifier, ...otherParts } = reservedPartsOf(other.reserved);
  if (!isDeepStrictEqual(parts, otherParts)) return false;
  if (verifier === null || otherVerifier === null) return verifier === otherVerifier;
  const place = passwordPlace(one.reserved.customerId);
  const areKnown = ![verifier, otherVerifier].includes(checkedByCardSystem);
  return areKnown && verifiers.isSame(verifier, place, otherVerifier, place);
}

/** Whether each of the items matched in the attempt that succeeded, and not too long ago. */
async function wereMatched(
  { shownCounts, clock }: ShownParts,
  manager: EntityManager,
  { id, attempt }: AuthenticationRequestRow,
  items: readonly string[],
): Promise<boolean> {
  const results = await manager.findBy(AuthenticationResults, {
    ...{ authenticationRequest: id, attempt, matched: true },
    checkedAt: Not(IsNull()),
  });
  const now = clock();
  const counts = ({ checkedAt }: { checkedAt: string | null }) =>
    checkedAt !== null &&
    new Date(checkedAt) <= now &&
    later(new Date(checkedAt), shownCounts.milliseconds) > now;
  return (
    items.length > 0 &&
    items.every((item) => results.some((result) => result.item === item && counts(result)))
  );
}

/** The request in which the same was asked for the same card before: it is done, or being done elsewhere. */
export async function startedWith(
  manager: EntityManager,
  { card, shownBy, userTerminal: { channel, address } }: Another,
): Promise<AuthenticationRequestRow | undefined> {
  const requests = await manager.findBy(AuthenticationRequests, { card, shownBy, channel, address });
  for (const request of requests) {
    if (request.state === 'unfrozen') return request;
    const claimed = { authenticationRequest: request.id, concludedAt: IsNull() };
    if (await manager.existsBy(ClaimedUnfreezings, claimed)) return request;
  }
  return undefined;
}
