import type { Wording } from '../../../kit/wording.ts';
import type { general as source } from '../../zh-Hans/conversation/general.ts';

export const general: Record<keyof typeof source, Wording> = {
  greeting: {
    text: '您好，我是銀行卡解凍助手。我可以查詢您的卡片是否被凍結，並協助您線上解凍，不用到分行。請問您要辦什麼？',
    speech: '銀行卡服務。找服務人員請按 0。',
  },
  'greeting.named': {
    text: '您好，我是{{bank}}的銀行卡解凍助手。我可以查詢您的卡片是否被凍結，並協助您線上解凍，不用到分行。請問您要辦什麼？',
    speech: '{{bank}}。找服務人員請按 0。',
  },
  anythingElse: { text: '還有什麼可以幫您？', speech: '還要辦什麼？' },
  thanks: '不客氣，祝您一切順利。',
  cancelled: { text: '好的，已取消，您的卡片沒有任何變動。', speech: '好的，已取消，沒有任何變動。' },
  nothingToCancel: '目前沒有正在辦理的事項。',
  startedOver: { text: '好的，我們從頭開始。請問您要辦什麼？', speech: '好的，我們從頭開始。' },
  'language.changed': '好的，我們用繁體中文繼續。',
  'language.which': { text: '請選擇語言：简体中文、繁體中文或 English。', speech: '請選擇語言。' },
  'notUnderstood.1': {
    text: '抱歉，我沒有聽懂。我可以查詢卡片狀態、說明如何解凍，或協助您解凍卡片。',
    speech: '抱歉，我沒有聽懂。',
  },
  'notUnderstood.2': {
    text: '抱歉，我還是沒有聽懂。您可以點選下面的選項，或直接說「我的卡被凍結了」。餘額、轉帳等其他業務我無法辦理。',
    speech: '抱歉，我還是沒有聽懂，請用按鍵。',
  },
  'notUnderstood.3': {
    text: '抱歉，我沒能幫上忙。請與專人客服聯絡：{{agent}}。您也可以點選下面的選項繼續。',
    speech: '抱歉，我沒能幫上忙。',
  },
  strayedSecret: {
    text: '您剛才傳送的內容像是證件號碼或密碼。我沒有請您提供，已從對話紀錄中抹除。請只在我詢問時提供。',
    speech: '這像是證件號碼或密碼，我沒有保存。請等我詢問時再用按鍵輸入。',
  },
  formOver: { text: '這個輸入框已失效，剛才的內容沒有使用。', speech: '剛才的內容沒有使用。' },
  onlyText: '抱歉，我只能讀文字，無法查看圖片、檔案或位置。',
  onlyPrivate: { text: '銀行卡的事不便在群組裡談，請與我單獨對話。', speech: '銀行卡的事，請與我單獨談。' },
  trouble: {
    text: '抱歉，我們的系統暫時發生問題。請稍後再試一次；如果急用，{{agent}}。這次問題的編號是 {{reference}}。',
    speech: '抱歉，我們的系統暫時發生問題。',
  },
};
