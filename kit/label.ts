/**
 * The form of a label by which it is recognised. It has no punctuation, because a transcribed voice has none and people
 * leave it out when typing.
 */
export function asLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}
