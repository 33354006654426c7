import type { Wording } from '../../../kit/wording.ts';
import type { freeze as source } from '../../zh-Hans/conversation/freeze.ts';

export const freeze: Record<keyof typeof source, Wording> = {
  'freeze.why': {
    text: 'The card ending {{lastFour}} is frozen for this reason: {{reasons}}.',
    speech: 'It is frozen for this reason: {{reasons}}.',
  },
  'freeze.whyInGeneral': {
    text: 'To protect you, I can say which reason it is only once you are verified. In general a card is frozen after wrong transaction passwords, after an unusual transaction, or because its owner asked for it. Ask me again once it is unfrozen.',
    speech:
      'It may be wrong passwords, an unusual transaction, or your own request. I can say which afterwards.',
  },
  'freeze.whyWas': {
    text: 'Why the card ending {{lastFour}} was frozen: {{reasons}}. It is unfrozen now.',
    speech: 'It was frozen for this reason: {{reasons}}. It is unfrozen now.',
  },
  'freeze.whyNotHere': {
    text: 'For your protection I cannot say here why the card ending {{lastFour}} is frozen. Our staff can tell you once they know it is you: {{agent}}.',
    speech: 'I cannot give the reason here. Our staff can: press 0.',
  },
  'freeze.who': {
    text: 'Freezing protects your money: the bank may have done it, or you asked for it. I cannot see from here who it was; our staff can look it up: {{agent}}.',
    speech: 'The bank, to protect your money, or you. Our staff can look it up: press 0.',
  },
  'freeze.when': {
    text: 'I cannot see from here when the card ending {{lastFour}} was frozen. Our staff can tell you: {{agent}}.',
    speech: 'I cannot see that from here. Our staff can: press 0.',
  },
  'freeze.whichCard': 'I mean the card ending {{lastFour}}.',
  'freeze.cardFirst': 'I can tell you more once I know which card it is.',
};
