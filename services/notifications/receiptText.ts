import { filled } from '../../kit/sentence.ts';
import { notices } from '../../words/notices.ts';
import { channelName } from '../contract/channelName.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';

/** What the bank's own sentences need beside the message: where its customers' clocks are, and whom to call. */
export type Letterhead = { timeZone: string; agentPhone: string | undefined };

/** The messages that say what has happened, and hold no address. */
export type News = Exclude<OutboxMessage['kind'], 'secureLink'>;
type Written = Pick<OutboxMessage, 'language' | 'facts'>;

/** What the receipt of an unfreezing says, in its customer's language and time. */
export function receiptText(message: Written, letterhead: Letterhead): string {
  return newsText('unfreezeReceipt', message, letterhead);
}

/** What a queued message says that has news for its customer, in their language and time. */
export function newsText(
  kind: News,
  { language, facts }: Written,
  { timeZone, agentPhone }: Letterhead,
): string {
  const { call, ...texts } = notices[language];
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  return filled(texts[kind], {
    lastFour: facts.lastFour,
    // Unicode's narrower spaces would cost a longer message where they cost anything, and show as boxes elsewhere.
    at: format.format(new Date(facts.at)).replace(/\s/g, ' '),
    channel: channelName(language, facts.channel),
    call: agentPhone ? filled(call.byPhone, { phone: agentPhone }) : call.byCard,
  });
}
