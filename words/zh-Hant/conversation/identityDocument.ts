import type { Wording } from '../../../kit/wording.ts';
import type { identityDocument as source } from '../../zh-Hans/conversation/identityDocument.ts';

export const identityDocument: Record<keyof typeof source, Wording> = {
  'identityDocument.name': '證件號碼',
  'identityDocument.ask': {
    text: '請輸入您在銀行留存的證件號碼。',
    speech: '請輸入證件號碼，按井字鍵結束。末位X按米字鍵，有其他字母按9和井字鍵。',
  },
  'instructions.identityDocument': {
    text: '解凍時我會請您輸入在銀行留存的證件號碼，請準備好證件。大約一分鐘。',
    speech: '',
  },
  'identityDocument.help': {
    text: '請填寫您在銀行登記的證件號碼。居民身分證是 18 位，最後一位可能是 X；香港、臺灣身分證、通行證和護照連同字母一起填寫，括號可有可無。說「取消」可以隨時停下。',
    speech: '身分證號碼有 18 位。末位X按米字鍵；在別處，米字鍵是重來。',
  },
  'identityDocument.why': {
    text: '核對證件號碼，是為了確認申請解凍的是您本人。它會被加密，只有銀行的核驗系統能打開。',
    speech: '用來確認是您本人，加密後直接送到銀行。',
  },
  'aside.whereIdentityDocument': {
    text: '證件號碼印在證件上：居民身分證在正面下方，護照在照片頁右上角。',
    speech: '身分證在正面下方，護照在照片頁右上角。',
  },
  'form.identityDocument.label': '證件號碼',
  'form.identityDocument.hint': '居民身分證 18 位，或您留存的其他證件號碼',
  'identityDocument.empty': '請先輸入證件號碼。',
  'identityDocument.length': {
    text: '您輸入了 {{count}} 位，居民身分證號碼應為 18 位，請核對。',
    speech: '收到 {{count}} 位，身分證號碼有 18 位。請慢慢再輸入一次，按井字鍵結束。',
  },
  'identityDocument.characters': {
    text: '證件號碼中有不該出現的字元：居民身分證只有數字，最後一位可以是 X。',
    speech: '證件號碼只有數字，末位可以是X。請再輸入一次。',
  },
  'identityDocument.birthDate': '號碼中間的出生日期不是有效日期，請核對。',
  'identityDocument.checkCharacter': '最後一位與前面的號碼不符，請核對。',
  'identityDocument.telephone': '這看起來是電話號碼。我現在需要的是您的證件號碼。',
  'identityDocument.cardNumber': '這看起來是卡號。我現在需要的是您的證件號碼。',
  'identityDocument.lettered': {
    text: '您輸入了 {{count}} 位，不像是證件號碼：香港身分證是字母加 6 位數字和括號內的校驗碼，臺灣身分證是 1 個字母加 9 位數字，通行證是 H 或 M 加 8 位數字，護照一般是 1、2 個字母加 7、8 位數字。請核對。',
    speech: '收到 {{count}} 位，不像證件號碼。請核對，有字母的按 9 和井字鍵。',
  },
};
