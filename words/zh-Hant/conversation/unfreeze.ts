import type { Wording } from '../../../kit/wording.ts';
import type { unfreeze as source } from '../../zh-Hans/conversation/unfreeze.ts';

export const unfreeze: Record<keyof typeof source, Wording> = {
  'unfreeze.confirm': {
    text: '現在解凍末四碼 {{lastFour}} 的卡片嗎？',
    speech: '要解凍末四碼 {{lastFour}} 的卡片嗎？',
  },
  'unfreeze.confirmAgain': {
    text: '請回答「是」或「不」：現在解凍末四碼 {{lastFour}} 的卡片嗎？',
    speech: '請按鍵回答：要解凍末四碼 {{lastFour}} 的卡片嗎？',
  },
  'unfreeze.confirmHelp': '回答「是」，我就開始為您解凍；回答「不」，卡片保持凍結。也可以說「專人客服」。',
  'unfreeze.offerAgent': '如果不確定，我們的人員可以協助您：{{agent}}。卡片保持凍結也沒有關係。',
  'unfreeze.declined': '好的，末四碼 {{lastFour}} 的卡片保持凍結。您隨時可以回來解凍。',
  'unfreeze.statusChanged': '末四碼 {{lastFour}} 的卡片狀態剛剛有變化，請重新查詢一次。',
  'outcome.unfrozen':
    '驗證通過，末四碼 {{lastFour}} 的卡片已解凍，現在可以使用了。我們會傳送通知到您留存的手機號碼。',
  'outcome.notAccepted':
    '您提供的資訊與銀行留存的不一致，卡片仍然凍結。您還可以再試 {{count}} 次，請仔細核對。',
  'outcome.notAcceptedAgain':
    '資訊仍與銀行留存的不一致，卡片仍然凍結，還可以再試 {{count}} 次。請確認：證件是您在銀行登記的那一種，密碼是提款用的六位數密碼。不確定的話，{{agent}}。',
  'outcome.locked': {
    text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已暫停，約 {{wait}}後可以再試。卡片仍然凍結，沒有其他影響。如果急用，{{agent}}，或說「傳簡訊給我」，在您留存的手機上辦理。',
    speech:
      '資訊多次不一致。為保護您的帳戶，這張卡的電話解凍已暫停，約 {{wait}}後可以再試。卡片仍然凍結，沒有其他影響。要現在辦理，可以說：傳簡訊給我。',
  },
  'outcome.lockedUntilReleased': {
    text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已停用，需要人員核實後恢復：{{agent}}。您也可以說「傳簡訊給我」，在您留存的手機上試試。卡片仍然凍結，沒有其他影響。',
    speech: '資訊多次不一致。為保護您的帳戶，這張卡的電話解凍已停用，需要服務人員核實後恢復，請按 0。',
  },
  'outcome.matched': '謝謝您，資料都相符。末四碼 {{lastFour}} 的卡片還沒有解凍，接下來由服務人員為您辦理。',
  'outcome.notStarted':
    '末四碼 {{lastFour}} 的卡片沒有解凍：核實已逾時，或卡片的狀況有了變化。服務人員會告訴您接下來怎麼辦。',
  'outcome.over': '這次驗證已過期，之前輸入的內容已作廢，卡片沒有因此變動。您可以重新開始。',
};
