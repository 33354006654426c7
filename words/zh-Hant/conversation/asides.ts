import type { Wording } from '../../../kit/wording.ts';
import type { asides as source } from '../../zh-Hans/conversation/asides.ts';

export const asides: Record<keyof typeof source, Wording> = {
  'aside.howLong': '整個過程大約一分鐘，驗證通過後卡片馬上可以使用。',
  'aside.isItSafe': {
    text: '您放心：證件號碼和密碼都會加密，只有銀行的核驗系統能打開，我看不到，也不會儲存。我們的人員不會向您索取密碼。',
    speech: '您放心：內容會加密，只有銀行的核驗系統能打開。服務人員不會索取密碼。',
  },
  'aside.whatNeeded': {
    text: '需要您的卡號，以及您在銀行留存的資訊：證件號碼、{{passwordLength}}交易密碼，或兩者都要。需要哪些，查到卡片後我會告訴您。',
    speech: '先要卡號，再要證件號碼、交易密碼，或者兩者，到時我會告訴您。',
  },
  'aside.whereCardNumber': {
    text: '卡號印在銀行卡的正面或背面，13 至 19 位數字，也可以在行動銀行中查到。',
    speech: '卡號印在卡的正面或背面，行動銀行裡也有。',
  },
  'aside.whichDocument': {
    text: '請使用您在銀行登記的那一種證件：居民身分證、港澳臺居民的身分證、來往內地（大陸）通行證或護照皆可，我會自動辨識。',
    speech: '請用您在銀行登記的那一種證件，我會自動辨識。',
  },
  'aside.forgotten': {
    text: '密碼和留存證件我這裡無法查詢或修改，我們的人員可以協助您：{{agent}}。請不要猜測密碼。',
    speech: '密碼和證件我查不了，請不要猜。找服務人員，請按 0。',
  },
  'aside.whatFrozenMeans': {
    text: '凍結是指卡片暫時不能付款和提款，裡面的錢不受影響，解凍後恢復正常。',
    speech: '卡片暫時不能付款和提款，錢不受影響，解凍後恢復正常。',
  },
};
