import type { Wording } from '../../../kit/wording.ts';
import type { repair as source } from '../../zh-Hans/conversation/repair.ts';

export const repair: Record<keyof typeof source, Wording> = {
  help: {
    text: 'I can check whether a card is frozen, explain how to unfreeze it, or unfreeze it with you. At any step you can say “back”, “repeat”, “cancel” or “agent”.',
    speech:
      'I can check whether a card is frozen, and unfreeze it with you. At any time you can say back, repeat or cancel. For a person, press 0.',
  },
  whichOne: 'Certainly. Would you like to check a card, unfreeze a card, or reach a person?',
  goodbye: 'All right. Come back whenever you need to. Have a good day.',
  otherLanguage: 'I speak English, 简体中文 and 繁體中文. 请选择语言。請選擇語言。',
  'goBack.sent':
    'What you gave before has been sent, sealed, and cannot be changed. Please carry on with this one, or say “cancel”.',
  'leave.confirm': 'What you have given so far would be lost, and the card would stay frozen. Shall I stop?',
  'leave.confirmAgain': 'Please answer yes or no: shall I stop? If not, we carry on.',
  'leave.help':
    'Say yes and I stop here; say no and we carry on where we were. You can also ask for a person.',
  'leave.offerAgent': 'If you are not sure, our staff can help: {{agent}}.',
  'silence.1': 'I did not hear an answer.',
  'silence.2': {
    text: 'There is no hurry, take your time. If you would rather speak to a person, say “agent”.',
    speech: 'There is no hurry, take your time. For a person, press 0 and the hash key.',
  },
  'silence.3': 'I cannot hear you, so I stop here. Nothing about your card was changed.',
  takeYourTime: 'Of course, take your time.',
  begunAfresh:
    'I am sorry, we have just been updated and I cannot go on with what we had begun. Let us start again; your card was not affected.',
  begunLater: 'It has been a while, so to be safe I will check your card again.',
};
