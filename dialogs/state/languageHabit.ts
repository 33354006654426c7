import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import { writtenLanguage } from '../understanding/spokenLanguage.ts';
import { conversationLanguage } from './conversationState.ts';

/** The other language that a customer has begun to write in. */
export type WrittenOnce = Language | null;

/**
 * Answers in the language that the customer writes: at once where a whole sentence leaves no doubt, at the second
 * message in a row where a few words only make it likely.
 */
export async function followsLanguage(
  turnContext: TurnContext,
  properties: { language: StatePropertyAccessor<Language>; writtenOnce: StatePropertyAccessor<WrittenOnce> },
): Promise<void> {
  const written = writtenLanguage(turnContext.activity.text ?? '');
  if (written === undefined) return;
  const current = await conversationLanguage(turnContext, properties.language);
  const before = await properties.writtenOnce.get(turnContext, null);
  const differs = written.language !== current;
  if (differs && (written.certain || before === written.language)) {
    await properties.language.set(turnContext, written.language);
  }
  await properties.writtenOnce.set(turnContext, differs ? written.language : null);
}
