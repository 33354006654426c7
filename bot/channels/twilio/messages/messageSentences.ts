import type { Language } from '../../../../kit/language.ts';

/**
 * What the channel says beside the conversation itself.
 * - `replyWithNumber`: stands over the choices; `orReply` where another answer is waited for
 * - `staysOnPhone`: goes with a question for a secret
 * - `removed`: answers a message that carried a secret
 * - `about`: who writes here, for HELP
 * - `trouble`: said where not even the database answers
 */
export type MessageSentence =
  | 'replyWithNumber'
  | 'orReply'
  | 'staysOnPhone'
  | 'removed'
  | 'about'
  | 'trouble';

/** Where these come from: the catalogue, which a channel does not know. */
export type MessageSentences = { say(id: MessageSentence, language: Language): string };
