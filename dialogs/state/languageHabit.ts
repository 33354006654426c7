import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import { writtenLanguage } from '../understanding/spokenLanguage.ts';
import { utteranceOf } from './utterance.ts';

/** The second language in which a customer has begun to write. */
export type WrittenOnce = Language | null;

/**
 * Answers in the language that the customer writes: at once where a whole sentence leaves no doubt, at the second
 * message in a row where a few words only make it likely.
 */
export async function followsLanguage(
  turnContext: TurnContext,
  properties: { language: StatePropertyAccessor<Language>; writtenOnce: StatePropertyAccessor<WrittenOnce> },
): Promise<void> {
  const written = writtenLanguage(utteranceOf(turnContext.activity).words);
  if (written === undefined) return;
  // What suits the locale is nobody's choice yet, and must not stand in the state as if it were.
  const chosen: Language | undefined = await properties.language.get(turnContext);
  const current = chosen ?? nearestLanguage(turnContext.activity.locale);
  const before = await properties.writtenOnce.get(turnContext, null);
  const differs = written.language !== current;
  if (differs && (written.certain || before === written.language)) {
    await properties.language.set(turnContext, written.language);
  }
  await properties.writtenOnce.set(turnContext, differs ? written.language : null);
}

/** Answers in the language of a few words too: whoever answers a receipt may never have written here before. */
export async function speaksAsWritten(
  turnContext: TurnContext,
  { language }: { language: StatePropertyAccessor<Language> },
): Promise<void> {
  const { words } = utteranceOf(turnContext.activity);
  const current = (await language.get(turnContext)) ?? nearestLanguage(turnContext.activity.locale);
  const written = writtenLanguage(words)?.language ?? (/\p{Script=Han}/u.test(words) ? 'zh-Hans' : undefined);
  // What belongs to both scripts leaves the one that is spoken.
  const isBoth = writtenLanguage(words) === undefined && current.startsWith('zh');
  if (written !== undefined && written !== current && !isBoth) await language.set(turnContext, written);
}
