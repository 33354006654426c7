import type { Wording } from '../../../kit/wording.ts';
import type { lock as source } from '../../zh-Hans/conversation/lock.ts';

export const lock: Record<keyof typeof source, Wording> = {
  'lock.stands': {
    text: 'Unfreezing the card ending {{lastFour}} is still paused, because the information did not match several times. You can try again in about {{wait}}. The card stays frozen; nothing else has changed. If it is urgent, {{agent}}.',
    speech: 'Unfreezing the card ending {{lastFour}} is still paused. You can try again in about {{wait}}.',
  },
  'lock.standsUntilReleased': {
    text: 'Unfreezing the card ending {{lastFour}} is switched off, because the information did not match many times. Our staff have to speak with you first: {{agent}}.',
    speech: 'Unfreezing the card ending {{lastFour}} is switched off until our staff have spoken with you.',
  },
  'lock.person': {
    text: 'I can do nothing more about it until then. If you cannot wait, our staff can look into it with you: {{agent}}.',
    speech: 'I can do nothing more until then. If you cannot wait, our staff can help: press 0.',
  },
  'tries.left': 'Tries left: {{count}}.',
  'tries.some': {
    text: 'You have a few tries. After each one that fails I tell you how many are left; after the last, unfreezing pauses for a while to protect you.',
    speech: 'You have a few tries. After each one I tell you how many are left.',
  },
};
