import type { Catalogue } from './message.ts';

/** What is written in SMS and WhatsApp alone, around the conversation itself. */
export const messaging = {
  'message.replyWithNumber': {
    'zh-Hans': { text: '请回复数字：' },
    'zh-Hant': { text: '請回覆數字：' },
    en: { text: 'Reply with a number:' },
  },
  'message.orReply': {
    'zh-Hans': { text: '也可以回复：' },
    'zh-Hant': { text: '也可以回覆：' },
    en: { text: 'Or reply with:' },
  },
  'message.staysOnPhone': {
    'zh-Hans': { text: '您回复的内容会留在您的手机上，发送后请删除。' },
    'zh-Hant': { text: '您回覆的內容會留在您的手機上，傳送後請刪除。' },
    en: { text: 'Your reply stays on your phone: please delete it after sending.' },
  },
  'message.removed': {
    'zh-Hans': { text: '您刚才的消息正从服务商处抹去，但仍留在您的手机上，请您删除。' },
    'zh-Hant': { text: '您剛才的訊息正從服務商處抹除，但仍留在您的手機上，請您刪除。' },
    en: {
      text: 'Your last message is being blanked at our provider, but it stays on your phone: please delete it there.',
    },
  },
  'message.about': {
    'zh-Hans': {
      text: '这里是银行卡解冻助手。找人工客服：{{agent}}。回复 STOP 就不再收到消息，START 恢复。',
    },
    'zh-Hant': {
      text: '這裡是銀行卡解凍助手。找專人客服：{{agent}}。回覆 STOP 就不再收到訊息，START 恢復。',
    },
    en: {
      text: 'This is your bank’s card assistant. For a person, {{agent}}. Reply STOP for no more messages, START to begin again.',
    },
  },
  'message.trouble': {
    'zh-Hans': { text: '抱歉，我们的系统暂时出了问题，请稍后再发一次。如果着急，{{agent}}。' },
    'zh-Hant': { text: '抱歉，我們的系統暫時發生問題，請稍後再傳一次。如果急用，{{agent}}。' },
    en: {
      text: 'Sorry, something went wrong on our side. Please send that again in a moment; if it is urgent, {{agent}}.',
    },
  },
} satisfies Catalogue;
