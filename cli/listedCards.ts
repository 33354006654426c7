import { table } from '../kit/table.ts';
import type { ListedCard } from '../services/cardSystem/cardOperations.ts';

/** Cards in columns, numbers as their last four digits. */
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
