import type { Wording } from '../../../kit/wording.ts';
import type { ways as source } from '../../zh-Hans/conversation/ways.ts';

export const ways: Record<keyof typeof source, Wording> = {
  'which.ask': { text: '我想確認一下您的意思，您要辦的是哪一項？', speech: '請確認一下，您要辦哪一項？' },
  'which.freezeOrUnfreeze': {
    text: '我想確認一下：您是要凍結卡片，還是要解除凍結？',
    speech: '請確認一下：是要凍結，還是要解除凍結？',
  },
  'choice.freeze': { text: '凍結或掛失卡片', speech: '凍結或掛失' },
  repeated: { text: '好的，正在為您辦理，只差下面這一項。', speech: '好的，正在為您辦理。' },
  'wayOut.later': {
    text: '好的，改天再辦。卡片保持現在的狀態，方便時隨時再來。',
    speech: '好的，改天再辦，卡片不變。',
  },
  'wayOut.notHere': {
    text: '沒關係，等東西在手邊時再來，在那之前不會有任何變動。如果著急，{{agent}}。',
    speech: '沒關係，等東西在手邊時再來，不會有任何變動。',
  },
  'wayOut.notHere.card': {
    text: '卡片不在手邊也可以：卡號在銀行的手機應用程式和月結單上也能查到；用在銀行登記的手機時，只要最後四位。否則{{agent}}，或者改天再來。',
    speech: '卡號在行動銀行裡也有。用登記的手機來電，末四碼就可以。',
  },
  'wayOut.notHere.item': {
    text: '輸入的內容要和銀行留存的一致，請不要猜。等證件在手邊時再來，卡片保持現在的狀態。如果著急，{{agent}}。',
    speech: '請不要猜，等在手邊時再來。',
  },
  'wayOut.otherWay': {
    text: '有的：可以在這裡一步步辦理，可以傳簡訊到您登記的手機上辦（說「傳簡訊給我」），也可以找服務人員：{{agent}}。分行也能辦。',
    speech: '有的：在這裡辦，傳簡訊到登記的手機上辦，找服務人員，或者去分行。',
  },
  'wayOut.otherWay.card': {
    text: '如果您正在使用在銀行登記的手機，只要卡號最後四位。兩樣都沒有時，服務人員可以幫您查到卡片：{{agent}}。',
    speech: '用登記的手機，只要最後四位；否則服務人員可以幫您查到卡片。',
  },
  'wayOut.otherWay.item': {
    text: '有的：說「傳簡訊給我」，就改在您登記的手機上輸入；也可以找服務人員：{{agent}}。分行也能辦。',
    speech: '有的：可以傳簡訊到登記的手機上辦，找服務人員請按 0 再按井字鍵。',
  },
  'behalf.stands': {
    text: '剛才說的卡不是您本人的，只有持卡人本人能解凍，不能由別人代為輸入。如果您說的是自己的卡，請說「是我自己的卡」；否則{{agent}}。',
    speech: '剛才說的卡不是您本人的，只有持卡人本人能解凍。',
  },
  'choice.ownCard': { text: '是我自己的卡', speech: '是自己的卡' },
  'agent.callsBack': {
    text: '已在編號 {{caseId}} 中註明您希望回電。服務人員會在服務時間內打您登記的號碼，從不詢問密碼。您也可以主動聯絡：{{agent}}。',
    speech: '已註明，會打您登記的號碼。編號 {{caseId}}。',
  },
  'others.several': {
    text: '您還有別的卡片也被凍結：末四碼 {{cards}}。要接著辦理其中一張嗎？要的話，請告訴我末四碼。',
    speech: '您還有別的卡凍結了，要接著辦嗎？',
  },
  'others.one': {
    text: '您末四碼 {{cards}} 的卡片也被凍結了，要接著辦理嗎？',
    speech: '您末四碼 {{cards}} 的卡也凍結了，要接著辦嗎？',
  },
  'others.again': {
    text: '請告訴我末四碼：{{cards}}，或者說「不用」。',
    speech: '請告訴我末四碼，或者說不用。',
  },
  'others.none': '您沒有別的卡片被凍結。',
  'others.afterProof': {
    text: '為保護您，要在這裡核實通過之後，我才能說出您有哪些卡片被凍結。在那之前，請告訴我是哪一張卡。',
    speech: '核實之後，我才能說出您有哪些卡凍結。',
  },
};
