import { UnfreezeError } from '../../kit/errors.ts';
import type { Language } from '../../kit/language.ts';
import { type FreezeReason, mayBeRemote } from '../../services/contract/freezeReason.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Sentences } from './wording.ts';

/**
 * Freeze reasons as one phrase. A reason that can be lifted here and has no words in the catalogue does not compile.
 * @throws UnfreezeError `messageInvalid` for one that nobody can lift here: the bank never names it as such
 */
export function reasonsInWords(
  sentences: Sentences,
  language: Language,
  reasons: readonly FreezeReason[],
): string {
  return sentences.listed(language, reasons.map(wordsOf));
}

function wordsOf(reason: FreezeReason): MessageId {
  if (mayBeRemote(reason)) return `reason.${reason}`;
  throw new UnfreezeError('messageInvalid', `a customer was to be told of the freeze reason ${reason}`);
}
