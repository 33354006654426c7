import { table } from '../kit/table.ts';
import type { AuditDetails } from '../services/audit/audit.ts';
import type { ReadEntry } from '../services/audit/readTrail.ts';

/** An entry for an operator to read. `actor` is a login, a channel with an address on it, or the service itself. */
export type ShownEntry = {
  number: number | null;
  at: string;
  action: string;
  actor: string;
  card: string | null;
  details: AuditDetails;
};

/** Seven or more digits are a telephone number, of which only the last four are shown. */
const telephone = /\+?\d{3,}(?=\d{4}(?!\d))/g;

export function shownEntry({ number, at, action, details }: ReadEntry): ShownEntry {
  const { card = null, ...rest } = JSON.parse(details) as AuditDetails;
  const shown = typeof rest.address === 'string' ? { ...rest, address: masked(rest.address) } : rest;
  return {
    number,
    at,
    action,
    actor: actorOf(shown),
    card: card === null ? null : String(card),
    details: shown,
  };
}

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

function actorOf({ who, by, channel, address }: AuditDetails): string {
  if (typeof who === 'string') return who;
  if (typeof channel === 'string')
    return [channel, address].filter((one) => typeof one === 'string').join(' ');
  // Entries of earlier versions have only the operator's remark.
  return typeof by === 'string' ? by : 'service';
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

function masked(address: string): string {
  return address.replace(telephone, '…');
}
