import type { Language } from '../language.ts';

/** In every language at once: without its script the page cannot know more than the browser's first wish. */
export const withoutScript: Record<Language, string> = {
  'zh-Hans': '此页面需要启用 JavaScript。请在浏览器设置中启用后刷新页面，或拨打您银行卡背面的电话。',
  'zh-Hant': '此頁面需要啟用 JavaScript。請在瀏覽器設定中啟用後重新整理頁面，或撥打您銀行卡背面的電話。',
  en: 'This page needs JavaScript. Please switch it on in your browser’s settings and reload the page, or call the number on the back of your card.',
};
