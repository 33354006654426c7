import { createHash } from 'node:crypto';
import type { CaseId } from '../../../services/contract/handoff.ts';

type Place = { case: CaseId; conversation: number };

/** What marks the messages that this bot has written in Chatwoot, so that none of them comes back as an agent's. */
export const ownMark = 'thawline:';

/** The id of a message of an agent among the lines of its case: the same each time that Chatwoot tells of it. */
export function lineIdOf(place: Place, message: number): string {
  return `${prefixOf(place)}${message.toString(16).padStart(12, '0')}`;
}

/** The number in Chatwoot of a line that came from there. */
export function messageOf(place: Place, lineId: string): number | undefined {
  const prefix = prefixOf(place);
  return lineId.startsWith(prefix) ? Number.parseInt(lineId.slice(prefix.length), 16) : undefined;
}

/** A UUID of our own making (RFC 9562, version 8), without its last twelve digits. */
function prefixOf({ case: id, conversation }: Place): string {
  const digits = createHash('sha256').update(`${id} ${conversation}`).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(12, 15)}-8${digits.slice(15, 18)}-`;
}
