import { filled } from '../../kit/sentence.ts';
import { notices } from '../../words/notices.ts';
import { channelName } from '../contract/channelName.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';

/** What is sent with a link to the secure form, in the customer's language. */
export function secureLinkText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  address: string,
): string {
  const channel = channelName(language, facts.channel);
  return filled(notices[language].secureLink, { lastFour: facts.lastFour, channel, address });
}
