import type { Language } from '../../kit/language.ts';
import type { MessagingApp } from '../contract/simulatedMessages.ts';

/** Every word of the telephone's page that is not said on the line. */
export type Words = {
  title: string;
  about: string;
  language: string;
  phone: string;
  caller: string;
  hidden: string;
  call: string;
  hangUp: string;
  keypad: string;
  keyName: { '*': string; '#': string };
  speak: string;
  say: string;
  sound: string;
  ready: string;
  ringing: string;
  speaking: string;
  listening: string;
  listeningKeys: string;
  ended: string;
  dialling: string;
  personAnswers: string;
  nobodyAnswers: string;
  transcript: string;
  emptyTranscript: string;
  document: string;
  emptyDocument: string;
  pressed: string;
  said: string;
  silent: string;
  messages: string;
  emptyMessages: string;
  noMessages: string;
  news: string;
  app: Record<MessagingApp, string>;
  write: string;
  send: string;
  failed: string;
  seconds: string;
};

export const words: Record<Language, Words> = {
  'zh-Hans': {
    title: '电话模拟器',
    about: '不需要任何账号，用这部手机给银行卡服务打电话或发消息。',
    language: '语言',
    phone: '电话机',
    caller: '主叫号码',
    hidden: '隐藏号码',
    call: '呼叫',
    hangUp: '挂断',
    keypad: '拨号键盘',
    keyName: { '*': '星号', '#': '井号' },
    speak: '说话（打字代替）',
    say: '说',
    sound: '声音',
    ready: '可以呼叫',
    ringing: '正在接通…',
    speaking: '对方正在说话',
    listening: '请按键或说话',
    listeningKeys: '请按键',
    ended: '通话已结束',
    dialling: '正在转接工作人员…',
    personAnswers: '有人接听',
    nobodyAnswers: '无人接听',
    transcript: '通话内容',
    emptyTranscript: '呼叫后，听到的每句话都会显示在这里。',
    document: '最近的 TwiML',
    emptyDocument: '服务器的应答会显示在这里。',
    pressed: '按键',
    said: '说',
    silent: '没有出声',
    messages: '这部手机的消息',
    emptyMessages: '银行发来的通知会显示在这里；您也可以在这里给银行写消息。',
    noMessages: '隐藏号码收不到消息，请选择一个主叫号码。',
    news: '有新消息',
    app: { sms: '短信', whatsApp: 'WhatsApp' },
    write: '写消息',
    send: '发送',
    failed: '请求失败，请重试。',
    seconds: '秒',
  },
  'zh-Hant': {
    title: '電話模擬器',
    about: '不需要任何帳號，用這支手機打電話或傳訊息給銀行卡服務。',
    language: '語言',
    phone: '電話機',
    caller: '來電號碼',
    hidden: '隱藏號碼',
    call: '撥打',
    hangUp: '掛斷',
    keypad: '撥號鍵盤',
    keyName: { '*': '米字', '#': '井字' },
    speak: '說話（以打字代替）',
    say: '說',
    sound: '聲音',
    ready: '可以撥打',
    ringing: '正在接通…',
    speaking: '對方正在說話',
    listening: '請按鍵或說話',
    listeningKeys: '請按鍵',
    ended: '通話已結束',
    dialling: '正在轉接服務人員…',
    personAnswers: '有人接聽',
    nobodyAnswers: '無人接聽',
    transcript: '通話內容',
    emptyTranscript: '撥打後，聽到的每句話都會顯示在這裡。',
    document: '最近的 TwiML',
    emptyDocument: '伺服器的回應會顯示在這裡。',
    pressed: '按鍵',
    said: '說',
    silent: '沒有出聲',
    messages: '這支手機的訊息',
    emptyMessages: '銀行傳來的通知會顯示在這裡；您也可以在這裡傳訊息給銀行。',
    noMessages: '隱藏號碼收不到訊息，請選擇一個來電號碼。',
    news: '有新訊息',
    app: { sms: '簡訊', whatsApp: 'WhatsApp' },
    write: '寫訊息',
    send: '傳送',
    failed: '請求失敗，請重試。',
    seconds: '秒',
  },
  en: {
    title: 'Telephone simulator',
    about: 'Call the card service or write to it, without any account.',
    language: 'Language',
    phone: 'Telephone',
    caller: 'Calling from',
    hidden: 'Hidden number',
    call: 'Call',
    hangUp: 'Hang up',
    keypad: 'Keypad',
    keyName: { '*': 'star', '#': 'hash' },
    speak: 'Speak (by typing)',
    say: 'Say it',
    sound: 'Sound',
    ready: 'Ready to call',
    ringing: 'Connecting…',
    speaking: 'The line is speaking',
    listening: 'Press a key or speak',
    listeningKeys: 'Press keys',
    ended: 'The call is over',
    dialling: 'Calling the staff…',
    personAnswers: 'Somebody answers',
    nobodyAnswers: 'Nobody answers',
    transcript: 'What is said',
    emptyTranscript: 'Once you call, every sentence that you hear is written here.',
    document: 'The latest TwiML',
    emptyDocument: 'What the service answers is shown here.',
    pressed: 'Keys',
    said: 'Said',
    silent: 'Silence',
    messages: 'Messages on this phone',
    emptyMessages: 'What the bank sends shows here, and you can write to it.',
    noMessages: 'A hidden number gets no messages: choose one to call from.',
    news: 'New message',
    app: { sms: 'SMS', whatsApp: 'WhatsApp' },
    write: 'Write a message',
    send: 'Send',
    failed: 'That did not work. Please try again.',
    seconds: 's',
  },
};
