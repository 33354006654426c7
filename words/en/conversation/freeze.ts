import type { Wording } from '../../../kit/wording.ts';
import type { freeze as source } from '../../zh-Hans/conversation/freeze.ts';

export const freeze: Record<keyof typeof source, Wording> = {
  'freeze.why': 'The card ending {{lastFour}} is frozen for this reason: {{reasons}}.',
  'freeze.whyNotHere': {
    text: 'For your protection I cannot say here why the card ending {{lastFour}} is frozen. Our staff can tell you once they know it is you: {{agent}}.',
    speech: 'I cannot give the reason here. Our staff can, once they know it is you.',
  },
  'freeze.who': {
    text: 'The bank froze it to protect your money. I cannot see from here who it was; our staff can look it up: {{agent}}.',
    speech: 'The bank froze it to protect your money. Our staff can look up who it was.',
  },
  'freeze.when': {
    text: 'I cannot see from here when the card ending {{lastFour}} was frozen. Our staff can tell you: {{agent}}.',
    speech: 'I cannot see from here when it was frozen. Our staff can tell you.',
  },
  'freeze.whichCard': 'I mean the card ending {{lastFour}}.',
  'freeze.cardFirst': 'I can tell you more once I know which card it is.',
};
