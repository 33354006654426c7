import type { Activity } from 'botbuilder';
import type { MessageId } from '../../dialogs/messages/catalogue/index.ts';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { items } from '../../services/contract/items/index.ts';
import type { Expectation } from '../turn/conversationHandler.ts';

/** After these a customer who can be put through to a person is. */
const leadingToAPerson: readonly MessageId[] = ['agent', 'handoff.noted', 'trouble', 'notUnderstood.3'];

function leadsToAPerson({ channelData }: Partial<Activity>): boolean {
  return leadingToAPerson.includes(channelData?.thawline?.messageId);
}

/** What the conversation waits for, without the words that only dialogs know. */
export function expectation(awaited: Awaited, replies: readonly Partial<Activity>[]): Expectation {
  const place = replies.findIndex(leadsToAPerson);
  const person = place >= 0 ? { personAfter: place } : {};
  if (awaited.what === 'cardNumber') return { ...person, what: 'number' };
  if (awaited.what === 'authenticationItem') {
    return { ...person, what: 'secret', lastMayBeX: items[awaited.item].lastMayBeX };
  }
  return { ...person, what: 'words', ...(awaited.what === 'return' && { unhurried: true }) };
}
