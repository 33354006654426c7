import type { Language } from '../../../../kit/language.ts';

/**
 * The sentences of the channel itself, beside those of the conversation.
 * - `replyWithNumber`: above the choices; `orReply` where another answer is possible too
 * - `staysOnPhone`: with a question for a secret
 * - `removed`: answers a message that held a secret
 * - `about`: says who writes here, for HELP
 * - `trouble`: while not even the database answers
 */
export type MessageSentence =
  | 'replyWithNumber'
  | 'orReply'
  | 'staysOnPhone'
  | 'removed'
  | 'about'
  | 'trouble';

/** The source of these sentences, the catalogue, which a channel does not know itself. */
export type MessageSentences = { say(id: MessageSentence, language: Language): string };
