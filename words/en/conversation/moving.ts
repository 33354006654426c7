import type { Wording } from '../../../kit/wording.ts';
import type { moving as source } from '../../zh-Hans/conversation/moving.ts';

export const moving: Record<keyof typeof source, Wording> = {
  'moving.code': {
    text: 'Your code is {{code}}. It works once, for 10 minutes: write it to me on the web or in a message, or key it on the phone where I ask for your card, and we go on from there. Tell it to nobody; our staff never ask for it.',
    speech: 'Your code is {{code}}. Once more: {{code}}. It works once, for 10 minutes.',
  },
  'moving.codeNotKept': {
    text: 'I do not keep codes in our conversation. To have it once more, say “give me the code”.',
    speech: 'To hear the code again, ask for a new one.',
  },
  'moving.noMoreCodes': {
    text: 'I am sorry, I cannot give you another code just now. Please carry on here, or {{agent}}.',
    speech: 'Sorry, I cannot give another code just now. Please carry on here, or press 0.',
  },
  'moving.giveCode': {
    text: 'Good. Please send me the code, all 13 digits of it.',
    speech: 'Good. Choose to check a card, and key in the 13 digits of the code there, then hash.',
  },
  'moving.goesOn': {
    text: 'Good, let’s carry on from there. For your safety I will ask again for whatever you had entered.',
    speech: 'Good, let us carry on. I will ask again for what you had entered.',
  },
  'moving.goesOnByCode': {
    text: 'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If that was not you, or somebody else gave you the code, stop here and say “not me”: they may be after your card. If it was you, we go on; what you entered there I ask for again.',
    speech:
      'Unfreezing card {{lastFour}} was begun {{ago}} ago by {{channel}}. If somebody gave you the code, say: not me.',
  },
  'moving.codeRefused': {
    text: 'That code does not work now. A code works once, for 10 minutes; you can get another one where you began. One that came by text message is for our own page alone. If it was a card number, please check it once more.',
    speech:
      'That code does not work. A code works once, for 10 minutes. If it was a card number, please check it.',
  },
  'moving.otherCard': 'That is not the card you started with. You can start over.',
  'moving.tooMany': {
    text: 'For your safety no more codes can be tried just now; please come back in ten minutes. You can also start over with the card, or {{agent}}.',
    speech: 'For your safety, no more codes now. Please come back in ten minutes, or press 0.',
  },
  'moving.movedAway': {
    text: 'This has been picked up on another channel, with its code or from your phone, and continues there; there is nothing more to do here. If that was not you, say “not me” now: somebody may be after your card.',
    speech: 'This goes on elsewhere now. If that was not you, say: not me.',
  },
  'moving.offer': {
    text: 'You started something with us on another channel and did not finish. Would you like to carry on with it?',
    speech: 'You began something elsewhere. Carry on with it?',
  },
  'moving.offerHelp': {
    text: 'If so, I will first ask which card it is. Otherwise we start from the beginning.',
    speech: 'If so, I first ask which card it is.',
  },
  'choice.elsewhere': { text: 'Continue elsewhere', speech: '' },
  'choice.goOnHere': { text: 'Carry on with it', speech: 'To carry on' },
  'choice.beginAnew': { text: 'Start over', speech: 'To start over' },
};
