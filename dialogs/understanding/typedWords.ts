import { normalText } from '../../kit/customerText.ts';
import { simplified } from './simplified.ts';

/** What is wished for in passing, a link or another channel, is said in so few signs. */
export const longestWish = 200;

/**
 * The words of an utterance as they were typed, in the normal form, in simplified characters and with one kind of
 * apostrophe. `plainText` goes further.
 */
export function typedWords(text: string, longest: number): string {
  return simplified(normalText(text, longest))
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘`]/g, "'")
    .trim();
}
