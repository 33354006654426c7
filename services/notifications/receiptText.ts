import { filled } from '../../kit/sentence.ts';
import { notices } from '../../words/notices.ts';
import { channelName } from '../contract/channelName.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';

/** What the bank's own sentences need beside the message: where its customers' clocks are, and whom to call. */
export type Letterhead = { timeZone: string; agentPhone: string | undefined };

/** What a queued message says, in its customer's language and time. */
export function receiptText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  { timeZone, agentPhone }: Letterhead,
): string {
  const { call, unfreezeReceipt } = notices[language];
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  return filled(unfreezeReceipt, {
    lastFour: facts.lastFour,
    // Unicode's narrower spaces would cost a longer message where they cost anything, and show as boxes elsewhere.
    at: format.format(new Date(facts.at)).replace(/\s/g, ' '),
    channel: channelName(language, facts.channel),
    call: agentPhone ? filled(call.byPhone, { phone: agentPhone }) : call.byCard,
  });
}
