import type { Wording } from '../../../kit/wording.ts';
import type { repair as source } from '../../zh-Hans/conversation/repair.ts';

export const repair: Record<keyof typeof source, Wording> = {
  help: {
    text: '我可以查詢卡片是否被凍結、說明如何解凍，或協助您解凍。辦理中您隨時可以說「返回」、「再說一遍」、「取消」或「專人客服」。',
    speech: '我可以查詢卡片是否被凍結，也可以協助您解凍。隨時可以說：返回、再說一遍、取消。按 0 找服務人員。',
  },
  whichOne: '好的，請問您要查詢卡片、解凍卡片，還是找專人客服？',
  goodbye: '好的，需要時請隨時再來。祝您一切順利。',
  otherLanguage: '我可以用繁體中文、简体中文或 English 與您交談。Please choose a language.',
  'goBack.sent': '前一項已經加密送出，無法再更改。請繼續輸入這一項，或說「取消」。',
  'leave.confirm': '您剛才提交的內容會作廢，卡片保持凍結。要停止辦理嗎？',
  'leave.confirmAgain': '請回答「是」或「不」：要停止辦理嗎？說「不」就繼續。',
  'leave.help': '回答「是」，辦理就停止；回答「不」，我們從剛才的地方繼續。也可以說「專人客服」。',
  'leave.offerAgent': '如果不確定，我們的人員可以協助您：{{agent}}。',
  'silence.1': '我沒有聽到您的回答。',
  'silence.2': {
    text: '不用著急，請慢慢來。需要協助可以說「專人客服」。',
    speech: '不用著急，請慢慢來。要找服務人員，請按 0 再按井字鍵。',
  },
  'silence.3': '我一直沒有聽到您的回答，先不辦理了，卡片沒有任何變動。',
  takeYourTime: '好的，您慢慢來，我等您。',
  begunAfresh: '抱歉，我們剛剛更新了系統，先前的對話無法繼續，請重新開始。您的卡片沒有受到影響。',
  begunLater: '距離上次已有一段時間，為安全起見，我先重新查詢您的卡片。',
};
