import type { ListedCard } from './cardOperations.ts';

/** Cards in columns, numbers as their last four digits. */
export function table(cards: ListedCard[]): string {
  if (cards.length === 0) return 'no cards\n';
  const rows = cards.map(({ card, last4, status, freezeReasons, remoteUnfreezingLockedUntil }) => [
    card,
    `…${last4}`,
    status,
    freezeReasons.join(', ') || '-',
    remoteUnfreezingLockedUntil ?? '-',
  ]);
  const all = [['card', 'number', 'status', 'frozen for', 'remote unfreezing locked until'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
