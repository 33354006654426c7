import type { Wording } from '../../../kit/wording.ts';
import type { cardStatus as source } from '../../zh-Hans/conversation/cardStatus.ts';

export const cardStatus: Record<keyof typeof source, Wording> = {
  'cardNumber.ask': {
    text: 'Please type your card number: the 13 to 19 digits on the front of the card.',
    speech: 'Please key in your card number, or say it, then press the hash key. The star key erases.',
  },
  'cardNumber.askByPhone': {
    text: 'Please send your card number, 13 to 19 digits. If you write from the phone that the bank has on file for you, its last four digits will do.',
    speech:
      'Please key in your card number, or say it, then press the hash key. From the phone that the bank has on file, the last four digits will do. The star key erases.',
  },
  'cardNumber.several': {
    text: 'More than one of your cards ends like that. Please give the whole card number, 13 to 19 digits.',
    speech:
      'More than one of your cards ends like that. Please key in the whole card number, then press the hash key.',
  },
  'cardNumber.length': {
    text: 'A card number has 13 to 19 digits, and I received {{count}}. Please check and type it again.',
    speech:
      'A card number has 13 to 19 digits, and I received {{count}}. Please key it in once more, without hurry, then press the hash key.',
  },
  'cardNumber.otherBank':
    'That is not a full number of one of our cards: the beginning may be missing, or it may be another bank’s card. Please compare it with the card and give the whole number.',
  'cardNumber.telephone':
    'That looks like a telephone number. What I need is the number on your card, 13 to 19 digits.',
  'cardNumber.checkDigit': {
    text: 'The digits of that number do not fit together: one may be wrong or two swapped. Please compare it with the card and type it again.',
    speech:
      'The digits do not fit together: one may be wrong. Please compare them with the card and key them in again, then press the hash key.',
  },
  'cardNumber.notDigits': {
    text: 'I need the card number, which is digits only: the 13 to 19 digits on the front of the card.',
    speech: 'I need the card number: 13 to 19 digits, then the hash key.',
  },
  'cardNumber.notUnderstood':
    'Sorry, I did not understand. What I need now is your card number; or say “cancel”.',
  'cardNumber.other': 'All right, another card. Please type the number of that card.',
  'cardChoice.ask':
    'You gave me several cards; let’s take them one at a time. Which one first: ending {{cards}}?',
  'cardChoice.again': 'Please tell me the last four digits of the card: {{cards}}.',
  'cardNumber.explained': {
    text: 'It is in groups of four on the front or the back of the card; you can also find it in the bank’s app. Spaces do not matter.',
    speech: 'The number is on the front or the back of the card. For a person, press 0 and the hash key.',
  },
  'cardNumber.offerAgent': {
    text: 'If you do not have the number at hand, our staff can help: {{agent}}.',
    speech: 'Without the number our staff can help: press 0 and the hash key.',
  },
  'cardNumber.why':
    'I use the card number only to find your card; this conversation keeps no more than its last four digits.',
  'cardStatus.noFrozenCard': {
    text: 'There is no frozen card under the number ending {{lastFour}}. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can look into it: {{agent}}.',
    speech:
      'There is no frozen card under the number ending {{lastFour}}. A payment can also fail because of a limit, an expired card, the merchant or the network.',
  },
  'cardStatus.noFrozenCardByPhone': {
    text: 'There is no frozen card ending {{lastFour}} under the phone that you use. If the bank knows you by another one, give the whole card number. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can help: {{agent}}.',
    speech:
      'There is no frozen card ending {{lastFour}} under the phone that you call from. If the bank knows you by another one, give the whole card number. A payment can also fail because of a limit, an expired card, the merchant or the network.',
  },
  'cardStatus.howTo': 'When you are ready, say “unfreeze” and we go on with the card ending {{lastFour}}.',
  howToUnfreeze: {
    text: 'Unfreezing here takes about a minute: you give me the card number and I look it up; then I ask for your identity document number, your transaction password, or both, as the bank has them. A few cases need a branch or our staff. To begin, say “unfreeze”.',
    speech:
      'Unfreezing takes about a minute. You give me the card number, and I look it up. Then I ask for your identity document number, your transaction password, or both. To begin, say unfreeze.',
  },
  'cardStatus.frozen': 'The card ending {{lastFour}} is frozen. You can unfreeze it here.',
  'cardStatus.frozenBecause':
    'The card ending {{lastFour}} is frozen: {{reasons}}. You can unfreeze it here.',
  'reason.transactionPasswordErrors': 'the transaction password was entered wrongly several times',
  'reason.abnormalTransaction': 'an unusual transaction made us stop it for safety',
  'reason.customerRequest': 'you asked us to freeze it for a while',
  'reason.dormant': 'it was not used for a long time',
  'reason.identityDocumentExpired': 'the identity document that we have on file has expired',
  'instructions.both': {
    text: 'To unfreeze it I will ask for the number of the identity document that the bank has on file for you, then for your six-digit transaction password. Please have the document ready. It takes about a minute.',
    speech:
      'To unfreeze it you will key in the number of your identity document and your six-digit transaction password. Please have the document ready.',
  },
  'instructions.byLink': {
    text: 'To unfreeze it I send a text message to the phone that you registered with the bank. On the page that it names you enter {{items}}.',
    speech:
      'To unfreeze it you get a text message on your registered phone. On the page that it names you enter {{items}}.',
  },
  'instructions.several': {
    text: 'To unfreeze it I will ask for {{items}}. Please have that ready. It takes about a minute.',
    speech: 'To unfreeze it you will key in {{items}}. Please have that ready.',
  },
  'cardStatus.needsStaff': {
    text: 'The card ending {{lastFour}} is frozen, and this kind of freeze cannot be lifted here. Please bring your identity document and the card to any branch, or {{agent}}. If you would rather be called, say “call me back”.',
    speech:
      'The card ending {{lastFour}} is frozen, and cannot be unfrozen here. Come to a branch with your document and card, or press 0.',
  },
  'cardStatus.notYetChanged': {
    text: 'The card ending {{lastFour}} cannot be unfrozen by this way yet: a phone number or password that protects it was changed a short time ago, and we wait for a while after that to keep you safe. You can do it here in about {{wait}}. If that is too long, {{agent}}.',
    speech:
      'The card ending {{lastFour}} cannot be unfrozen here yet. A phone or password was changed lately. Try again in about {{wait}}.',
  },
  'cardStatus.notYetFrozen': {
    text: 'The card ending {{lastFour}} cannot be unfrozen by this way yet: it was frozen a short time ago, and we wait for a while after that to keep you safe. You can do it here in about {{wait}}. If that is too long, {{agent}}.',
    speech:
      'The card ending {{lastFour}} cannot be unfrozen here yet. It was frozen a short time ago. Try again in about {{wait}}.',
  },
  'cardStatus.notYetElsewhere': {
    text: 'It can also be done at a branch: please bring your identity document and the card.',
    speech: 'It can also be done at a branch, with your identity document and the card.',
  },
  'cardStatus.tooMany': {
    text: 'That was a lot of queries in a short time. Please wait a few minutes; if it is urgent, {{agent}}.',
    speech: 'That was a lot of queries in a short time. Please call again in a few minutes.',
  },
};
