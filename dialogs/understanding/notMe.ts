import { plainText } from './plainText.ts';

/** All that counts as "that was not me", as `plainText` leaves it: whole messages, never a part of a longer one. */
const sentences: ReadonlySet<string> = new Set([
  'not me',
  'wasnt me',
  'was not me',
  'it wasnt me',
  'it was not me',
  'that wasnt me',
  'that was not me',
  'this wasnt me',
  'this was not me',
  'its not me',
  'no not me',
  'no that wasnt me',
  'no that was not me',
  '不是我',
  '这不是我',
  '那不是我',
  '不是我本人',
  '不是本人',
  '非本人',
  '非本人操作',
  '不是本人操作',
  '不是我操作',
  '不是我操作的',
  '不是我解的',
  '不是我解冻的',
  '唔系我',
  '唔系我本人',
  '唔系我做嘅',
  '唔系本人',
]);

/**
 * Whether a message is what the receipt of an unfreezing asks to be answered with where it was somebody else. No
 * classifier decides this: it freezes cards, and must do so for these words and for no others.
 */
export function isDisowning(text: string): boolean {
  return sentences.has(plainText(text).replaceAll('|', ' '));
}
