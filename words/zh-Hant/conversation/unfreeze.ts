import type { Wording } from '../../../kit/wording.ts';
import type { unfreeze as source } from '../../zh-Hans/conversation/unfreeze.ts';

export const unfreeze: Record<keyof typeof source, Wording> = {
  'unfreeze.confirm': {
    text: '現在解凍末四碼 {{lastFour}} 的卡片嗎？',
    speech: '要解凍末四碼 {{lastFour}} 的卡片嗎？',
  },
  'unfreeze.confirmAgain': {
    text: '請回答「是」或「不」：現在解凍末四碼 {{lastFour}} 的卡片嗎？',
    speech: '要解凍末四碼 {{lastFour}} 的卡片嗎？',
  },
  'unfreeze.confirmHelp': {
    text: '回答「是」，我就開始為您解凍；回答「不」，卡片保持凍結。也可以說「專人客服」。',
    speech: '是就開始解凍，不就保持凍結。換個地方繼續，請按 3。',
  },
  'unfreeze.offerAgent': {
    text: '如果不確定，我們的人員可以協助您：{{agent}}。卡片保持凍結也沒有關係。',
    speech: '不確定的話，按 0 找服務人員。',
  },
  'unfreeze.declined': {
    text: '好的，末四碼 {{lastFour}} 的卡片保持凍結。您隨時可以回來解凍。',
    speech: '好的，末四碼 {{lastFour}} 的卡保持凍結。',
  },
  'unfreeze.statusChanged': {
    text: '末四碼 {{lastFour}} 的卡片狀態剛剛有變化，請重新查詢一次。',
    speech: '卡的狀態剛有變化，請重新查詢。',
  },
  'outcome.unfrozen': {
    text: '驗證通過，末四碼 {{lastFour}} 的卡片已解凍，現在可以使用了。我們會傳送通知到您留存的手機號碼。',
    speech: '末四碼 {{lastFour}} 的卡已解凍。',
  },
  'outcome.unfrozenToo': {
    text: '末四碼 {{lastFour}} 的卡片也已解凍。您剛才核實過的資料對這張卡同樣有效，不用再提供。我們會傳送通知到您留存的手機號碼。',
    speech: '末四碼 {{lastFour}} 的卡也已解凍。',
  },
  'outcome.notAccepted': {
    text: '您提供的資訊與銀行留存的不一致，卡片仍然凍結。您還可以再試 {{count}} 次，請仔細核對。',
    speech: '資訊不一致，卡仍凍結，還可試 {{count}} 次。',
  },
  'outcome.notAcceptedAgain': {
    text: '資訊仍與銀行留存的不一致，卡片仍然凍結，還可以再試 {{count}} 次。請確認：證件是您在銀行登記的那一種，密碼是提款用的{{passwordLength}}密碼。不確定的話，{{agent}}。',
    speech: '仍不一致，還可試 {{count}} 次。找服務人員按 0 和井字鍵。',
  },
  'outcome.locked': {
    text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已暫停，約 {{wait}}後可以再試。卡片仍然凍結，沒有其他影響。如果急用，{{agent}}，或說「傳簡訊給我」，在您留存的手機上辦理。',
    speech: '資料多次不一致，解凍暫停約 {{wait}}。也可以說：傳簡訊給我。',
  },
  'outcome.lockedUntilReleased': {
    text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已停用，需要人員核實後恢復：{{agent}}。您也可以說「傳簡訊給我」，在您留存的手機上試試。卡片仍然凍結，沒有其他影響。',
    speech: '資訊多次不一致，要服務人員核實後才能解凍，請按 0。',
  },
  'outcome.matched': {
    text: '謝謝您，資料都相符。末四碼 {{lastFour}} 的卡片還沒有解凍，接下來由服務人員為您辦理。',
    speech: '核實通過。末四碼 {{lastFour}} 的卡還沒有解凍，由服務人員接著辦理。',
  },
  'outcome.notStarted': {
    text: '末四碼 {{lastFour}} 的卡片沒有解凍：核實已逾時，或卡片的狀況有了變化。服務人員會告訴您接下來怎麼辦。',
    speech: '末四碼 {{lastFour}} 的卡沒有解凍：核驗已過期或情況有變，服務人員會告訴您。',
  },
  'outcome.over': {
    text: '這次驗證已過期，之前輸入的內容已作廢，卡片沒有因此變動。您可以重新開始。',
    speech: '這次核驗已過期，沒有任何變動，可以重新開始。',
  },
};
