import type { Wording } from '../../../kit/wording.ts';
import type { repair as source } from '../../zh-Hans/conversation/repair.ts';

export const repair: Record<keyof typeof source, Wording> = {
  help: {
    text: 'I can check whether a card is frozen, explain how to unfreeze it, or unfreeze it with you. At any step you can say “back”, “repeat”, “cancel” or “agent”.',
    speech: 'I check cards and unfreeze them. You can say back, repeat or cancel. For a person, press 0.',
  },
  whichOne: {
    text: 'Certainly. Would you like to check a card, unfreeze a card, or reach a person?',
    speech: 'Would you like to check a card, unfreeze one, or reach a person?',
  },
  goodbye: 'All right. Come back whenever you need to. Have a good day.',
  otherLanguage: {
    text: 'I speak English, 简体中文 and 繁體中文. 请选择语言。請選擇語言。',
    speech: 'I speak English and Chinese. Which would you like?',
  },
  'goBack.sent': {
    text: 'What you gave before has been sent, sealed, and cannot be changed. Please carry on with this one, or say “cancel”.',
    speech: 'That has been sent and cannot be changed. Please carry on.',
  },
  'leave.confirm': {
    text: 'What you have given so far would be lost, and the card would stay frozen. Shall I stop?',
    speech: 'What you have given would be lost. Shall I stop?',
  },
  'leave.confirmAgain': {
    text: 'Please answer yes or no: shall I stop? If not, we carry on.',
    speech: 'Yes or no: shall I stop?',
  },
  'leave.help': {
    text: 'Say yes and I stop here; say no and we carry on where we were. You can also ask for a person.',
    speech: 'If not, we carry on where we were.',
  },
  'leave.offerAgent': 'If you are not sure, our staff can help: {{agent}}.',
  'silence.1': { text: 'I did not hear an answer.', speech: 'I did not hear you.' },
  'silence.2': {
    text: 'There is no hurry, take your time. If you would rather speak to a person, say “agent”.',
    speech: 'There is no hurry. For a person, press 0 and hash.',
  },
  'silence.3': {
    text: 'I cannot hear you, so I stop here. Nothing about your card was changed.',
    speech: 'I cannot hear you, so I stop here. Nothing was changed.',
  },
  takeYourTime: 'Of course, take your time.',
  beingUpdated: {
    text: 'We are just being updated, and for a moment I cannot go on with this. Please write or say it once more in a minute; nothing has changed meanwhile.',
    speech: 'We are being updated. Please say it once more in a minute.',
  },
  begunAfresh: {
    text: 'I am sorry, we have just been updated and I cannot go on with what we had begun. Let us start again; your card was not affected.',
    speech: 'Sorry, we were just updated. Let us start again; your card was not affected.',
  },
  begunLater: {
    text: 'It has been a while, so to be safe I will check your card again.',
    speech: 'It has been a while, so I check your card again.',
  },
};
