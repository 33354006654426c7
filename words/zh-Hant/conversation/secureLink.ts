import type { Wording } from '../../../kit/wording.ts';
import type { secureLink as source } from '../../zh-Hans/conversation/secureLink.ts';

export const secureLink: Record<keyof typeof source, Wording> = {
  'secureLink.sent': {
    text: '我們正把一個連結用簡訊傳到您在銀行留存的手機，10 分鐘內有效。請開啟連結，在頁面上辦理。辦好後，隨便回覆我一句。',
    speech: '連結正傳到您留存的手機，請開啟辦理，不用掛斷。',
  },
  'secureLink.onItsWay': {
    text: '已經有一個連結用簡訊傳往您在銀行留存的手機，請直接用那一個，在頁面上辦理。如果沒有收到，10 分鐘內它會失效，之後我可以再傳一個。',
    speech: '連結已傳往您留存的手機，請開啟辦理，不用掛斷。',
  },
  'secureLink.open': {
    text: '頁面上還沒有辦好，卡片仍然凍結。簡訊可能要等一兩分鐘。辦好後，隨便回覆我一句。',
    speech: '頁面上還沒有辦好，不用著急。',
  },
  'secureLink.over': {
    text: '這個連結已經失效，卡片沒有透過它解凍。需要我再傳一個新的連結嗎？',
    speech: '連結已失效，卡仍然凍結。',
  },
  'secureLink.locked': {
    text: '資訊多次不一致。為保護您的帳戶，這張卡的解凍已暫停，頁面上寫著什麼時候可以再試。卡片仍然凍結，沒有其他影響。如果急用，{{agent}}。',
    speech: '資訊多次不一致，這張卡的解凍已暫停，卡仍然凍結。',
  },
  'secureLink.left': {
    text: '好的，這裡就到此為止，卡片仍然凍結。剛才傳的內容過了 10 分鐘會自動失效。',
    speech: '好的，卡仍然凍結，連結會自動失效。',
  },
  'secureLink.tooMany': {
    text: '現在不能再傳簡訊，約 {{wait}}後可以再傳。如果急用，{{agent}}。',
    speech: '約 {{wait}}後才能再傳簡訊。找服務人員請按 0。',
  },
  'secureLink.tooManyHere': {
    text: '現在不能從這裡再傳簡訊，約 {{wait}}後可以再傳。用您留存的手機傳簡訊或打電話給我們，可以更早拿到。如果急用，{{agent}}。',
    speech: '這裡約 {{wait}}後才能再傳簡訊；用留存的手機來電可以更早。',
  },
  'secureLink.none': {
    text: '抱歉，現在無法傳送簡訊。我們的人員可以協助您：{{agent}}。',
    speech: '抱歉，現在無法傳送簡訊。找服務人員請按 0。',
  },
  'secureLink.help': {
    text: '簡訊只傳到您在銀行留存的手機，頁面上的內容在您的裝置上加密，我看不到。沒有收到，可以請我再傳一次；也可以說「取消」或「專人客服」。',
    speech: '簡訊只傳到您留存的手機，您輸入的內容我看不到。',
  },
  'choice.linkDone': '辦好了',
  'choice.newLink': { text: '寄新的連結', speech: '要新連結' },
  'secureCode.sent': {
    text: '我們正把一個代碼用簡訊傳到您在銀行留存的手機。請自行開啟您熟悉的本行網站或 App，選擇「卡片服務」，在 10 分鐘內輸入代碼辦理。辦好後，隨便回覆我一句。',
    speech: '代碼正傳到您留存的手機，請在行動銀行的卡片服務裡輸入。我等著您。',
  },
  'secureCode.page': '收到後，可以從這裡開啟我們的頁面：在這個瀏覽器裡，輸入代碼的前 8 位即可。',
  'secureCode.toPage': '輸入代碼',
  'secureCode.onItsWay': {
    text: '已經有一個代碼用簡訊傳往您在銀行留存的手機，請直接用那一個，在您熟悉的本行網站或 App 的「卡片服務」裡輸入。如果沒有收到，10 分鐘內它會失效，之後我可以再傳一個。',
    speech: '代碼已傳往您留存的手機，請在行動銀行的卡片服務裡輸入。',
  },
  'secureCode.over': {
    text: '這個代碼已經失效，卡片沒有透過它解凍。需要我再傳一個新的代碼嗎？',
    speech: '代碼已失效，卡仍然凍結。',
  },
  'secureCode.notHere': {
    text: '請不要把這個代碼寫在這裡：它只能在本行自己的網站或 App 的「卡片服務」裡輸入。我沒有保存它。',
    speech: '請不要在這裡說這個代碼，只能在本行的行動銀行裡輸入。',
  },
  'choice.newCode': { text: '傳送新代碼', speech: '要新代碼' },
};
