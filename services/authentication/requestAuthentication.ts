import { randomUUID } from 'node:crypto';
import { UnfreezeError } from '../../kit/errors.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, Not } from '../../kit/store/query.ts';
import { instant, later, minutes } from '../../kit/time.ts';
import type { AuditEvent } from '../audit/audit.ts';
import type { FoundCard } from '../cardSystem/cardSystem.ts';
import { consentVersion } from '../contract/consent.ts';
import type { AuthenticationItem } from '../contract/items/index.ts';
import { isUsual, type PasswordLengths } from '../contract/passwordLengths.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import type { UnfreezeAnswer, UnfreezeRequest } from '../contract/unfreezeRequest.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { helpAgainst } from '../presetConditions/helpAgainst.ts';
import { demands, obstacle } from '../presetConditions/index.ts';
import { type AuthenticationRequestRow, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { ProcessorDependencies } from './processorDependencies.ts';

const authenticationRequests = new PreparedTable(AuthenticationRequests);

/** The number of attempts of one authentication request. */
export const mostAttempts = 3;

/** The attempts left of a request, the given one included. */
export const attemptsLeft = (attempt: number) => mostAttempts - attempt + 1;

const openFor = 10 * minutes;

/** The bank's risk decision in the form of an audit entry. */
export function riskIn({ risk }: Pick<FoundCard, 'risk'>): { risk?: string; riskCode?: string | null } {
  return risk ? { risk: risk.says, riskCode: risk.reasonCode } : {};
}

/** Said where they are not the usual ones, and only where a password is asked for. */
export function lengthsAsked(
  items: readonly AuthenticationItem[],
  passwordLengths: PasswordLengths,
): { passwordLengths?: PasswordLengths } {
  return items.includes('transactionPassword') && !isUsual(passwordLengths) ? { passwordLengths } : {};
}

/** `shown`: the request whose items count for this one too. */
type Decided = {
  found: FoundCard | undefined;
  sealingKey: SealingKey;
  shown?: AuthenticationRequestRow | undefined;
};

/** Answers a 卡片解冻请求 with an 认证请求, if the preset conditions that can be checked now allow it (patent, step 5). */
export async function requestAuthentication(
  { records, audit, policy, clock, linkLimit, texts, passwordLengths }: ProcessorDependencies,
  manager: EntityManager,
  { card: reference, userTerminal: { channel, address }, supersedes, startedBy }: UnfreezeRequest,
  { found, sealingKey, shown }: Decided,
): Promise<UnfreezeAnswer> {
  const now = clock();
  const record = await records.find(manager, reference, now);
  if (!record || !found) return { outcome: 'noFrozenCard' };
  const { card, reserved } = found;
  const as = circumstances(found, { channel, sendsLinks: linkLimit !== undefined, now });
  const against = obstacle(as, policy);
  const asked: AuditEvent = {
    action: 'unfreezeRequested',
    details: { card: reference, channel, address, obstacle: against?.obstacle ?? null, ...riskIn(found) },
  };
  if (against || record.reservedVersion !== reserved.version) {
    await audit.writeAll(manager, now, [asked]);
    if (against?.obstacle === 'notRemote') return { outcome: 'notRemote', ...helpAgainst(against) };
    await records.remove(manager, reference);
    return { outcome: 'noFrozenCard' };
  }
  if (heldMissing(as, policy).length > 0)
    throw new UnfreezeError('internal', 'something is asked for where what must be held is not shown');
  // A case has one open request for each user terminal, so that repeated requests do not give more attempts.
  await authenticationRequests.set(
    manager,
    { card: reference, channel, address, state: 'open' },
    { state: 'over' },
  );
  const superseded: AuditEvent[] = [];
  if (supersedes) {
    // A link's request belongs to the registered phone, so no other user terminal can end it.
    const moved = { id: supersedes, card: reference, state: 'open', channel: Not('secureForm') } as const;
    const { affected } = await manager.update(AuthenticationRequests, moved, { state: 'over' });
    const details = { request: supersedes, card: reference, channel, address };
    if (affected === 1) superseded.push({ action: 'authenticationSuperseded', details });
  }
  const row: AuthenticationRequestRow = {
    id: randomUUID(),
    card: reference,
    channel,
    address,
    items: demands(as),
    state: 'open',
    attempt: 1,
    attemptsBegun: 0,
    cardVersion: card.version,
    freezes: card.freezes,
    reservedVersion: reserved.version,
    createdAt: instant(now),
    expiresAt: instant(later(now, openFor)),
    consentVersion: texts.profileOf(found.phone).consent ? consentVersion : null,
    consentedAt: shown?.consentedAt ?? null,
    startedBy: startedBy ?? null,
    matchedAt: shown ? instant(now) : null,
    shownBy: shown?.id ?? null,
    shownOf: null,
  };
  await authenticationRequests.insert(manager, [row]);
  const { id, items, attempt, expiresAt, consentVersion: version } = row;
  const what: readonly AuthenticationItem[] = items;
  const requested = { request: id, card: reference, items: what };
  const then: AuditEvent = shown
    ? { action: 'shownBeforeCounts', details: { ...requested, shownBy: shown.id } }
    : { action: 'authenticationRequested', details: requested };
  await audit.writeAll(manager, now, [asked, ...superseded, then]);
  if (shown) return { outcome: 'shown', id };
  return {
    outcome: 'authenticationRequested',
    authenticationRequest: {
      id,
      items,
      attempt,
      attemptsLeft: attemptsLeft(attempt),
      expiresAt,
      sealingKey,
      ...(version !== null && { consent: { version } }),
      ...lengthsAsked(items, passwordLengths),
    },
  };
}
