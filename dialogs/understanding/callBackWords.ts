import { patternOf } from '../../words/heard.ts';
import { plainText } from './plainText.ts';

const callBack = patternOf((heard) => heard.handovers.callBack);

/** Whether who asks for a person would like to be called by one. */
export function wantsCall(text: string): boolean {
  return callBack.test(plainText(text));
}
