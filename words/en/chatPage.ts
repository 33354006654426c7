import type { chatPage as source } from '../zh-Hans/chatPage.ts';

export const chatPage: typeof source = {
  title: 'Card service',
  titleOfWindow: 'Card service · Thawline',
  chat: 'Conversation',
  language: 'Language',
  newConversation: 'New chat',
  loading: 'Connecting, one moment please…',
  lost: 'The connection was lost. Connecting again…',
  tryAgain: 'Try now',
  over: 'This conversation is over. You can start a new one.',
  elsewhere: 'This conversation is open in another window.',
  continueHere: 'Continue here',
  placeholder: 'Type your question',
  sending: 'Encrypting and sending…',
  working: 'Working on it, one moment please',
  unreadableForm: 'The secure form cannot be shown. Please reload the page and try again.',
};
