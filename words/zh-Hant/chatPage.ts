import type { chatPage as source } from '../zh-Hans/chatPage.ts';

export const chatPage: typeof source = {
  title: '{{service}}',
  titleOfWindow: '{{service}} · {{bank}}',
  chat: '對話',
  language: '語言',
  newConversation: '新對話',
  loading: '正在連線，請稍候…',
  lost: '連線中斷，正在重新連線。您傳送的內容會保留並自動送出。',
  tryAgain: '立即重試',
  over: '這次對話已結束。您可以開始新的對話。',
  elsewhere: '這次對話已在另一個視窗中開啟。',
  continueHere: '在此繼續',
  placeholder: '請輸入您的問題',
  sending: '正在加密傳送…',
  working: '正在處理，請稍候',
  offline: '目前沒有網路。您傳送的內容會保留，網路恢復後自動送出。',
  late: '網路較慢，您傳送的內容還在路上，會自動送出。',
  verificationRuns: '正在驗證身分。現在離開的話，需要重新開始。',
  goOn: '繼續驗證',
  giveUp: '放棄並離開',
  written: '已輸入 {{length}} 字，最多 {{most}} 字',
  tooLong: '超出 {{tooMany}} 字（最多 {{most}} 字），請縮短後再傳送',
  cannotSeal:
    '此瀏覽器在這裡無法加密，所以不能輸入：可能不是透過 https 開啟，或瀏覽器版本太舊。請改用新版瀏覽器、撥打卡片背面的客服電話，或在留存的手機上透過簡訊辦理。',
  sendLink: '傳簡訊給我',
  unreadableForm: '安全輸入框無法顯示，請重新整理頁面後再試。',
};
