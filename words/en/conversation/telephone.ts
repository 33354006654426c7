import type { Wording } from '../../../kit/wording.ts';
import type { telephone as source } from '../../zh-Hans/conversation/telephone.ts';

export const telephone: Record<keyof typeof source, Wording> = {
  'language.press.putonghua': '普通话请按 1。',
  'language.press.guoyu': '國語請按 2。',
  'language.press.english': 'For English, press 3.',
  'language.press.cantonese': '廣東話請按 4。',
  'telephone.press': '{{choice}}, press {{key}}.',
  'telephone.pressForPerson': 'Agent, press 0.',
  'telephone.oneMoment': 'I am working on it. One moment, please.',
  'telephone.stillWorking': 'Still working on it. Please stay on the line.',
  'telephone.noSuchKey': { text: 'That key is not one of the choices.', speech: 'That key is not in use.' },
  'telephone.unclear': {
    text: 'Sorry, I did not hear that clearly. You can use the keys too.',
    speech: 'Sorry, I did not hear that clearly.',
  },
  'telephone.keypadOnly': {
    text: 'For your safety, please do not say it aloud: use the keys. What you said was not used and not kept.',
    speech: 'Please do not say it aloud: use the keys. I did not keep it.',
  },
  'telephone.startAgain': 'That is erased.',
  'telephone.connecting': 'I am putting you through. Please hold.',
  'telephone.nobodyThere': {
    text: 'Nobody can take your call just now. Please call the number on the back of your card, or call again later.',
    speech: 'Nobody can take your call now. Please call the number on your card.',
  },
  'telephone.resume': 'You called a moment ago and were not finished.',
  'telephone.resumeYes': 'To carry on where you left off',
  'telephone.resumeNo': 'To start over',
  'telephone.trouble': 'Sorry, something went wrong on our side.',
  'telephone.goodbye': 'Thank you for calling. Goodbye.',
};
