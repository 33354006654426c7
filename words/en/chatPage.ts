import type { chatPage as source } from '../zh-Hans/chatPage.ts';

export const chatPage: typeof source = {
  title: '{{service}}',
  titleOfWindow: '{{service}} · {{bank}}',
  chat: 'Conversation',
  language: 'Language',
  newConversation: 'New chat',
  loading: 'Connecting, one moment please…',
  lost: 'The connection was lost. Connecting again; what you send is kept and goes out by itself.',
  tryAgain: 'Try now',
  over: 'This conversation is over. You can start a new one.',
  elsewhere: 'This conversation is open in another window.',
  continueHere: 'Continue here',
  placeholder: 'Type your question',
  sending: 'Encrypting and sending…',
  working: 'Working on it, one moment please',
  offline: 'You are offline. What you send is kept, and goes out by itself when the network is back.',
  late: 'The line is slow. What you sent is still on its way, and goes out by itself.',
  verificationRuns: 'Your verification is not finished. If you leave now, it has to begin again.',
  goOn: 'Go on with it',
  giveUp: 'Leave it',
  written: '{{length}} of {{most}} characters',
  tooLong: '{{tooMany}} characters too many (at most {{most}}). Please shorten it before you send it.',
  cannotSeal:
    'This browser cannot encrypt here, so nothing secret can be entered: the page was not opened over https, or the browser is too old. Use a current browser, call the number on the back of your card, or finish on your registered phone by a text message.',
  sendLink: 'Send me a text message',
  unreadableForm: 'The secure form cannot be shown. Please reload the page and try again.',
};
