import type { Language } from '../../kit/language.ts';

/** Every word of the page that is not the bot's, in its three languages. The bot's own come with its messages. */
export type Words = {
  title: string;
  titleOfWindow: string;
  chat: string;
  language: string;
  newConversation: string;
  loading: string;
  lost: string;
  tryAgain: string;
  over: string;
  elsewhere: string;
  continueHere: string;
  placeholder: string;
  sending: string;
  unreadableForm: string;
};

export const words: Record<Language, Words> = {
  'zh-Hans': {
    title: '银行卡服务',
    titleOfWindow: '银行卡服务 · Thawline',
    chat: '对话',
    language: '语言',
    newConversation: '新对话',
    loading: '正在连接，请稍候…',
    lost: '连接中断，正在重新连接…',
    tryAgain: '立即重试',
    over: '这次对话已结束。您可以开始新的对话。',
    elsewhere: '这次对话已在另一个窗口中打开。',
    continueHere: '在此继续',
    placeholder: '请输入您的问题',
    sending: '正在加密发送…',
    unreadableForm: '安全输入框无法显示，请刷新页面后再试。',
  },
  'zh-Hant': {
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
    unreadableForm: '安全輸入框無法顯示，請重新整理頁面後再試。',
  },
  en: {
    title: 'Card service',
    titleOfWindow: 'Card service · Thawline',
    chat: 'Conversation',
    language: 'Language',
    newConversation: 'New chat',
    loading: 'Connecting, one moment please…',
    lost: 'The connection was lost. Connecting again…',
    tryAgain: 'Try now',
    over: 'This conversation is over. You can start a new one.',
    elsewhere: 'This conversation is open in another window.',
    continueHere: 'Continue here',
    placeholder: 'Type your question',
    sending: 'Encrypting and sending…',
    unreadableForm: 'The secure form cannot be shown. Please reload the page and try again.',
  },
};
