import type { Wording } from '../../../kit/wording.ts';
import type { asides as source } from '../../zh-Hans/conversation/asides.ts';

export const asides: Record<keyof typeof source, Wording> = {
  'aside.howLong': 'It takes about a minute, and the card can be used as soon as you are verified.',
  'aside.isItSafe': {
    text: 'Yes. Your document number and password are sealed so that only the bank’s verification system can open them; I do not see or keep them. Our staff never ask for your password.',
    speech:
      'Yes. Only the bank’s verification system can open what you key in. Our staff never ask for your password.',
  },
  'aside.whatNeeded': {
    text: 'Your card number, and what the bank has on file for you: the number of your identity document, your {{passwordLength}} transaction password, or both. I tell you which once I have looked up the card.',
    speech:
      'Your card number. Then your identity document number, your transaction password, or both, as I will tell you.',
  },
  'aside.whereCardNumber': {
    text: 'The card number is printed on the front or the back of the card, 13 to 19 digits; you also find it in the bank’s app.',
    speech: 'The card number is on the front or back of the card, and in the bank’s app.',
  },
  'aside.whichDocument': {
    text: 'Use the document that you registered with the bank: a resident identity card, a Hong Kong or Taiwan identity card, a travel permit or a passport. I recognise which it is.',
    speech: 'The document that you registered with the bank. I recognise which kind it is.',
  },
  'aside.forgotten': {
    text: 'I cannot look up or change a password or a document on file; our staff can help: {{agent}}. Please do not guess.',
    speech: 'I cannot look up a password or document. Please do not guess: our staff can help, press 0.',
  },
  'aside.whatFrozenMeans': {
    text: 'A frozen card cannot pay or withdraw for the time being. Your money is not affected, and once unfrozen the card works as before.',
    speech:
      'A frozen card cannot pay or withdraw for now. Your money is safe, and unfreezing restores everything.',
  },
};
