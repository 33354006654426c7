import type { Wording } from '../../../kit/wording.ts';
import type { transactionPassword as source } from '../../zh-Hans/conversation/transactionPassword.ts';

export const transactionPassword: Record<keyof typeof source, Wording> = {
  'transactionPassword.name': '{{passwordLength}}交易密碼',
  'transactionPassword.ask': {
    text: '請輸入{{passwordLength}}交易密碼。',
    speech: '請用按鍵輸入{{passwordLength}}交易密碼，最後按井字鍵。請不要唸出來。',
  },
  'instructions.transactionPassword': {
    text: '解凍時我會請您輸入{{passwordLength}}交易密碼。大約一分鐘。',
    speech: '',
  },
  'transactionPassword.help': {
    text: '請填寫您在銀行設定的{{passwordLength}}交易密碼，就是提款、消費時使用的密碼。說「取消」可以隨時停下。',
    speech: '就是提款、消費時使用的密碼。',
  },
  'transactionPassword.why': {
    text: '交易密碼只有您知道，用來確認是您本人。它被加密後直接送到銀行核驗，我看不到，也不會儲存。',
    speech: '只有您知道，用來確認是您本人，加密後直接送到銀行。',
  },
  'aside.whereTransactionPassword':
    '交易密碼不會寫在卡上，是您開卡時自己設定的{{passwordLength}}字，提款和刷卡時使用。',
  'form.transactionPassword.label': '交易密碼',
  'form.transactionPassword.hint': '{{passwordDigits}} 位數字',
  'transactionPassword.empty': '請先輸入交易密碼。',
  'transactionPassword.length': {
    text: '您輸入了 {{count}} 位，交易密碼應為 {{passwordDigits}} 位數字。',
    speech: '收到了 {{count}} 位，交易密碼有 {{passwordDigits}} 位。請再輸入一次，最後按井字鍵。',
  },
  'transactionPassword.notDigits': '交易密碼只有數字，共 {{passwordDigits}} 位。',
  'transactionPassword.telephone': '這看起來是電話號碼。我現在需要的是{{passwordLength}}交易密碼。',
  'transactionPassword.cardNumber': '這看起來是卡號。我現在需要的是{{passwordLength}}交易密碼。',
};
