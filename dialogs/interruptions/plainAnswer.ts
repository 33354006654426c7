import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import { languageChoices, mainChoices } from '../messages/mainChoices.ts';
import { mostTroubles } from '../prompts/question.ts';
import type { Intent } from '../understanding/intents.ts';
import { isForeign } from '../understanding/spokenLanguage.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { over } from './outcome.ts';
import { isSaidOften } from './saidOften.ts';

type Used = 'speaker' | 'notUnderstood' | 'closing';

const plain: Partial<Record<Intent, MessageId>> = {
  greet: 'greeting',
  help: 'help',
  startOver: 'startedOver',
  cancel: 'nothingToCancel',
  thanks: 'thanks',
  affirm: 'whichOne',
  deny: 'goodbye',
  goBack: 'anythingElse',
  whyAsked: 'aside.isItSafe',
};

/** Answers, with one sentence, whatever no other listener has taken while nothing is open. */
export const plainAnswer: Listener<Used> = async (turn, means) => {
  const { context, said, open } = turn;
  if (open) return undefined;
  const id = plain[said.intent];
  if (id === undefined) await isNotUnderstood(turn, means);
  else if (await isSaidOften(turn, means, id)) await offersPerson(context, means);
  else {
    const isOver = said.intent === 'thanks' && (await means.closing.isToAsk(context));
    await means.speaker.say(context, id, {}, { choices: isOver ? [] : mainChoices });
    if (isOver) await means.closing.ends(context, true);
  }
  return over;
};

function offersPerson(context: TurnContext, { speaker }: Pick<Means, 'speaker'>): Promise<void> {
  return speaker.say(context, 'notUnderstood.3', {}, { choices: mainChoices, leadsToPerson: true });
}

/** Each time it says more; the last time a person is offered. */
async function isNotUnderstood(
  { context, said }: ListenedTurn,
  means: Pick<Means, 'speaker' | 'notUnderstood'>,
): Promise<void> {
  const { speaker, notUnderstood } = means;
  const times = (await notUnderstood.get(context, 0)) + 1;
  await notUnderstood.set(context, times);
  if (times >= mostTroubles) await offersPerson(context, { speaker });
  else if (isForeign(said.words)) {
    await speaker.say(context, 'otherLanguage', {}, { choices: languageChoices });
  } else {
    const id = times === 1 ? 'notUnderstood.1' : 'notUnderstood.2';
    await speaker.say(context, id, {}, { choices: mainChoices });
  }
}
