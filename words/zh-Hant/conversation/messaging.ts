import type { Wording } from '../../../kit/wording.ts';
import type { messaging as source } from '../../zh-Hans/conversation/messaging.ts';

export const messaging: Record<keyof typeof source, Wording> = {
  'message.replyWithNumber': '請回覆數字：',
  'message.orReply': '也可以回覆：',
  'message.staysOnPhone': '您回覆的內容會留在您的手機上，傳送後請刪除。',
  'message.removed': '您剛才的訊息正從服務商處抹除，但仍留在您的手機上，請您刪除。',
  'message.about': '這裡是銀行卡解凍助手。找專人客服：{{agent}}。回覆 STOP 就不再收到訊息，START 恢復。',
  'message.trouble':
    '抱歉，我們的系統暫時發生問題，請稍後再傳一次。如果急用，{{agent}}。這次問題的編號是 {{reference}}。',
};
