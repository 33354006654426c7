import { filled } from '../../kit/sentence.ts';
import { channelName } from '../contract/channelName.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';
import { type Letterhead, noticesOf } from './receiptText.ts';
import type { TextForm } from './textForm.ts';

/** What is sent with a link to the secure form, in the customer's language. */
export function secureLinkText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  address: string,
  letterhead: Pick<Letterhead, 'brand'>,
  form: TextForm,
): string {
  const channel = channelName(language, facts.channel);
  const { secureLink, sign } = noticesOf(letterhead, language, form);
  return sign(filled(secureLink, { lastFour: facts.lastFour, channel, address }));
}
