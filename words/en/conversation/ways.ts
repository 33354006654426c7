import type { Wording } from '../../../kit/wording.ts';
import type { ways as source } from '../../zh-Hans/conversation/ways.ts';

export const ways: Record<keyof typeof source, Wording> = {
  'which.ask': {
    text: 'I want to be sure that I understand you. Which of these do you mean?',
    speech: 'I want to be sure. Which do you mean?',
  },
  'which.freezeOrUnfreeze': {
    text: 'I want to be sure that I understand you: is the card to be frozen, or unfrozen?',
    speech: 'To be sure: is the card to be frozen, or unfrozen?',
  },
  'choice.freeze': { text: 'Freeze or report a card', speech: 'To freeze or report it' },
  repeated: {
    text: 'Yes, that is what we are doing; I only need this for it.',
    speech: 'Yes, that is what we are doing.',
  },
  'wayOut.later': {
    text: 'All right, another time. The card stays as it is; come back whenever it suits you.',
    speech: 'All right, another time. The card stays as it is.',
  },
  'wayOut.notHere': {
    text: 'That is all right: come back when you have it at hand, nothing changes until then. If it is urgent, {{agent}}.',
    speech: 'That is all right. Come back when you have it at hand; nothing changes until then.',
  },
  'wayOut.notHere.card': {
    text: 'The card itself need not be with you: its number is also in the bank’s app and on statements, and from the phone that the bank has on file the last four digits will do. Otherwise {{agent}}, or come back another day.',
    speech: 'The number is in the bank’s app too. From your registered phone, the last four digits will do.',
  },
  'wayOut.notHere.item': {
    text: 'What you enter has to match what the bank has on file, so please do not guess. Come back when you have it at hand; the card stays as it is until then. If it is urgent, {{agent}}.',
    speech: 'Please do not guess. Come back when you have it.',
  },
  'wayOut.otherWay': {
    text: 'Yes: here step by step, or by a text message to your registered phone (say “send me a text message”), or with our staff: {{agent}}. Any branch can help as well.',
    speech: 'Yes: here, by a text message to your registered phone, with our staff, or at any branch.',
  },
  'wayOut.otherWay.card': {
    text: 'Instead of the whole number its last four digits will do, if you write or call from the phone that the bank has on file. Without either, our staff find the card for you: {{agent}}.',
    speech: 'From your registered phone the last four digits will do. Otherwise our staff can find the card.',
  },
  'wayOut.otherWay.item': {
    text: 'Yes: say “send me a text message” and enter it on your registered phone instead, or let our staff help: {{agent}}. Any branch can help as well.',
    speech: 'Yes: by a text message to your registered phone, or with our staff: press 0 and the hash key.',
  },
  'behalf.stands': {
    text: 'We were speaking of a card that is not yours, and only its holder can unfreeze it, never with somebody else at the keys. If you mean a card of your own, say “it is my own card”; otherwise {{agent}}.',
    speech: 'We spoke of a card that is not yours. Only its holder can unfreeze it.',
  },
  'choice.ownCard': { text: 'It is my own card', speech: 'If it is your own card' },
  'agent.callsBack': {
    text: 'I have noted in case {{caseId}} that you would like a call. Our staff call the number that you registered, within their hours, and never ask for a password. You can call as well: {{agent}}.',
    speech: 'Noted: our staff will call your registered number. Your case is {{caseId}}.',
  },
  'others.several': {
    text: 'Other cards of yours are frozen too: ending {{cards}}. Shall I go on with one of them? If so, tell me its last four digits.',
    speech: 'Other cards of yours are frozen too. Go on with one?',
  },
  'others.one': {
    text: 'Your other card ending {{cards}} is frozen too. Shall I go on with it?',
    speech: 'Your card {{cards}} is frozen too. Go on with it?',
  },
  'others.again': {
    text: 'Please tell me the last four digits, {{cards}}, or say no.',
    speech: 'Please tell me the last four digits, or say no.',
  },
  'others.none': 'No other card of yours is frozen.',
  'others.afterProof': {
    text: 'For your protection I can name your cards only after a verification of yours has succeeded here. Until then, tell me the card that it is about.',
    speech: 'I can name your cards once you have been verified here.',
  },
};
