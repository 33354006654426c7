import type { Wording } from '../../../kit/wording.ts';
import type { cardStatus as source } from '../../zh-Hans/conversation/cardStatus.ts';

export const cardStatus: Record<keyof typeof source, Wording> = {
  'cardNumber.ask': {
    text: 'Please type your card number: the 13 to 19 digits on the front of the card.',
    speech: 'Please key in or say your card number, then press hash.',
  },
  'cardNumber.askByPhone': {
    text: 'Please send your card number, 13 to 19 digits. If you write from the phone that the bank has on file for you, its last four digits will do.',
    speech: 'Key in or say your card number, then hash. From your registered phone, the last four digits.',
  },
  'cardNumber.several': {
    text: 'More than one of your cards ends like that. Please give the whole card number, 13 to 19 digits.',
    speech: 'Several of your cards end like that. Please key in the whole number, then hash.',
  },
  'cardNumber.length': {
    text: 'A card number has 13 to 19 digits, and I received {{count}}. Please check and type it again.',
    speech: '{{count}} digits came; a card number has 13 to 19. Please key it in again, then hash.',
  },
  'cardNumber.otherBank': {
    text: 'That is not a full number of one of our cards: the beginning may be missing, or it may be another bank’s card. Please compare it with the card and give the whole number.',
    speech: 'That is not a full number of one of our cards. Please give the whole number once more.',
  },
  'cardNumber.telephone': {
    text: 'That looks like a telephone number. What I need is the number on your card, 13 to 19 digits.',
    speech: 'That sounds like a telephone number. I need the card number.',
  },
  'cardNumber.checkDigit': {
    text: 'The digits of that number do not fit together: one may be wrong or two swapped. Please compare it with the card and type it again.',
    speech: 'One digit may be wrong. Please compare with the card and key it in again, then hash.',
  },
  'cardNumber.notDigits': {
    text: 'I need the card number, which is digits only: the 13 to 19 digits on the front of the card.',
    speech: 'I need the card number: 13 to 19 digits, then the hash key.',
  },
  'cardNumber.notUnderstood': {
    text: 'Sorry, I did not understand. What I need now is your card number; or say “cancel”.',
    speech: 'Sorry, I did not understand. I need your card number.',
  },
  'cardNumber.other': {
    text: 'All right, another card. Please type the number of that card.',
    speech: 'All right, another card.',
  },
  'cardChoice.ask': {
    text: 'You gave me several cards; let’s take them one at a time. Which one first: ending {{cards}}?',
    speech: 'Let us take them one at a time. Which card first?',
  },
  'cardChoice.again': {
    text: 'Please tell me the last four digits of the card: {{cards}}.',
    speech: 'Please tell me the last four digits.',
  },
  'cardNumber.explained': {
    text: 'It is in groups of four on the front or the back of the card; you can also find it in the bank’s app. Spaces do not matter.',
    speech: 'It is on the front or back of the card. Star erases.',
  },
  'cardNumber.offerAgent': {
    text: 'If you do not have the number at hand, our staff can help: {{agent}}.',
    speech: 'For a person, press 0 and hash.',
  },
  'cardNumber.why': {
    text: 'I use the card number only to find your card; this conversation keeps no more than its last four digits.',
    speech: 'I use it only to find your card, and keep only the last four digits.',
  },
  'cardStatus.noFrozenCard': {
    text: 'There is no frozen card under the number ending {{lastFour}}. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can look into it: {{agent}}.',
    speech:
      'No frozen card ends {{lastFour}}. A limit, the expiry date or the merchant can also stop a payment.',
  },
  'cardStatus.noFrozenCardByPhone': {
    text: 'There is no frozen card ending {{lastFour}} under the phone that you use. If the bank knows you by another one, give the whole card number. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can help: {{agent}}.',
    speech:
      'Under this phone no frozen card ends {{lastFour}}. Give the whole number if the bank knows another phone.',
  },
  'cardStatus.howTo': {
    text: 'When you are ready, say “unfreeze” and we go on with the card ending {{lastFour}}.',
    speech: 'When you are ready, say unfreeze.',
  },
  howToUnfreeze: {
    text: 'Unfreezing here takes about a minute: you give me the card number and I look it up; then I ask for your identity document number, your transaction password, or both, as the bank has them. A few cases need a branch or our staff. To begin, say “unfreeze”.',
    speech:
      'It takes a minute: your card number, then your identity document number or transaction password. To begin, say unfreeze.',
  },
  'cardStatus.frozen': {
    text: 'The card ending {{lastFour}} is frozen. You can unfreeze it here.',
    speech: 'That card is frozen.',
  },
  'cardStatus.frozenBecause': {
    text: 'The card ending {{lastFour}} is frozen: {{reasons}}. You can unfreeze it here.',
    speech: 'That card is frozen: {{reasons}}.',
  },
  'reason.transactionPasswordErrors': 'the transaction password was entered wrongly several times',
  'reason.abnormalTransaction': 'an unusual transaction made us stop it for safety',
  'reason.customerRequest': 'you asked us to freeze it for a while',
  'reason.dormant': 'it was not used for a long time',
  'reason.identityDocumentExpired': 'the identity document that we have on file has expired',
  'instructions.both': {
    text: 'To unfreeze it I will ask for the number of the identity document that the bank has on file for you, then for your {{passwordLength}} transaction password. Please have the document ready. It takes about a minute.',
    speech: '',
  },
  'instructions.byLink': {
    text: 'To unfreeze it I send a text message to the phone that you registered with the bank. On the page that it names you enter {{items}}.',
    speech: 'You will finish on your registered phone, by text message.',
  },
  'instructions.several': {
    text: 'To unfreeze it I will ask for {{items}}. Please have that ready. It takes about a minute.',
    speech: '',
  },
  'cardStatus.needsStaff': {
    text: 'The card ending {{lastFour}} is frozen, and this kind of freeze cannot be lifted here. Please bring your identity document and the card to any branch, or {{agent}}. If you would rather be called, say “call me back”.',
    speech:
      'Card {{lastFour}} is frozen. Only staff can unfreeze it: press 0, or bring document and card to a branch.',
  },
  'cardStatus.notYetChanged': {
    text: 'The card ending {{lastFour}} cannot be unfrozen by this way yet: a phone number or password that protects it was changed a short time ago, and we wait for a while after that to keep you safe. You can do it here in about {{wait}}. If that is too long, {{agent}}.',
    speech:
      'Card {{lastFour}} cannot be unfrozen yet: a phone or password was changed lately. Try again in {{wait}}.',
  },
  'cardStatus.notYetFrozen': {
    text: 'The card ending {{lastFour}} cannot be unfrozen by this way yet: it was frozen a short time ago, and we wait for a while after that to keep you safe. You can do it here in about {{wait}}. If that is too long, {{agent}}.',
    speech:
      'Card {{lastFour}} cannot be unfrozen yet: it was frozen a short time ago. Try again in {{wait}}.',
  },
  'cardStatus.notYetElsewhere': {
    text: 'It can also be done at a branch: please bring your identity document and the card.',
    speech: 'A branch can do it now.',
  },
  'cardStatus.tooMany': {
    text: 'That was a lot of queries in a short time. Please wait a few minutes; if it is urgent, {{agent}}.',
    speech: 'That was a lot of queries. Please call again in a few minutes.',
  },
};
