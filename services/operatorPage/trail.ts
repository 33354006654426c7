import type { Store } from '../../kit/store/store.ts';
import { hours, type Instant } from '../../kit/time.ts';
import type { AuditDetails } from '../audit/audit.ts';
import { readTrail } from '../audit/readTrail.ts';
import { shownEntry } from '../audit/shownEntry.ts';
import type { TrailEntry } from '../contract/operatorFigures.ts';

/** So far back one look goes, so that a search for everything ends; the next one goes on in front of it. */
const mostLooked = 20_000;

export type TrailSought = {
  since?: Instant | undefined;
  before?: number | undefined;
  most: number;
  matches: (entry: TrailEntry, details: AuditDetails) => boolean;
};

/** What was found of the trail, and the number in front of which the next look begins; undefined at its beginning. */
export type TrailFound = { entries: TrailEntry[]; next: number | undefined };

/** Entries of the trail, the newest first. */
export async function soughtIn(
  read: Store['read'],
  { since, before, most, matches }: TrailSought,
): Promise<TrailFound> {
  const entries: TrailEntry[] = [];
  let looked = 0;
  let last: number | undefined;
  for await (const page of readTrail(read, { since, before }))
    for (const one of page) {
      const entry = shownEntry(one);
      if (matches(entry, entry.details)) entries.push(entry);
      last = one.number ?? last;
      looked += 1;
      if (entries.length >= most || looked >= mostLooked) return { entries, next: last };
    }
  return { entries, next: undefined };
}

/** How far back a card's own entries are looked for. */
export const cardLookedBack = 90 * 24 * hours;

/** Signs with which a program that opens tables begins to calculate (OWASP, CSV Injection). */
const calculates = /^[=+\-@\t\r]/;

/** Entries as a table that a program for tables opens and calculates nothing in (RFC 4180). */
export function csvOf(entries: readonly TrailEntry[]): string {
  const rows = entries.map(({ number, at, action, actor, card, details }) => [
    ...[String(number ?? ''), at, action, actor, card ?? ''],
    JSON.stringify(details),
  ]);
  return [['entry', 'at', 'action', 'actor', 'card', 'details'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(text: string): string {
  const safe = calculates.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
