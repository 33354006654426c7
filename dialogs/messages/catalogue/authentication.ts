import type { Catalogue } from './message.ts';

export const authentication = {
  'identityDocument.ask': {
    'zh-Hans': { text: '请输入您在银行预留的证件号码。' },
    'zh-Hant': { text: '請輸入您在銀行留存的證件號碼。' },
    en: { text: 'Please enter the number of your identity document, as the bank has it on file.' },
  },
  'transactionPassword.ask': {
    'zh-Hans': { text: '请输入六位交易密码。' },
    'zh-Hant': { text: '請輸入六位數交易密碼。' },
    en: { text: 'Please enter your six-digit transaction password.' },
  },
  'identityDocument.help': {
    'zh-Hans': {
      text: '请填写您在银行登记的证件号码。居民身份证是 18 位，最后一位可能是 X；香港、台湾身份证、通行证和护照连同字母一起填写，括号可有可无。说“取消”可以随时停下。',
    },
    'zh-Hant': {
      text: '請填寫您在銀行登記的證件號碼。居民身分證是 18 位，最後一位可能是 X；香港、臺灣身分證、通行證和護照連同字母一起填寫，括號可有可無。說「取消」可以隨時停下。',
    },
    en: {
      text: 'Give the number of the document that you registered with the bank. A resident identity card has 18 characters, the last may be X; for other identity cards, permits and passports give the letters too, with or without brackets. Say “cancel” to stop at any time.',
    },
  },
  'transactionPassword.help': {
    'zh-Hans': {
      text: '请填写您在银行设置的六位交易密码，就是取款、消费时用的密码。说“取消”可以随时停下。',
    },
    'zh-Hant': {
      text: '請填寫您在銀行設定的六位數交易密碼，就是提款、消費時使用的密碼。說「取消」可以隨時停下。',
    },
    en: {
      text: 'Give the six digits that you use for payments and withdrawals. Say “cancel” to stop at any time.',
    },
  },
  'identityDocument.why': {
    'zh-Hans': {
      text: '核对证件号码，是为了确认申请解冻的是您本人。它会被加密，只有银行的核验系统能打开。',
    },
    'zh-Hant': {
      text: '核對證件號碼，是為了確認申請解凍的是您本人。它會被加密，只有銀行的核驗系統能打開。',
    },
    en: {
      text: 'The document number shows that it is really you who wants the card unfrozen. It is encrypted before it leaves this step, and only the bank’s verification system can open it.',
    },
  },
  'transactionPassword.why': {
    'zh-Hans': {
      text: '交易密码只有您知道，用来确认是您本人。它被加密后直接送到银行核验，我看不到，也不会保存。',
    },
    'zh-Hant': {
      text: '交易密碼只有您知道，用來確認是您本人。它被加密後直接送到銀行核驗，我看不到，也不會儲存。',
    },
    en: {
      text: 'Only you know the transaction password, so it shows that it is you. It goes to the bank encrypted; I cannot see it, and it is not stored.',
    },
  },
  'authentication.again': {
    'zh-Hans': { text: '刚才的内容没能安全送达，也没有使用，请再输入一次。' },
    'zh-Hant': { text: '剛才的內容未能安全送達，也沒有使用，請再輸入一次。' },
    en: { text: 'That did not arrive safely and was not used. Please enter it once more.' },
  },
  'authentication.tooSoon': {
    'zh-Hans': {
      text: '为保护您的账户，两次尝试之间需要间隔一会儿。刚才的内容没有核对，也不计入次数，请在{{wait}}后再输入一次。',
      speech: '为保护您的账户，请稍等一会儿。刚才的内容不计入次数，请在{{wait}}后再输入一次。',
    },
    'zh-Hant': {
      text: '為保護您的帳戶，兩次嘗試之間需要間隔一會兒。剛才的內容沒有核對，也不計入次數，請在{{wait}}後再輸入一次。',
      speech: '為保護您的帳戶，請稍等一會兒。剛才的內容不計入次數，請在{{wait}}後再輸入一次。',
    },
    en: {
      text: 'To protect your account there has to be a short pause between tries. What you have just entered was not checked and does not count. Please enter it again in {{wait}}.',
      speech:
        'To protect your account, please wait a little. What you have just entered does not count. Please enter it again in {{wait}}.',
    },
  },
  'authentication.notUnderstood': {
    'zh-Hans': { text: '抱歉，我没有听懂，我们正在核实身份。说“取消”可以停下，说“人工”可以找工作人员。' },
    'zh-Hant': {
      text: '抱歉，我沒有聽懂，我們正在核實身分。說「取消」可以停下，說「專人客服」可以找人員協助。',
    },
    en: {
      text: 'Sorry, I did not understand; we are in the middle of the verification. Say “cancel” to stop, or ask for a person.',
    },
  },
  'authentication.offerAgent': {
    'zh-Hans': { text: '如果总是不顺利，工作人员可以帮您：{{agent}}。' },
    'zh-Hant': { text: '如果一直不順利，我們的人員可以協助您：{{agent}}。' },
    en: { text: 'If it does not work out, our staff can help: {{agent}}.' },
  },
  'identityDocument.empty': {
    'zh-Hans': { text: '请先输入证件号码。' },
    'zh-Hant': { text: '請先輸入證件號碼。' },
    en: { text: 'Please enter the document number first.' },
  },
  'identityDocument.length': {
    'zh-Hans': { text: '您输入了 {{count}} 位，居民身份证号码应为 18 位，请核对。' },
    'zh-Hant': { text: '您輸入了 {{count}} 位，居民身分證號碼應為 18 位，請核對。' },
    en: { text: 'That has {{count}} characters, an ID number has 18. Please check.' },
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
  'identityDocument.lettered': {
    'zh-Hans': {
      text: '您输入了 {{count}} 位，不像是证件号码：香港身份证是字母加 6 位数字和括号里的校验码，台湾身份证是 1 个字母加 9 位数字，通行证是 H 或 M 加 8 位数字，护照一般是 1、2 个字母加 7、8 位数字。请核对。',
    },
    'zh-Hant': {
      text: '您輸入了 {{count}} 位，不像是證件號碼：香港身分證是字母加 6 位數字和括號內的校驗碼，臺灣身分證是 1 個字母加 9 位數字，通行證是 H 或 M 加 8 位數字，護照一般是 1、2 個字母加 7、8 位數字。請核對。',
    },
    en: {
      text: 'That has {{count}} characters and does not look like a document number: a Hong Kong identity card has a letter, six digits and one in brackets, a Taiwan one a letter and nine digits, a travel permit H or M and eight digits, a passport one or two letters and seven or eight digits.',
    },
  },
  'transactionPassword.empty': {
    'zh-Hans': { text: '请先输入交易密码。' },
    'zh-Hant': { text: '請先輸入交易密碼。' },
    en: { text: 'Please enter the transaction password first.' },
  },
  'transactionPassword.length': {
    'zh-Hans': { text: '您输入了 {{count}} 位，交易密码应为 6 位数字。' },
    'zh-Hant': { text: '您輸入了 {{count}} 位，交易密碼應為 6 位數字。' },
    en: { text: 'That has {{count}} digits, the transaction password has 6.' },
  },
  'transactionPassword.notDigits': {
    'zh-Hans': { text: '交易密码只有数字，共 6 位。' },
    'zh-Hant': { text: '交易密碼只有數字，共 6 位。' },
    en: { text: 'The transaction password is digits only, six of them.' },
  },
} satisfies Catalogue;
