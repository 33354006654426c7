import type { Language } from '../../kit/language.ts';

/** What the page says before its script runs; from then on `web/chat/words.ts` speaks. */
export const pageWords: Record<Language, { title: string; loading: string }> = {
  'zh-Hans': { title: '银行卡服务', loading: '正在连接，请稍候…' },
  'zh-Hant': { title: '銀行卡服務', loading: '正在連線，請稍候…' },
  en: { title: 'Card service', loading: 'Connecting, one moment please…' },
};
