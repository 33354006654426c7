import type { Language } from '../../services/contract/language.ts';

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
  failed: string;
  seconds: string;
};

export const words: Record<Language, Words> = {
  'zh-Hans': {
    title: '电话模拟器',
    about: '不需要任何账号，用这部电话试试银行卡解冻热线。',
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
    failed: '请求失败，请重试。',
    seconds: '秒',
  },
  'zh-Hant': {
    title: '電話模擬器',
    about: '不需要任何帳號，用這部電話試試銀行卡解凍專線。',
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
    failed: '請求失敗，請重試。',
    seconds: '秒',
  },
  en: {
    title: 'Telephone simulator',
    about: 'Try the card service’s telephone line without any account.',
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
    failed: 'That did not work. Please try again.',
    seconds: 's',
  },
};
