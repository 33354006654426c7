import type { Wording } from '../../../kit/wording.ts';
import type { general as source } from '../../zh-Hans/conversation/general.ts';

export const general: Record<keyof typeof source, Wording> = {
  greeting: {
    text: 'Hello, I am the card assistant. I can check whether your card is frozen and help you unfreeze it here, without a visit to a branch. What can I do for you?',
    speech: 'Card service. For a person, press 0.',
  },
  'greeting.named': {
    text: 'Hello, I am the card assistant of {{bank}}. I can check whether your card is frozen and help you unfreeze it here, without a visit to a branch. What can I do for you?',
    speech: '{{bank}}, card service. For a person, press 0.',
  },
  anythingElse: { text: 'Is there anything else I can do for you?', speech: 'Anything else?' },
  thanks: 'You are welcome. Have a good day.',
  cancelled: {
    text: 'All right, I have stopped. Nothing about your card was changed.',
    speech: 'All right, I have stopped. Nothing was changed.',
  },
  nothingToCancel: 'There is nothing under way to cancel.',
  startedOver: {
    text: 'All right, let us start again. What can I do for you?',
    speech: 'All right, let us start again.',
  },
  'language.changed': 'All right, let us go on in English.',
  'language.which': {
    text: 'Which language would you like: 简体中文, 繁體中文 or English?',
    speech: 'Which language would you like?',
  },
  'notUnderstood.1': {
    text: 'Sorry, I did not understand. I can check the status of a card, explain how to unfreeze it, or unfreeze it with you.',
    speech: 'Sorry, I did not understand.',
  },
  'notUnderstood.2': {
    text: 'Sorry, I still do not understand. Please choose one of the options, or say “my card is frozen”. I cannot help with balances, transfers and the like.',
    speech: 'Sorry, I still do not understand. Please use the keys.',
  },
  'notUnderstood.3': {
    text: 'I am sorry that I could not help. Our staff can: {{agent}}. Or choose one of the options to go on here.',
    speech: 'I am sorry that I could not help.',
  },
  strayedSecret: {
    text: 'What you sent looks like a document number or a password. I had not asked for it and have removed it from this conversation. Please give such things only when I ask for them.',
    speech: 'That sounded like a document number or password. I did not keep it. Please wait until I ask.',
  },
  formOver: {
    text: 'That form is no longer in use, and what you entered was not used.',
    speech: 'What you entered was not used.',
  },
  onlyText: 'Sorry, I can only read text, not pictures, files or places.',
  onlyPrivate: {
    text: 'Cards are a private matter. Please write to me in a chat of our own, not in a group.',
    speech: 'Cards are a private matter. Please talk to me alone.',
  },
  trouble: {
    text: 'Sorry, something went wrong on our side just now. Please try again in a moment; if it is urgent, {{agent}}. Our reference for this is {{reference}}.',
    speech: 'Sorry, something went wrong on our side.',
  },
};
