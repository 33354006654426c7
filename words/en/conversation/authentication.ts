import type { Wording } from '../../../kit/wording.ts';
import type { authentication as source } from '../../zh-Hans/conversation/authentication.ts';

export const authentication: Record<keyof typeof source, Wording> = {
  'authentication.again': 'That did not arrive safely and was not used. Please enter it once more.',
  'authentication.tooSoon': {
    text: 'To protect your account there has to be a short pause between tries. What you have just entered was not checked and does not count. Please enter it again in {{wait}}.',
    speech:
      'For your safety, please wait. That try was not checked and does not count. Enter it again in {{wait}}.',
  },
  'authentication.notUnderstood': {
    text: 'Sorry, I did not understand; we are in the middle of the verification. Say “cancel” to stop, or ask for a person.',
    speech: 'Sorry, I did not understand. Please use the keys.',
  },
  'authentication.offerAgent': {
    text: 'If you get stuck, our staff can help: {{agent}}.',
    speech: 'For a person, press 0 and hash.',
  },
};
