import type { Wording } from '../../../kit/wording.ts';
import type { moving as source } from '../../zh-Hans/conversation/moving.ts';

export const moving: Record<keyof typeof source, Wording> = {
  'moving.code': {
    text: 'Your code is {{code}}. It works once, for 10 minutes: write it to me on the web or in a message, or key it on the phone where I ask for your card, and we go on from there. Tell it to nobody; our staff never ask for it.',
    speech:
      'Please write down your code: {{code}}. Once more: {{code}}. It works once, for 10 minutes. Write it to me on the web or in a message, and we go on there. Tell it to nobody.',
  },
  'moving.codeNotKept': {
    text: 'I do not keep codes in our conversation. To have it once more, say “give me the code”.',
    speech: 'To hear the code once more, choose to go on elsewhere again.',
  },
  'moving.noMoreCodes': 'I am sorry, I cannot give another code now. Please go on here, or {{agent}}.',
  'moving.giveCode': {
    text: 'Good. Please send me the code, all 13 digits of it.',
    speech:
      'Good. Please choose to check a card, and key the 13 digits of the code where I ask for the card, then the hash key.',
  },
  'moving.goesOn': 'Good, we go on from there. What you entered there stays behind: I will ask for it again.',
  'moving.goesOnByCode': {
    text: 'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If that was not you, or somebody else gave you the code, stop here and say “not me”: they may be after your card. If it was you, we go on; what you entered there I ask for again.',
    speech:
      'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If somebody gave you the code, stop, and say: not me.',
  },
  'moving.codeRefused':
    'That code does not work now. A code works once, for 10 minutes; you can get another one where you began. If it was a card number, please check it once more.',
  'moving.otherCard': 'That is not the card that was begun with. You can start anew.',
  'moving.tooMany':
    'To be safe, no more can be tried now; please come back in ten minutes. You can also start anew with the card, or {{agent}}.',
  'moving.movedAway': {
    text: 'This was taken up in another place, with its code or from your phone, and goes on there; nothing more is needed here. If that was not you, say “not me” now: somebody may be after your card.',
    speech: 'This was taken up in another place and goes on there. If that was not you, say: not me.',
  },
  'moving.offer': 'You began something with us elsewhere and were not finished. Shall we go on with it?',
  'moving.offerHelp':
    'If we go on, I first ask which card it is. Or we start anew, as if nothing had been begun.',
  'choice.elsewhere': { text: 'Go on elsewhere', speech: 'To go on elsewhere' },
  'choice.goOnHere': { text: 'Go on with it', speech: 'To go on with it' },
  'choice.beginAnew': { text: 'Start anew', speech: 'To start anew' },
};
