import type { Wording } from '../../../kit/wording.ts';
import type { secureForm as source } from '../../zh-Hans/conversation/secureForm.ts';

export const secureForm: Record<keyof typeof source, Wording> = {
  'form.title': 'Secure entry',
  'form.whySafe':
    'It is encrypted on your device, only the bank’s verification system can open it, and the chat does not keep it.',
  'form.submit': 'Send securely',
  'form.show': 'Show',
  'form.hide': 'Hide',
  'form.sent': 'Sent, encrypted',
  'form.over': 'This form is closed',
  'form.failed': 'It could not be sent. Please check your connection and enter it again.',
};
