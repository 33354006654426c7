import { table } from '../kit/table.ts';
import type { ListedCard, ShownCard } from '../services/cardSystem/cardLookup.ts';

/** Cards as a table, with the last four digits of their numbers. */
export function listedCards(cards: ListedCard[]): string {
  if (cards.length === 0) return 'no cards\n';
  const rows = cards.map(({ card, last4, status, freezeReasons, remoteUnfreezingLockedUntil }) => [
    card,
    `…${last4}`,
    status,
    freezeReasons.join(', ') || '-',
    remoteUnfreezingLockedUntil ?? '-',
  ]);
  return table([['card', 'number', 'status', 'frozen for', 'remote unfreezing locked until'], ...rows]);
}

/** One card with its customer, a line for each field. */
export function shownCard(shown: ShownCard): string {
  const frozen = Object.entries(shown.frozenSince).map(([reason, since]) => `${reason} (since ${since})`);
  const reserved = shown.reserved.map((part) => shownParts[part]);
  return table([
    ['card', `${shown.card}, number …${shown.last4}`],
    ['status', shown.status],
    ['frozen for', frozen.join(', ') || '-'],
    ['locked until', shown.remoteUnfreezingLockedUntil ?? '-'],
    ['failed attempts', String(shown.failedAttempts)],
    ['customer', shown.customer],
    ['language', shown.language],
    ['reserved', reserved.join(', ') || 'nothing: this card cannot be unfrozen remotely'],
    ['other cards', shown.otherCards.join(', ') || '-'],
  ]);
}

const shownParts: Readonly<Record<ShownCard['reserved'][number], string>> = {
  identityDocumentIndex: 'identity document',
  passwordVerifier: 'transaction password',
};
