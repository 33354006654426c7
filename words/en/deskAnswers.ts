import type { deskAnswers as source } from '../zh-Hans/deskAnswers.ts';

export const deskAnswers: typeof source = {
  hello: 'Hello, I am here to help. I have read what you wrote, so there is no need to repeat it.',
  oneMoment: 'One moment please, I am looking into it.',
  noSecrets:
    'Please send no password or document number here. If I need to verify you, you get a secure form for it.',
  branch: 'For this you need to come to one of our branches with your identity document.',
  callCard:
    'Please call the number on the back of your card and name your case: a colleague goes on with you.',
  anythingElse: 'Is there anything else I can do for you?',
  goodbye: 'Thank you for your patience, and have a good day.',
};
