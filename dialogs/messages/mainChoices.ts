import { type Language, languages } from '../../kit/language.ts';
import type { MessageId } from '../../words/conversation.ts';

/** What the bot can do, as quick replies. */
export const mainChoices: readonly MessageId[] = [
  'choice.cardStatus',
  'choice.unfreeze',
  'choice.howToUnfreeze',
  'choice.agent',
];

/** What chooses each language: its own name. */
const languageChoice: Record<Language, MessageId> = {
  'zh-Hans': 'choice.language.zhHans',
  'zh-Hant': 'choice.language.zhHant',
  en: 'choice.language.en',
};

/** The languages, each by its own name. */
export const languageChoices: readonly MessageId[] = languages.map((language) => languageChoice[language]);
