import type { page as source } from '../zh-Hans/page.ts';

export const page: typeof source = {
  service: '銀行卡服務',
  privacy: '隱私權政策',
  terms: '服務條款',
  complaint: '申訴與建議',
  help: '客服電話',
  genuine: '如何確認這是真的',
  withoutScript: '此頁面需要啟用 JavaScript。請在瀏覽器設定中啟用後重新整理頁面，或撥打您銀行卡背面的電話。',
};
