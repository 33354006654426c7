import type { Wordings } from '../../../kit/wording.ts';

/** Answers to what customers ask in the middle of something else; the open question is asked again after them. */
export const asides = {
  'aside.howLong': '整个过程大约一分钟，验证通过后卡片马上可以使用。',
  'aside.isItSafe': {
    text: '您放心：证件号码和密码都会加密，只有银行的核验系统能打开，我看不到，也不会保存。工作人员不会向您索要密码。',
    speech: '您放心：内容会加密，只有银行的核验系统能打开。工作人员不会索要密码。',
  },
  'aside.whatNeeded': {
    text: '需要您的卡号，以及您在银行预留的信息：证件号码、{{passwordLength}}交易密码，或者两者都要。具体要哪些，查到卡片后我会告诉您。',
    speech: '先要卡号，再要证件号码、交易密码，或者两者，到时我会告诉您。',
  },
  'aside.whereCardNumber': {
    text: '卡号印在银行卡的正面或背面，13 至 19 位数字，也可以在手机银行里查到。',
    speech: '卡号印在卡的正面或背面，手机银行里也有。',
  },
  'aside.whichDocument': {
    text: '请用您在银行登记的那一种证件：居民身份证、港澳台居民的身份证、来往内地（大陆）通行证或护照都可以，我会自动识别。',
    speech: '请用您在银行登记的那一种证件，我会自动识别。',
  },
  'aside.forgotten': {
    text: '密码和预留证件我这里不能查询或修改，工作人员可以帮您：{{agent}}。请不要猜测密码。',
    speech: '密码和证件我查不了，请不要猜。找工作人员，请按 0。',
  },
  'aside.whatFrozenMeans': {
    text: '冻结是指卡片暂时不能付款和取款，里面的钱不受影响，解冻后恢复正常。',
    speech: '卡片暂时不能付款和取款，钱不受影响，解冻后恢复正常。',
  },
} satisfies Wordings;
