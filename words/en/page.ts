import type { page as source } from '../zh-Hans/page.ts';

export const page: typeof source = {
  withoutScript:
    'This page needs JavaScript. Please switch it on in your browser’s settings and reload the page, or call the number on the back of your card.',
};
