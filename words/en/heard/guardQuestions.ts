import { raw, type TextPattern } from '../../../kit/pattern.ts';
import { askingHow, customerOrBank, lifting, meaning, words } from './guardLists.ts';

/** What a word means is asked. */
export const questions: readonly TextPattern[] = [
  {
    when: raw`\bwonder(?:ing)? (?:if|whether) (?!${customerOrBank})`,
    takes: 'I wonder if wrong PINs lock the card',
    leaves: 'the card locked up after the wrong pin',
  },
  {
    when: raw`\b${meaning}\b(?!.{0,500}\b(?:need|do to)\b)`,
    takes: 'by no means',
    leaves: 'yo man',
  },
];

/** How, where, when, by whom or for how much is asked. */
export const how: readonly TextPattern[] = [
  {
    when: raw`\b${askingHow}\b`,
    takes: 'how to un-block',
    leaves: 'need to unblock',
  },
];

/** Whether it can be done without something, or by who is not in the place for it, is asked. */
export const lacks: readonly TextPattern[] = [
  {
    when: raw`\bcan (?:i|it|this|that|one) ${words(6)}${lifting} ${words(6)}(?:without|with only|with just|if i)\b`,
    takes: 'can i unfreeze it without the app',
    leaves: 'can you unfreeze it',
  },
];

/** What asks how and nothing else, where it stands in the last clause: no likeness outweighs it. */
export const howAtEnd: readonly TextPattern[] = [
  {
    when: raw`\b(?:how(?! about)|where|which|what)\b[^|]*$`,
    takes: 'I want it back, what do I need',
    leaves: 'what a day, please unfreeze my card',
  },
];
