import { languageChoices } from '../messages/mainChoices.ts';
import type { Listener } from './listener.ts';
import { askAgain } from './outcome.ts';
import { whatElse } from './whatElse.ts';

/** Changes the language, or asks which one where the customer did not name it. */
export const language: Listener<'speaker' | 'language' | 'writtenOnce'> = async (turn, means) => {
  const { context, said } = turn;
  if (said.intent !== 'changeLanguage') return undefined;
  if (said.wanted === undefined) {
    await means.speaker.say(context, 'language.which', {}, { choices: languageChoices });
    return askAgain;
  }
  await means.language.set(context, said.wanted);
  // What was written in another language before counts no more against a choice.
  await means.writtenOnce.set(context, null);
  await means.speaker.say(context, 'language.changed');
  return whatElse(turn, means);
};
