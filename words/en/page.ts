import type { page as source } from '../zh-Hans/page.ts';

export const page: typeof source = {
  service: 'Card service',
  privacy: 'Privacy',
  terms: 'Terms',
  complaint: 'Complaints',
  help: 'Help line',
  genuine: 'How to tell that this is us',
  withoutScript:
    'This page needs JavaScript. Please switch it on in your browser’s settings and reload the page, or call the number on the back of your card.',
};
