import type { MessageId } from '../../words/conversation.ts';
import type { FreezeQuestion } from '../../words/heard.ts';
import { reasonsInWords } from '../messages/reasons.ts';
import { awaitedBy } from '../prompts/awaited.ts';
import type { SpokenOf } from '../state/conversationState.ts';
import { freezeQuestionIn, isBareWhy } from '../understanding/freezeQuestions.ts';
import type { ListenedTurn, Listener } from './listener.ts';
import { askAgain } from './outcome.ts';
import { whatElse } from './whatElse.ts';

/**
 * Why, by whom or when a card was frozen, and which one it is: answered with what may be said, at every step. Whole
 * questions alone are taken, so that nothing which reports a loss is one.
 */
export const freezeQuestion: Listener<'speaker' | 'spokenOf'> = async (turn, means) => {
  const { context, open } = turn;
  const asked = askedIn(turn);
  if (asked === undefined) return undefined;
  const { speaker } = means;
  const spoken = await means.spokenOf.get(context, null);
  if (spoken?.frozen || (asked === 'why' && spoken?.reasons.length)) {
    const { lastFour } = spoken.card;
    const id = answerTo(asked, spoken);
    const reasons = reasonsInWords(speaker.sentences, await speaker.language(context), spoken.reasons);
    await speaker.say(context, id, { lastFour, reasons });
    return whatElse(turn, means);
  }
  if (awaitedBy(open).what !== 'cardNumber') return undefined;
  await speaker.say(context, 'freeze.cardFirst');
  return askAgain;
};

/** After an answer a bare "why?" is about that; at a question it asks why that is asked. */
function askedIn({ said: { words, found }, open }: ListenedTurn): FreezeQuestion | undefined {
  if (found) return undefined;
  return freezeQuestionIn(words) ?? (!open && isBareWhy(words) ? 'why' : undefined);
}

/**
 * The reason is told only where the bank's side has given it. Otherwise every freeze that can be lifted is described
 * alike.
 */
function answerTo(asked: FreezeQuestion, { frozen, remote, reasons }: NonNullable<SpokenOf>): MessageId {
  const mayBeTold = reasons.length > 0;
  if (!frozen) return 'freeze.whyWas';
  if (asked === 'whichCard') return 'freeze.whichCard';
  if (asked === 'when') return 'freeze.when';
  if (asked === 'who' && !(mayBeTold && reasons.includes('customerRequest'))) return 'freeze.who';
  if (mayBeTold) return 'freeze.why';
  return remote ? 'freeze.whyInGeneral' : 'freeze.whyNotHere';
}
