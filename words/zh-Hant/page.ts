import type { page as source } from '../zh-Hans/page.ts';

export const page: typeof source = {
  withoutScript: '此頁面需要啟用 JavaScript。請在瀏覽器設定中啟用後重新整理頁面，或撥打您銀行卡背面的電話。',
};
