import type { AuditDetails } from './audit.ts';
import type { ReadEntry } from './readTrail.ts';

/** An entry as an operator reads it. `actor` is a login, a channel with an address on it, or the service itself. */
export type ShownEntry = {
  number: number | null;
  at: string;
  action: string;
  actor: string;
  card: string | null;
  details: AuditDetails;
};

/** Seven digits and more are a telephone's: of those the last four are shown. */
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

function actorOf({ who, by, channel, address }: AuditDetails): string {
  if (typeof who === 'string') return who;
  if (typeof channel === 'string')
    return [channel, address].filter((one) => typeof one === 'string').join(' ');
  // Entries of earlier versions have the remark alone.
  return typeof by === 'string' ? by : 'service';
}

function masked(address: string): string {
  return address.replace(telephone, '…');
}
