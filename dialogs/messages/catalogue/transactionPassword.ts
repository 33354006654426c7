import type { Catalogue } from './message.ts';

/** What is said and written of the transaction password. */
export const transactionPassword = {
  'transactionPassword.name': {
    'zh-Hans': { text: '六位交易密码' },
    'zh-Hant': { text: '六位數交易密碼' },
    en: { text: 'your six-digit transaction password' },
  },
  'transactionPassword.ask': {
    'zh-Hans': {
      text: '请输入六位交易密码。',
      speech: '请用按键输入六位交易密码，最后按井号键。请不要念出来。',
    },
    'zh-Hant': {
      text: '請輸入六位數交易密碼。',
      speech: '請用按鍵輸入六位數交易密碼，最後按井字鍵。請不要唸出來。',
    },
    en: {
      text: 'Please enter your six-digit transaction password.',
      speech:
        'Please key in your six-digit transaction password, then press the hash key. Do not say it aloud.',
    },
  },
  'instructions.transactionPassword': {
    'zh-Hans': {
      text: '解冻时我会请您输入六位交易密码。大约一分钟。',
      speech: '解冻时请您用按键输入六位交易密码。',
    },
    'zh-Hant': {
      text: '解凍時我會請您輸入六位數交易密碼。大約一分鐘。',
      speech: '解凍時請您用按鍵輸入六位數交易密碼。',
    },
    en: {
      text: 'To unfreeze it I will ask for your six-digit transaction password. It takes about a minute.',
      speech: 'To unfreeze it you will key in your six-digit transaction password.',
    },
  },
  'transactionPassword.help': {
    'zh-Hans': {
      text: '请填写您在银行设置的六位交易密码，就是取款、消费时用的密码。说“取消”可以随时停下。',
      speech: '这是您取款、消费时用的六位密码。要找工作人员，请按 0 再按井号键。',
    },
    'zh-Hant': {
      text: '請填寫您在銀行設定的六位數交易密碼，就是提款、消費時使用的密碼。說「取消」可以隨時停下。',
      speech: '這是您提款、消費時使用的六位數密碼。要找服務人員，請按 0 再按井字鍵。',
    },
    en: {
      text: 'Give the six digits that you use for payments and withdrawals. Say “cancel” to stop at any time.',
      speech:
        'It is the six digits that you use for payments and withdrawals. For a person, press 0 and the hash key.',
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
  'aside.whereTransactionPassword': {
    'zh-Hans': { text: '交易密码不写在卡上，是您开卡时自己设定的六位数字，取款和刷卡时使用。' },
    'zh-Hant': { text: '交易密碼不會寫在卡上，是您開卡時自己設定的六位數字，提款和刷卡時使用。' },
    en: {
      text: 'The transaction password is not printed anywhere: it is the six digits that you chose for payments and withdrawals.',
    },
  },
  'form.transactionPassword.label': {
    'zh-Hans': { text: '交易密码' },
    'zh-Hant': { text: '交易密碼' },
    en: { text: 'Transaction password' },
  },
  'form.transactionPassword.hint': {
    'zh-Hans': { text: '6 位数字' },
    'zh-Hant': { text: '6 位數字' },
    en: { text: '6 digits' },
  },
  'transactionPassword.empty': {
    'zh-Hans': { text: '请先输入交易密码。' },
    'zh-Hant': { text: '請先輸入交易密碼。' },
    en: { text: 'Please enter the transaction password first.' },
  },
  'transactionPassword.length': {
    'zh-Hans': {
      text: '您输入了 {{count}} 位，交易密码应为 6 位数字。',
      speech: '收到了 {{count}} 位，交易密码有 6 位。请再输入一次，最后按井号键。',
    },
    'zh-Hant': {
      text: '您輸入了 {{count}} 位，交易密碼應為 6 位數字。',
      speech: '收到了 {{count}} 位，交易密碼有 6 位。請再輸入一次，最後按井字鍵。',
    },
    en: {
      text: 'The transaction password has 6 digits, and I received {{count}}.',
      speech:
        'The password has 6 digits, and I received {{count}}. Please key it in once more, then press the hash key.',
    },
  },
  'transactionPassword.notDigits': {
    'zh-Hans': { text: '交易密码只有数字，共 6 位。' },
    'zh-Hant': { text: '交易密碼只有數字，共 6 位。' },
    en: { text: 'The transaction password is digits only, six of them.' },
  },
  'transactionPassword.telephone': {
    'zh-Hans': { text: '这像是一个电话号码。我现在需要的是六位交易密码。' },
    'zh-Hant': { text: '這看起來是電話號碼。我現在需要的是六位數交易密碼。' },
    en: {
      text: 'That looks like a telephone number. What I need now is your six-digit transaction password.',
    },
  },
  'transactionPassword.cardNumber': {
    'zh-Hans': { text: '这像是一个卡号。我现在需要的是六位交易密码。' },
    'zh-Hant': { text: '這看起來是卡號。我現在需要的是六位數交易密碼。' },
    en: { text: 'That looks like a card number. What I need now is your six-digit transaction password.' },
  },
} satisfies Catalogue;
