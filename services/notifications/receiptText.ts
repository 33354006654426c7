import type { Language } from '../../kit/language.ts';
import { channelRows } from '../contract/channels.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';

/** What the bank's own sentences need beside the message: where its customers' clocks are, and whom to call. */
export type Letterhead = { timeZone: string; agentPhone: string | undefined };

type Wording = {
  call: (phone: string | undefined) => string;
  unfreezeReceipt: (facts: { lastFour: string; at: string; channel: string; call: string }) => string;
};

const wordings: Record<Language, Wording> = {
  'zh-Hans': {
    call: (phone) => (phone ? `致电 ${phone}` : '拨打卡片背面的客服电话'),
    unfreezeReceipt: ({ lastFour, at, channel, call }) =>
      `您尾号 ${lastFour} 的银行卡已于 ${at} 通过${channel}解冻。如非本人操作，请立即回复“不是我”，或${call}。`,
  },
  'zh-Hant': {
    call: (phone) => (phone ? `致電 ${phone}` : '撥打卡片背面的客服電話'),
    unfreezeReceipt: ({ lastFour, at, channel, call }) =>
      `您末四碼 ${lastFour} 的銀行卡已於 ${at} 透過${channel}解凍。如非本人操作，請立即回覆「不是我」，或${call}。`,
  },
  en: {
    call: (phone) => (phone ? `call ${phone}` : 'call the number on your card'),
    unfreezeReceipt: ({ lastFour, at, channel, call }) =>
      `Your card ending ${lastFour} was unfrozen on ${at} by ${channel}. If that was not you, reply NOT ME or ${call} now.`,
  },
};

/** What a queued message says, in its customer's language and time. */
export function receiptText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  { timeZone, agentPhone }: Letterhead,
): string {
  const { call, unfreezeReceipt } = wordings[language];
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  return unfreezeReceipt({
    lastFour: facts.lastFour,
    // Unicode's narrower spaces would cost a longer message where they cost anything, and show as boxes elsewhere.
    at: format.format(new Date(facts.at)).replace(/\s/g, ' '),
    channel: channelRows[facts.channel].names[language],
    call: call(agentPhone),
  });
}
