import type { Wording } from '../../../kit/wording.ts';
import type { transactionPassword as source } from '../../zh-Hans/conversation/transactionPassword.ts';

export const transactionPassword: Record<keyof typeof source, Wording> = {
  'transactionPassword.name': 'your {{passwordLength}} transaction password',
  'transactionPassword.ask': {
    text: 'Please enter your {{passwordLength}} transaction password.',
    speech:
      'Please key in your {{passwordLength}} transaction password, then press the hash key. Do not say it aloud.',
  },
  'instructions.transactionPassword': {
    text: 'To unfreeze it I will ask for your {{passwordLength}} transaction password. It takes about a minute.',
    speech: '',
  },
  'transactionPassword.help': {
    text: 'Give the {{passwordLength}} password that you use for payments and withdrawals. Say “cancel” to stop at any time.',
    speech: 'It is what you key in for payments and withdrawals.',
  },
  'transactionPassword.why': {
    text: 'Only you know the transaction password, so it shows that it is you. It goes to the bank encrypted; I cannot see it, and it is not stored.',
    speech: 'Only you know it, so it shows that it is you. It goes to the bank encrypted.',
  },
  'aside.whereTransactionPassword':
    'The transaction password is not printed anywhere: it is the {{passwordLength}} number that you chose for payments and withdrawals.',
  'form.transactionPassword.label': 'Transaction password',
  'form.transactionPassword.hint': '{{passwordDigits}} digits',
  'transactionPassword.empty': 'Please enter the transaction password first.',
  'transactionPassword.length': {
    text: 'The transaction password has {{passwordDigits}} digits, and I received {{count}}.',
    speech:
      'The password has {{passwordDigits}} digits, and I received {{count}}. Please key it in once more, then press the hash key.',
  },
  'transactionPassword.notDigits': 'The transaction password is digits only, {{passwordDigits}} of them.',
  'transactionPassword.telephone':
    'That looks like a telephone number. What I need now is your {{passwordLength}} transaction password.',
  'transactionPassword.cardNumber':
    'That looks like a card number. What I need now is your {{passwordLength}} transaction password.',
};
