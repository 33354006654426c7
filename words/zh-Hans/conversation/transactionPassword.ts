import type { Wordings } from '../../../kit/wording.ts';

/** What is said and written of the transaction password. */
export const transactionPassword = {
  'transactionPassword.name': '{{passwordLength}}交易密码',
  'transactionPassword.ask': {
    text: '请输入{{passwordLength}}交易密码。',
    speech: '请用按键输入{{passwordLength}}交易密码，最后按井号键。请不要念出来。',
  },
  'instructions.transactionPassword': {
    text: '解冻时我会请您输入{{passwordLength}}交易密码。大约一分钟。',
    speech: '',
  },
  'transactionPassword.help': {
    text: '请填写您在银行设置的{{passwordLength}}交易密码，就是取款、消费时用的密码。说“取消”可以随时停下。',
    speech: '就是取款、消费时使用的密码。',
  },
  'transactionPassword.why': {
    text: '交易密码只有您知道，用来确认是您本人。它被加密后直接送到银行核验，我看不到，也不会保存。',
    speech: '只有您知道，用来确认是您本人，加密后直接送到银行。',
  },
  'aside.whereTransactionPassword':
    '交易密码不写在卡上，是您开卡时自己设定的{{passwordLength}}数字，取款和刷卡时使用。',
  'form.transactionPassword.label': '交易密码',
  'form.transactionPassword.hint': '{{passwordDigits}} 位数字',
  'transactionPassword.empty': '请先输入交易密码。',
  'transactionPassword.length': {
    text: '您输入了 {{count}} 位，交易密码应为 {{passwordDigits}} 位数字。',
    speech: '收到了 {{count}} 位，交易密码有 {{passwordDigits}} 位。请再输入一次，最后按井号键。',
  },
  'transactionPassword.notDigits': '交易密码只有数字，共 {{passwordDigits}} 位。',
  'transactionPassword.telephone': '这像是一个电话号码。我现在需要的是{{passwordLength}}交易密码。',
  'transactionPassword.cardNumber': '这像是一个卡号。我现在需要的是{{passwordLength}}交易密码。',
} satisfies Wordings;
