import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { items } from '../../services/contract/items/index.ts';
import { type Expectation, messagesOf, type Reply } from '../turn/reply.ts';

/** The kind of answer that the conversation waits for. */
export function expectation(awaited: Awaited, replies: readonly Reply[]): Expectation {
  const marks = messagesOf(replies).map(({ channelData }) => channelData?.thawline ?? {});
  const place = marks.findIndex(({ leadsToPerson, nobodyThere }) => leadsToPerson || nobodyThere);
  const { caseId: personOfCase, leadsToPerson, nobodyThere } = marks[place] ?? {};
  const person = {
    ...(place >= 0 && { personAfter: place }),
    ...(leadsToPerson && personOfCase && { personOfCase }),
    ...(nobodyThere && { nobodyThere: true as const }),
  };
  if (awaited.what === 'cardNumber') return { ...person, what: 'number' };
  if (awaited.what === 'authenticationItem') {
    return { ...person, what: 'secret', lastMayBeX: items[awaited.item].lastMayBeX };
  }
  const unhurried = awaited.what === 'return' || marks.at(-1)?.waitsForPerson === true;
  return { ...person, what: 'words', ...(unhurried && { unhurried }) };
}
