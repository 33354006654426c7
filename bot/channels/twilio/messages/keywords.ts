import { normalText } from '../../../../kit/customerText.ts';
import type { IncomingMessage } from './messageRequest.ts';

/** The meaning of a message for the carrier, independent of the conversation. */
export type Keyword = 'stop' | 'start' | 'help';

/**
 * The keywords that mean the same in every country. For some countries Twilio's list also has CANCEL, END, QUIT and
 * YES, which are answers in a conversation; docs/channels.md says how the account leaves them to us.
 */
const keywords: Record<string, Keyword> = {
  STOP: 'stop',
  STOPALL: 'stop',
  UNSUBSCRIBE: 'stop',
  START: 'start',
  UNSTOP: 'start',
  HELP: 'help',
  INFO: 'help',
};

/**
 * The keyword in a message. Twilio's opt-out handling is trusted where it names one; otherwise a message that consists
 * of a keyword only counts.
 */
export function keywordOf({ OptOutType, Body }: Pick<IncomingMessage, 'OptOutType' | 'Body'>) {
  const word = normalText(OptOutType ?? Body)
    .trim()
    .toUpperCase();
  return Object.hasOwn(keywords, word) ? keywords[word] : undefined;
}
