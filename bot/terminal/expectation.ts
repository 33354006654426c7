import type { Activity } from 'botbuilder';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import type { Expectation } from '../turn/conversationHandler.ts';

function leadsToPerson({ channelData }: Partial<Activity>): boolean {
  return channelData?.thawline?.leadsToPerson === true;
}

/** What the conversation waits for, without the words that only dialogs know. */
export function expectation(awaited: Awaited, replies: readonly Partial<Activity>[]): Expectation {
  const place = replies.findIndex(leadsToPerson);
  const person = place >= 0 ? { personAfter: place } : {};
  if (awaited.what === 'cardNumber') return { ...person, what: 'number' };
  if (awaited.what === 'authenticationItem') {
    return { ...person, what: 'secret', lastMayBeX: awaited.item === 'identityDocument' };
  }
  return { ...person, what: 'words', ...(awaited.what === 'return' && { unhurried: true }) };
}
