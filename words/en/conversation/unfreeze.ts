import type { Wording } from '../../../kit/wording.ts';
import type { unfreeze as source } from '../../zh-Hans/conversation/unfreeze.ts';

export const unfreeze: Record<keyof typeof source, Wording> = {
  'unfreeze.confirm': {
    text: 'Shall I unfreeze the card ending {{lastFour}} now?',
    speech: 'Shall I unfreeze the card ending {{lastFour}}?',
  },
  'unfreeze.confirmAgain': {
    text: 'Please answer yes or no: shall I unfreeze the card ending {{lastFour}} now?',
    speech: 'Please answer with a key: shall I unfreeze the card ending {{lastFour}}?',
  },
  'unfreeze.confirmHelp':
    'Say yes and we begin to unfreeze the card; say no and it stays frozen. You can also ask for a person.',
  'unfreeze.offerAgent':
    'If you are not sure, our staff can help: {{agent}}. It does no harm to leave the card frozen.',
  'unfreeze.declined': 'All right, the card ending {{lastFour}} stays frozen. You can come back at any time.',
  'unfreeze.statusChanged':
    'The status of the card ending {{lastFour}} has just changed. Please check it once more.',
  'outcome.unfrozen':
    'Thank you, that all matches. The card ending {{lastFour}} is unfrozen and can be used now. We will send a notice to your registered phone.',
  'outcome.notAccepted':
    'Those details do not match what the bank has on file, and the card is still frozen. Tries left: {{count}}. Please check carefully.',
  'outcome.notAcceptedAgain':
    'That does not match either, and the card is still frozen. Tries left: {{count}}. Use the document that you registered with the bank, and the six digits for withdrawals. If you are not sure, {{agent}}.',
  'outcome.locked': {
    text: 'The information did not match several times. To protect your account, unfreezing this card here is paused; you can try again in about {{wait}}. The card stays frozen. If it is urgent, {{agent}}, or say “send me a text message” to do it on your registered phone.',
    speech:
      'The information did not match several times. To protect your account, unfreezing this card is paused; you can try again in about {{wait}}. The card stays frozen, nothing else has changed. To do it now on your registered phone, say: send me a text message.',
  },
  'outcome.lockedUntilReleased': {
    text: 'The information did not match many times. To protect your account, unfreezing this card here is switched off until our staff have spoken with you: {{agent}}. You can also say “send me a text message” to try on your registered phone. The card stays frozen.',
    speech:
      'The information did not match many times. Unfreezing this card is switched off until our staff have spoken with you: press 0.',
  },
  'outcome.matched':
    'Thank you, that all matches. The card ending {{lastFour}} is not unfrozen yet: our staff go on from here.',
  'outcome.notStarted':
    'The card ending {{lastFour}} was not unfrozen: the verification has expired, or something about the card has changed. Our staff will tell you what can be done.',
  'outcome.over':
    'This verification has expired, and what was entered is void and has changed nothing. You can start again.',
};
