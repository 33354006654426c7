import type { MessageId } from './catalogue/index.ts';

/** What the bot can do, as quick replies. */
export const mainChoices: readonly MessageId[] = [
  'choice.cardStatus',
  'choice.unfreeze',
  'choice.howToUnfreeze',
  'choice.agent',
];

/** The languages, each by its own name. */
export const languageChoices: readonly MessageId[] = [
  'choice.language.zhHans',
  'choice.language.zhHant',
  'choice.language.en',
];
