import { table } from '../kit/table.ts';
import type { AuditDetails } from '../services/audit/audit.ts';
import type { ShownEntry } from '../services/audit/shownEntry.ts';

/** Entries as a table; details without a column of their own follow in the last one. */
export function entriesTable(entries: readonly ShownEntry[]): string {
  const rows = entries.map(({ number, at, action, actor, card, details }) => [
    String(number ?? 'waits'),
    at,
    action,
    actor,
    card ?? '-',
    more(details),
  ]);
  return table([['entry', 'at', 'what', 'who', 'card', 'more'], ...rows]);
}

function more({
  who: _who,
  uid: _uid,
  channel: _channel,
  address: _address,
  ...details
}: AuditDetails): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : JSON.stringify(value)}`)
    .join(' ');
}
