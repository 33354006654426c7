import type { Wording } from '../../../kit/wording.ts';
import type { consent as source } from '../../zh-Hans/conversation/consent.ts';

export const consent: Record<keyof typeof source, Wording> = {
  'consent.ask': {
    text: 'First we need your consent: what you enter is used only to check that you are you and to unfreeze this card. It is encrypted, compared and not kept; that it was compared is kept as long as the law demands. See “Privacy” on our site or in our app. Do you agree?',
    speech:
      'What you enter is used only to check who you are, and not kept; see our privacy notice. Do you agree?',
  },
  'consent.again': {
    text: 'Please answer whether you agree: I agree, or I do not agree.',
    speech: 'Please say: I agree, or I do not agree.',
  },
  'consent.help': {
    text: 'Document numbers and passwords are sensitive personal information, and the law wants your own consent first. Without it our staff can help you, and the card stays frozen.',
    speech: 'The law wants your consent first. Without it our staff can help you.',
  },
  'consent.offerAgent': 'Our staff can help you too.',
  'consent.declined':
    'All right. Nothing was entered, and the card is still frozen. Our staff will help you.',
  'choice.consent': { text: 'I agree', speech: 'To agree' },
  'choice.noConsent': { text: 'I do not agree', speech: 'Not to agree' },
};
