import { languages } from '../../kit/language.ts';
import type { MessageId } from '../../words/conversation.ts';
import { text } from './wording.ts';

/** The quick reply that was sent back, if these words are one's: what the bot itself offers needs no understanding. */
export function chosen<Choice extends MessageId>(
  said: string,
  choices: readonly Choice[],
): Choice | undefined {
  const plain = said.trim().toLowerCase();
  return choices.find((choice) =>
    languages.some((language) => text(language, choice).toLowerCase() === plain),
  );
}
