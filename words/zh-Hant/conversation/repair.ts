import type { Wording } from '../../../kit/wording.ts';
import type { repair as source } from '../../zh-Hans/conversation/repair.ts';

export const repair: Record<keyof typeof source, Wording> = {
  help: {
    text: '我可以查詢卡片是否被凍結、說明如何解凍，或協助您解凍。辦理中您隨時可以說「返回」、「再說一遍」、「取消」或「專人客服」。',
    speech: '我可以查詢和解凍卡片。可以說返回、再說一遍、取消。找服務人員請按 0。',
  },
  whichOne: {
    text: '好的，請問您要查詢卡片、解凍卡片，還是找專人客服？',
    speech: '您要查詢卡片、解凍卡片，還是找服務人員？',
  },
  goodbye: '好的，需要時請隨時再來。祝您一切順利。',
  otherLanguage: {
    text: '我可以用繁體中文、简体中文或 English 與您交談。Please choose a language.',
    speech: '我會說國語、普通話和英語，請選擇語言。',
  },
  'goBack.sent': {
    text: '前一項已經加密送出，無法再更改。請繼續輸入這一項，或說「取消」。',
    speech: '前一項已送出，不能再改。請繼續。',
  },
  'leave.confirm': {
    text: '您剛才提交的內容會作廢，卡片保持凍結。要停止辦理嗎？',
    speech: '剛才的內容會作廢。要停止嗎？',
  },
  'leave.confirmAgain': {
    text: '請回答「是」或「不」：要停止辦理嗎？說「不」就繼續。',
    speech: '請回答：要停止嗎？',
  },
  'leave.help': {
    text: '回答「是」，辦理就停止；回答「不」，我們從剛才的地方繼續。也可以說「專人客服」。',
    speech: '不停止，就從剛才的地方繼續。',
  },
  'leave.offerAgent': '如果不確定，我們的人員可以協助您：{{agent}}。',
  'silence.1': { text: '我沒有聽到您的回答。', speech: '沒有聽到您的回答。' },
  'silence.2': {
    text: '不用著急，請慢慢來。需要協助可以說「專人客服」。',
    speech: '不用著急。找服務人員，按 0 和井字鍵。',
  },
  'silence.3': {
    text: '我一直沒有聽到您的回答，先不辦理了，卡片沒有任何變動。',
    speech: '一直沒有聽到您的回答，先不辦理了，沒有任何變動。',
  },
  takeYourTime: '好的，您慢慢來，我等您。',
  beingUpdated: {
    text: '系統正在更新，我暫時無法接續處理。請過一分鐘再說一次，您先前的進度不變。',
    speech: '系統正在更新，請過一分鐘再說一次。',
  },
  begunAfresh: {
    text: '抱歉，我們剛剛更新了系統，先前的對話無法繼續，請重新開始。您的卡片沒有受到影響。',
    speech: '抱歉，系統剛更新，請重新開始。您的卡沒有受影響。',
  },
  begunLater: {
    text: '距離上次已有一段時間，為安全起見，我先重新查詢您的卡片。',
    speech: '隔了一段時間，我重新查詢您的卡。',
  },
};
