import type { chatPage as source } from '../zh-Hans/chatPage.ts';

export const chatPage: typeof source = {
  title: '銀行卡服務',
  titleOfWindow: '銀行卡服務 · Thawline',
  chat: '對話',
  language: '語言',
  newConversation: '新對話',
  loading: '正在連線，請稍候…',
  lost: '連線中斷，正在重新連線…',
  tryAgain: '立即重試',
  over: '這次對話已結束。您可以開始新的對話。',
  elsewhere: '這次對話已在另一個視窗中開啟。',
  continueHere: '在此繼續',
  placeholder: '請輸入您的問題',
  sending: '正在加密傳送…',
  working: '正在處理，請稍候',
  unreadableForm: '安全輸入框無法顯示，請重新整理頁面後再試。',
};
