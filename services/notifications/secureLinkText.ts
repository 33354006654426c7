import type { Language } from '../../kit/language.ts';
import { channelRows } from '../contract/channels.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';

type Facts = { lastFour: string; channel: string; address: string };

const wordings: Record<Language, (facts: Facts) => string> = {
  'zh-Hans': ({ lastFour, channel, address }) =>
    `有人通过${channel}申请解冻您尾号 ${lastFour} 的银行卡。如是您本人，请在 10 分钟内打开 ${address} 办理，请勿转发。如非本人，请打开后点“不是我”。`,
  'zh-Hant': ({ lastFour, channel, address }) =>
    `有人透過${channel}申請解凍您末四碼 ${lastFour} 的銀行卡。如是您本人，請在 10 分鐘內開啟 ${address} 辦理，請勿轉傳。如非本人，請開啟後點選「不是我」。`,
  en: ({ lastFour, channel, address }) =>
    `Someone asked by ${channel} to unfreeze your card ending ${lastFour}. If it was you, open ${address} within 10 minutes, and pass it on to nobody. If not, open it and choose "This was not me".`,
};

/** What is sent with a link to the secure form, in the customer's language. */
export function secureLinkText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  address: string,
): string {
  const channel = channelRows[facts.channel].names[language];
  return wordings[language]({ lastFour: facts.lastFour, channel, address });
}
