import type { Wordings } from '../../../kit/wording.ts';

/** What is written in SMS and WhatsApp alone, around the conversation itself. */
export const messaging = {
  'message.replyWithNumber': '请回复数字：',
  'message.orReply': '也可以回复：',
  'message.staysOnPhone': '您回复的内容会留在您的手机上，发送后请删除。',
  'message.removed': '您刚才的消息正从服务商处抹去，但仍留在您的手机上，请您删除。',
  'message.about': '这里是银行卡解冻助手。找人工客服：{{agent}}。回复 STOP 就不再收到消息，START 恢复。',
  'message.trouble':
    '抱歉，我们的系统暂时出了问题，请稍后再发一次。如果着急，{{agent}}。本次问题的编号是 {{reference}}。',
} satisfies Wordings;
