import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { items } from '../../services/contract/items/index.ts';
import { type Expectation, messagesOf, type Reply } from '../turn/reply.ts';

/** The kind of answer that the conversation waits for. */
export function expectation(awaited: Awaited, replies: readonly Reply[]): Expectation {
  const place = messagesOf(replies).findIndex(
    ({ channelData }) => channelData?.thawline?.leadsToPerson === true,
  );
  const person = place >= 0 ? { personAfter: place } : {};
  if (awaited.what === 'cardNumber') return { ...person, what: 'number' };
  if (awaited.what === 'authenticationItem') {
    return { ...person, what: 'secret', lastMayBeX: items[awaited.item].lastMayBeX };
  }
  return { ...person, what: 'words', ...(awaited.what === 'return' && { unhurried: true }) };
}
