import type { Language } from '../../kit/language.ts';

/** What stands on the button and around the frame. */
type Words = { chat: string; open: string; close: string; failed: string };

export const words: Record<Language, Words> = {
  'zh-Hans': {
    chat: '银行卡服务',
    open: '卡片用不了？',
    close: '关闭对话',
    failed: '对话无法在此页面显示，请点这里在新窗口中打开。',
  },
  'zh-Hant': {
    chat: '銀行卡服務',
    open: '卡片不能用？',
    close: '關閉對話',
    failed: '對話無法在此頁面顯示，請點這裡在新視窗中開啟。',
  },
  en: {
    chat: 'Card service',
    open: 'Card not working?',
    close: 'Close the chat',
    failed: 'The chat cannot be shown on this page. Open it in a new window instead.',
  },
};

export function isLanguage(tag: string): tag is Language {
  return tag in words;
}
