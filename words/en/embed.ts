import type { embed as source } from '../zh-Hans/embed.ts';

export const embed: typeof source = {
  chat: '{{service}}',
  open: 'Card not working?',
  close: 'Close the chat',
  failed: 'The chat cannot be shown on this page. Open it in a new window instead.',
};
