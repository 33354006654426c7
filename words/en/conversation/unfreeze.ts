import type { Wording } from '../../../kit/wording.ts';
import type { unfreeze as source } from '../../zh-Hans/conversation/unfreeze.ts';

export const unfreeze: Record<keyof typeof source, Wording> = {
  'unfreeze.confirm': {
    text: 'Shall I unfreeze the card ending {{lastFour}} now?',
    speech: 'Shall I unfreeze the card ending {{lastFour}}?',
  },
  'unfreeze.confirmAgain': {
    text: 'Please answer yes or no: shall I unfreeze the card ending {{lastFour}} now?',
    speech: 'Shall I unfreeze the card ending {{lastFour}}?',
  },
  'unfreeze.confirmHelp': {
    text: 'Say yes and we begin to unfreeze the card; say no and it stays frozen. You can also ask for a person.',
    speech: 'Yes begins the unfreezing; no leaves it frozen. To go on elsewhere, press 3.',
  },
  'unfreeze.offerAgent': {
    text: 'If you are not sure, our staff can help: {{agent}}. It does no harm to leave the card frozen.',
    speech: 'If you are not sure, press 0 for a person.',
  },
  'unfreeze.declined': {
    text: 'All right, the card ending {{lastFour}} stays frozen. You can come back at any time.',
    speech: 'All right, card {{lastFour}} stays frozen.',
  },
  'unfreeze.statusChanged': {
    text: 'The status of the card ending {{lastFour}} has just changed. Please check it once more.',
    speech: 'The card’s status has just changed. Please check it once more.',
  },
  'outcome.unfrozen': {
    text: 'Thank you, that all matches. The card ending {{lastFour}} is unfrozen and can be used now. We will send a notice to your registered phone.',
    speech: 'Card {{lastFour}} is unfrozen.',
  },
  'outcome.unfrozenToo': {
    text: 'Your card ending {{lastFour}} is unfrozen as well. What you have just shown counts for it too, so nothing more is needed. We will send a notice to your registered phone.',
    speech: 'Card {{lastFour}} is unfrozen too.',
  },
  'outcome.notAccepted': {
    text: 'Those details do not match what the bank has on file, and the card is still frozen. Tries left: {{count}}. Please check carefully.',
    speech: 'That does not match, and the card stays frozen. Tries left: {{count}}.',
  },
  'outcome.notAcceptedAgain': {
    text: 'That does not match either, and the card is still frozen. Tries left: {{count}}. Use the document that you registered with the bank, and the {{passwordLength}} password for withdrawals. If you are not sure, {{agent}}.',
    speech: 'That does not match either. Tries left: {{count}}. For a person, press 0 and hash.',
  },
  'outcome.locked': {
    text: 'The information did not match several times. To protect your account, unfreezing this card here is paused; you can try again in about {{wait}}. The card stays frozen. If it is urgent, {{agent}}, or say “send me a text message” to do it on your registered phone.',
    speech:
      'It did not match several times, so unfreezing is paused for {{wait}}. Or say: send me a text message.',
  },
  'outcome.lockedUntilReleased': {
    text: 'The information did not match many times. To protect your account, unfreezing this card here is switched off until our staff have spoken with you: {{agent}}. You can also say “send me a text message” to try on your registered phone. The card stays frozen.',
    speech:
      'It did not match many times. Our staff must speak with you before this card is unfrozen: press 0.',
  },
  'outcome.matched': {
    text: 'Thank you, that all matches. The card ending {{lastFour}} is not unfrozen yet: our staff go on from here.',
    speech: 'Thank you, that matches. Card {{lastFour}} is not unfrozen yet: our staff go on from here.',
  },
  'outcome.notStarted': {
    text: 'The card ending {{lastFour}} was not unfrozen: the verification has expired, or something about the card has changed. Our staff will tell you what can be done.',
    speech:
      'Card {{lastFour}} was not unfrozen: the verification expired, or something changed. Our staff will tell you more.',
  },
  'outcome.over': {
    text: 'This verification has expired, and what was entered is void and has changed nothing. You can start again.',
    speech: 'This verification has expired and changed nothing. You can start again.',
  },
};
