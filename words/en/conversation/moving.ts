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
    speech: 'To hear the code again, choose to continue on another channel once more.',
  },
  'moving.noMoreCodes':
    'I am sorry, I cannot give you another code just now. Please carry on here, or {{agent}}.',
  'moving.giveCode': {
    text: 'Good. Please send me the code, all 13 digits of it.',
    speech:
      'Good. Please choose to check a card, and key the 13 digits of the code where I ask for the card, then the hash key.',
  },
  'moving.goesOn':
    'Good, let’s carry on from there. For your safety I will ask again for whatever you had entered.',
  'moving.goesOnByCode': {
    text: 'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If that was not you, or somebody else gave you the code, stop here and say “not me”: they may be after your card. If it was you, we go on; what you entered there I ask for again.',
    speech:
      'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If somebody gave you the code, stop, and say: not me.',
  },
  'moving.codeRefused':
    'That code does not work now. A code works once, for 10 minutes; you can get another one where you began. One that came by text message is for our own page alone. If it was a card number, please check it once more.',
  'moving.otherCard': 'That is not the card you started with. You can start over.',
  'moving.tooMany':
    'For your safety no more codes can be tried just now; please come back in ten minutes. You can also start over with the card, or {{agent}}.',
  'moving.movedAway': {
    text: 'This has been picked up on another channel, with its code or from your phone, and continues there; there is nothing more to do here. If that was not you, say “not me” now: somebody may be after your card.',
    speech:
      'This has been picked up on another channel and continues there. If that was not you, say: not me.',
  },
  'moving.offer':
    'You started something with us on another channel and did not finish. Would you like to carry on with it?',
  'moving.offerHelp': 'If so, I will first ask which card it is. Otherwise we start from the beginning.',
  'choice.elsewhere': { text: 'Continue elsewhere', speech: 'To continue on another channel' },
  'choice.goOnHere': { text: 'Carry on with it', speech: 'To carry on with it' },
  'choice.beginAnew': { text: 'Start over', speech: 'To start over' },
};
