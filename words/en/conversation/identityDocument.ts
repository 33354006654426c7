import type { Wording } from '../../../kit/wording.ts';
import type { identityDocument as source } from '../../zh-Hans/conversation/identityDocument.ts';

export const identityDocument: Record<keyof typeof source, Wording> = {
  'identityDocument.name': 'the number of your identity document',
  'identityDocument.ask': {
    text: 'Please enter the number of your identity document, as the bank has it on file.',
    speech:
      'Please key in your identity document number, then hash. For X at the end, star. For other letters, 9 and hash.',
  },
  'instructions.identityDocument': {
    text: 'To unfreeze it I will ask for the number of the identity document that the bank has on file for you, so please have it ready. It takes about a minute.',
    speech: '',
  },
  'identityDocument.help': {
    text: 'Give the number of the document that you registered with the bank. A resident identity card has 18 characters, the last may be X; for other identity cards, permits and passports give the letters too, with or without brackets. Say “cancel” to stop at any time.',
    speech: 'An ID number has 18 characters. Star is the X at its end; anywhere else it erases.',
  },
  'identityDocument.why': {
    text: 'The document number shows that it is really you who wants the card unfrozen. It is encrypted before it leaves this step, and only the bank’s verification system can open it.',
    speech: 'It shows that it is really you, and goes to the bank encrypted.',
  },
  'aside.whereIdentityDocument': {
    text: 'The number is printed on the document: at the bottom of a resident identity card, at the top right of a passport’s photo page.',
    speech: 'At the bottom of an identity card, or at the top right of a passport’s photo page.',
  },
  'form.identityDocument.label': 'Identity document number',
  'form.identityDocument.hint': '18 characters on a resident identity card, or the document you have on file',
  'identityDocument.empty': 'Please enter the document number first.',
  'identityDocument.length': {
    text: 'An ID number has 18 characters, and I received {{count}}. Please check.',
    speech: '{{count}} characters came; an ID number has 18. Please key it in again, then hash.',
  },
  'identityDocument.characters': {
    text: 'There is a character that does not belong there: an ID number has digits only, and the last may be X.',
    speech: 'An ID number has digits only; the last may be X. Please key it in again.',
  },
  'identityDocument.birthDate':
    'The birth date in the middle of the number is not a real date. Please check.',
  'identityDocument.checkCharacter': 'The last character does not fit the others. Please check.',
  'identityDocument.telephone':
    'That looks like a telephone number. What I need now is your document number.',
  'identityDocument.cardNumber': 'That looks like a card number. What I need now is your document number.',
  'identityDocument.lettered': {
    text: 'That, with a length of {{count}}, does not look like a document number: a Hong Kong identity card has a letter, six digits and one in brackets, a Taiwan one a letter and nine digits, a travel permit H or M and eight digits, a passport one or two letters and seven or eight digits.',
    speech:
      '{{count}} characters came. That does not look like a document number. Please check, or press 9 and hash.',
  },
};
