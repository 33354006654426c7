import type { Wording } from '../../../kit/wording.ts';
import type { choices as source } from '../../zh-Hans/conversation/choices.ts';

export const choices: Record<keyof typeof source, Wording> = {
  'choice.cardStatus': { text: 'Check a card', speech: 'To check a card' },
  'choice.unfreeze': { text: 'Unfreeze a card', speech: 'To unfreeze a card' },
  'choice.howToUnfreeze': { text: 'How to unfreeze', speech: 'To hear how it works' },
  'choice.backToBot': { text: 'Back to the bot', speech: 'To go back to the bot' },
  'choice.callBack': { text: 'Call me back', speech: 'To be called back' },
  'choice.agent': { text: 'Talk to a person', speech: 'To talk to a person' },
  'choice.cardFound': { text: 'I have found my card', speech: 'If you found it' },
  'choice.itWasMe': { text: 'It was me', speech: 'If it was you' },
  'choice.notMe': { text: 'Not me', speech: 'If it was not you' },
  'choice.yes': { text: 'Yes, unfreeze it', speech: 'To unfreeze it now' },
  'choice.no': { text: 'No, not now', speech: 'To leave it frozen' },
  'choice.goOn': 'No, go on',
  'choice.stop': 'Yes, stop',
  'choice.card': 'Ending {{lastFour}}',
  'choice.whyAsked': 'Why do you ask?',
  'choice.cancel': { text: 'Cancel', speech: 'To stop' },
  'choice.language.zhHans': { text: '简体中文', speech: 'For Mandarin' },
  'choice.language.zhHant': { text: '繁體中文', speech: 'For Taiwan Mandarin' },
  'choice.language.en': { text: 'English', speech: 'For English' },
  'choice.report': { text: 'Yes, report it', speech: 'To report it' },
};
