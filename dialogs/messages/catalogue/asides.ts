import type { Catalogue } from './message.ts';

/** Answers to what customers ask in the middle of something else; the open question is asked again after them. */
export const asides = {
  'aside.howLong': {
    'zh-Hans': { text: '整个过程大约一两分钟，验证通过后卡片马上可以使用。' },
    'zh-Hant': { text: '整個過程大約一兩分鐘，驗證通過後卡片馬上可以使用。' },
    en: { text: 'It takes a minute or two, and the card can be used as soon as you are verified.' },
  },
  'aside.isItSafe': {
    'zh-Hans': {
      text: '您放心：证件号码和密码都会加密，只有银行的核验系统能打开，我看不到，也不会保存。工作人员不会向您索要密码。',
    },
    'zh-Hant': {
      text: '您放心：證件號碼和密碼都會加密，只有銀行的核驗系統能打開，我看不到，也不會儲存。我們的人員不會向您索取密碼。',
    },
    en: {
      text: 'Yes. Your document number and password are sealed so that only the bank’s verification system can open them; I do not see or keep them. Our staff never ask for your password.',
    },
  },
  'aside.whatNeeded': {
    'zh-Hans': {
      text: '需要您的卡号，以及您在银行预留的信息：证件号码、六位交易密码，或者两者都要。具体要哪些，查到卡片后我会告诉您。',
    },
    'zh-Hant': {
      text: '需要您的卡號，以及您在銀行留存的資訊：證件號碼、六位數交易密碼，或兩者都要。需要哪些，查到卡片後我會告訴您。',
    },
    en: {
      text: 'Your card number, and what the bank has on file for you: the number of your identity document, your six-digit transaction password, or both. I tell you which once I have looked up the card.',
    },
  },
  'aside.whereCardNumber': {
    'zh-Hans': { text: '卡号印在银行卡的正面或背面，13 至 19 位数字，也可以在手机银行里查到。' },
    'zh-Hant': { text: '卡號印在銀行卡的正面或背面，13 至 19 位數字，也可以在行動銀行中查到。' },
    en: {
      text: 'The card number is printed on the front or the back of the card, 13 to 19 digits; you also find it in the bank’s app.',
    },
  },
  'aside.whichDocument': {
    'zh-Hans': {
      text: '请用您在银行登记的那一种证件：居民身份证、港澳台居民的身份证、来往内地（大陆）通行证或护照都可以，我会自动识别。',
    },
    'zh-Hant': {
      text: '請使用您在銀行登記的那一種證件：居民身分證、港澳臺居民的身分證、來往內地（大陸）通行證或護照皆可，我會自動辨識。',
    },
    en: {
      text: 'Use the document that you registered with the bank: a resident identity card, a Hong Kong or Taiwan identity card, a travel permit or a passport. I recognise which it is.',
    },
  },
  'aside.forgotten': {
    'zh-Hans': { text: '密码和预留证件我这里不能查询或修改，工作人员可以帮您：{{agent}}。请不要猜测密码。' },
    'zh-Hant': {
      text: '密碼和留存證件我這裡無法查詢或修改，我們的人員可以協助您：{{agent}}。請不要猜測密碼。',
    },
    en: {
      text: 'I cannot look up or change a password or a document on file; our staff can help: {{agent}}. Please do not guess.',
    },
  },
  'aside.whatFrozenMeans': {
    'zh-Hans': { text: '冻结是指卡片暂时不能付款和取款，里面的钱不受影响，解冻后恢复正常。' },
    'zh-Hant': { text: '凍結是指卡片暫時不能付款和提款，裡面的錢不受影響，解凍後恢復正常。' },
    en: {
      text: 'A frozen card cannot pay or withdraw for the time being. Your money is not affected, and once unfrozen the card works as before.',
    },
  },
} satisfies Catalogue;
