import type { Catalogue } from './message.ts';

/** What is said and written of the identity document. */
export const identityDocument = {
  'identityDocument.name': {
    'zh-Hans': { text: '证件号码' },
    'zh-Hant': { text: '證件號碼' },
    en: { text: 'the number of your identity document' },
  },
  'identityDocument.ask': {
    'zh-Hans': {
      text: '请输入您在银行预留的证件号码。',
      speech:
        '请用按键输入证件号码，最后按井号键。末位是 X 的，按星号键。证件上有字母的，请按 9 再按井号键，我们用短信给您发一个链接。',
    },
    'zh-Hant': {
      text: '請輸入您在銀行留存的證件號碼。',
      speech:
        '請用按鍵輸入證件號碼，最後按井字鍵。末位是 X 的，按米字鍵。證件上有字母的，請按 9 再按井字鍵，我們用簡訊給您傳一個連結。',
    },
    en: {
      text: 'Please enter the number of your identity document, as the bank has it on file.',
      speech:
        'Please key in the number of your identity document, then press the hash key. For a last X, press star. If it has other letters, press 9 and the hash key, and we text you a link.',
    },
  },
  'instructions.identityDocument': {
    'zh-Hans': {
      text: '解冻时我会请您输入在银行预留的证件号码，请准备好证件。大约一分钟。',
      speech: '解冻时请您用按键输入在银行预留的证件号码。',
    },
    'zh-Hant': {
      text: '解凍時我會請您輸入在銀行留存的證件號碼，請準備好證件。大約一分鐘。',
      speech: '解凍時請您用按鍵輸入在銀行留存的證件號碼。',
    },
    en: {
      text: 'To unfreeze it I will ask for the number of the identity document that the bank has on file for you, so please have it ready. It takes about a minute.',
      speech: 'To unfreeze it you will key in the number of your identity document.',
    },
  },
  'identityDocument.help': {
    'zh-Hans': {
      text: '请填写您在银行登记的证件号码。居民身份证是 18 位，最后一位可能是 X；香港、台湾身份证、通行证和护照连同字母一起填写，括号可有可无。说“取消”可以随时停下。',
      speech:
        '身份证号码有 18 位。末位是 X 的，按星号键；输错了，按星号键重来。要找工作人员，请按 0 再按井号键。',
    },
    'zh-Hant': {
      text: '請填寫您在銀行登記的證件號碼。居民身分證是 18 位，最後一位可能是 X；香港、臺灣身分證、通行證和護照連同字母一起填寫，括號可有可無。說「取消」可以隨時停下。',
      speech:
        '身分證號碼有 18 位。末位是 X 的，按米字鍵；輸錯了，按米字鍵重來。要找服務人員，請按 0 再按井字鍵。',
    },
    en: {
      text: 'Give the number of the document that you registered with the bank. A resident identity card has 18 characters, the last may be X; for other identity cards, permits and passports give the letters too, with or without brackets. Say “cancel” to stop at any time.',
      speech:
        'An ID number has 18 characters. Star is the X at its end, and anywhere else it erases. For a person, press 0 and the hash key.',
    },
  },
  'identityDocument.why': {
    'zh-Hans': {
      text: '核对证件号码，是为了确认申请解冻的是您本人。它会被加密，只有银行的核验系统能打开。',
      speech: '核对证件号码，是为了确认申请解冻的是您本人。它被加密后直接送到银行核验。',
    },
    'zh-Hant': {
      text: '核對證件號碼，是為了確認申請解凍的是您本人。它會被加密，只有銀行的核驗系統能打開。',
      speech: '核對證件號碼，是為了確認申請解凍的是您本人。它被加密後直接送到銀行核驗。',
    },
    en: {
      text: 'The document number shows that it is really you who wants the card unfrozen. It is encrypted before it leaves this step, and only the bank’s verification system can open it.',
      speech: 'The document number shows that it is really you. It goes to the bank encrypted.',
    },
  },
  'aside.whereIdentityDocument': {
    'zh-Hans': { text: '证件号码印在证件上：居民身份证在正面下方，护照在照片页右上角。' },
    'zh-Hant': { text: '證件號碼印在證件上：居民身分證在正面下方，護照在照片頁右上角。' },
    en: {
      text: 'The number is printed on the document: at the bottom of a resident identity card, at the top right of a passport’s photo page.',
    },
  },
  'form.identityDocument.label': {
    'zh-Hans': { text: '证件号码' },
    'zh-Hant': { text: '證件號碼' },
    en: { text: 'Identity document number' },
  },
  'form.identityDocument.hint': {
    'zh-Hans': { text: '居民身份证 18 位，或您预留的其他证件号码' },
    'zh-Hant': { text: '居民身分證 18 位，或您留存的其他證件號碼' },
    en: { text: '18 characters on a resident identity card, or the document you have on file' },
  },
  'identityDocument.empty': {
    'zh-Hans': { text: '请先输入证件号码。' },
    'zh-Hant': { text: '請先輸入證件號碼。' },
    en: { text: 'Please enter the document number first.' },
  },
  'identityDocument.length': {
    'zh-Hans': {
      text: '您输入了 {{count}} 位，居民身份证号码应为 18 位，请核对。',
      speech: '收到了 {{count}} 位，身份证号码有 18 位。请从头再输入一次，不用着急，最后按井号键。',
    },
    'zh-Hant': {
      text: '您輸入了 {{count}} 位，居民身分證號碼應為 18 位，請核對。',
      speech: '收到了 {{count}} 位，身分證號碼有 18 位。請從頭再輸入一次，不用著急，最後按井字鍵。',
    },
    en: {
      text: 'An ID number has 18 characters, and I received {{count}}. Please check.',
      speech:
        'An ID number has 18 characters, and I received {{count}}. Please key it in once more, without hurry, then press the hash key.',
    },
  },
  'identityDocument.characters': {
    'zh-Hans': { text: '证件号码里有不该出现的字符：居民身份证只有数字，最后一位可以是 X。' },
    'zh-Hant': { text: '證件號碼中有不該出現的字元：居民身分證只有數字，最後一位可以是 X。' },
    en: {
      text: 'There is a character that does not belong there: an ID number has digits only, and the last may be X.',
    },
  },
  'identityDocument.birthDate': {
    'zh-Hans': { text: '号码中间的出生日期不是有效日期，请核对。' },
    'zh-Hant': { text: '號碼中間的出生日期不是有效日期，請核對。' },
    en: { text: 'The birth date in the middle of the number is not a real date. Please check.' },
  },
  'identityDocument.checkCharacter': {
    'zh-Hans': { text: '最后一位与前面的号码不符，请核对。' },
    'zh-Hant': { text: '最後一位與前面的號碼不符，請核對。' },
    en: { text: 'The last character does not fit the others. Please check.' },
  },
  'identityDocument.telephone': {
    'zh-Hans': { text: '这像是一个电话号码。我现在需要的是您的证件号码。' },
    'zh-Hant': { text: '這看起來是電話號碼。我現在需要的是您的證件號碼。' },
    en: { text: 'That looks like a telephone number. What I need now is your document number.' },
  },
  'identityDocument.cardNumber': {
    'zh-Hans': { text: '这像是一个卡号。我现在需要的是您的证件号码。' },
    'zh-Hant': { text: '這看起來是卡號。我現在需要的是您的證件號碼。' },
    en: { text: 'That looks like a card number. What I need now is your document number.' },
  },
  'identityDocument.lettered': {
    'zh-Hans': {
      text: '您输入了 {{count}} 位，不像是证件号码：香港身份证是字母加 6 位数字和括号里的校验码，台湾身份证是 1 个字母加 9 位数字，通行证是 H 或 M 加 8 位数字，护照一般是 1、2 个字母加 7、8 位数字。请核对。',
    },
    'zh-Hant': {
      text: '您輸入了 {{count}} 位，不像是證件號碼：香港身分證是字母加 6 位數字和括號內的校驗碼，臺灣身分證是 1 個字母加 9 位數字，通行證是 H 或 M 加 8 位數字，護照一般是 1、2 個字母加 7、8 位數字。請核對。',
    },
    en: {
      text: 'That, with a length of {{count}}, does not look like a document number: a Hong Kong identity card has a letter, six digits and one in brackets, a Taiwan one a letter and nine digits, a travel permit H or M and eight digits, a passport one or two letters and seven or eight digits.',
    },
  },
} satisfies Catalogue;
