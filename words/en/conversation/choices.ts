import type { Wording } from '../../../kit/wording.ts';
import type { choices as source } from '../../zh-Hans/conversation/choices.ts';

export const choices: Record<keyof typeof source, Wording> = {
  'choice.cardStatus': { text: 'Check a card', speech: 'To check a card' },
  'choice.unfreeze': { text: 'Unfreeze a card', speech: 'To unfreeze one' },
  'choice.howToUnfreeze': { text: 'How to unfreeze', speech: '' },
  'choice.backToBot': { text: 'Back to the bot', speech: 'To go back to the bot' },
  'choice.callBack': { text: 'Call me back', speech: 'To be called back' },
  'choice.agent': { text: 'Talk to a person', speech: '' },
  'choice.cardFound': { text: 'I have found my card', speech: 'If you found it' },
  'choice.itWasMe': { text: 'It was me', speech: 'If it was you' },
  'choice.notMe': { text: 'Not me', speech: 'If it was not you' },
  'choice.yes': { text: 'Yes, unfreeze it', speech: 'For yes' },
  'choice.no': { text: 'No, not now', speech: 'For no' },
  'choice.goOn': { text: 'No, go on', speech: 'To go on' },
  'choice.stop': { text: 'Yes, stop', speech: 'To stop' },
  'choice.card': 'Ending {{lastFour}}',
  'choice.whyAsked': 'Why do you ask?',
  'choice.cancel': { text: 'Cancel', speech: 'To stop' },
  'choice.language.zhHans': { text: '简体中文', speech: 'For Mandarin' },
  'choice.language.zhHant': { text: '繁體中文', speech: 'For Taiwan Mandarin' },
  'choice.language.en': { text: 'English', speech: 'For English' },
  'choice.report': { text: 'Yes, report it', speech: 'To report it' },
};
