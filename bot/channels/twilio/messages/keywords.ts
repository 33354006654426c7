import { normalText } from '../../../../kit/customerText.ts';
import type { IncomingMessage } from './messageRequest.ts';

/** What a message means to the carrier, whatever the conversation is at. */
export type Keyword = 'stop' | 'start' | 'help';

/**
 * The words that mean the same everywhere. Twilio's list for some countries has CANCEL, END, QUIT and YES too: in a
 * conversation these are answers, and docs/channels.md says how the account leaves them to us.
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

/** The account's own opt-out handling is believed; without it a message that is nothing but a keyword is one. */
export function keywordOf({ OptOutType, Body }: Pick<IncomingMessage, 'OptOutType' | 'Body'>) {
  const word = normalText(OptOutType ?? Body)
    .trim()
    .toUpperCase();
  return Object.hasOwn(keywords, word) ? keywords[word] : undefined;
}
