import type { Wording } from '../../../kit/wording.ts';
import type { result as source } from '../../zh-Hans/conversation/result.ts';

export const result: Record<keyof typeof source, Wording> = {
  'result.unfrozen': 'Card unfrozen',
  'result.notAccepted': 'Details do not match, card still frozen',
  'result.tooSoon': 'A short pause first',
  'result.locked': 'Unfreezing is paused',
  'result.handedOver': 'Passed on to our staff',
  'result.person': 'Our staff',
  'result.time': 'Time',
  'result.receipt': 'Receipt number',
  'result.notYou':
    'Was this not you? Call us at once, or answer the notice on your registered phone with “not me”, and the card is frozen again.',
  'result.triesLeft': 'Tries left',
  'result.again': 'Try again',
  'result.now': 'Now',
  'result.until': 'Paused until',
  'result.untilReleased': 'Our staff have spoken with you',
  'result.call': 'Call {{phone}}',
  'result.callByCard': 'Call the number on the back of your card.',
  'result.link': 'Send me a text message',
  'result.branch': 'Or come to any branch with your identity document.',
  'result.case': 'Case number',
  'result.hours': 'Hours',
  'result.anyTime': 'At any time',
};
