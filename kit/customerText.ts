/**
 * The longest text that is read, in UTF-16 units; no channel takes more in one message. The rest is neither read nor
 * kept: it may hold a secret that nobody has looked for.
 */
export const longestText = 4096;

/** The longest piece of a text in which words are understood: its beginning and its end, where wishes stand. */
export const longestUtterance = 500;

/**
 * The most by which a text may grow in its normal form. No real text doubles, but a single sign can become eighteen.
 */
const mostGrowth = 2;

/**
 * More marks on one letter than any writing needs (Unicode Standard Annex #15, stream-safe text format). They are cut
 * off, because normalisation sorts marks in a time that grows with the square of their number.
 */
const marksBeyondAnyWriting = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** The length of the longest number of a card or a document, however it is grouped. */
const longestNumber = 64;

/** The part of a text that is read, and so the only part that may be kept. */
export function readPart(text: string): string {
  const part = cut(text, longestText);
  if (isAscii(part)) return part;
  const start = withoutPiledMarks(part);
  const normal = start.normalize('NFKC');
  return normal.length > mostGrowth * longestText ? cut(normal, longestText) : start;
}

/**
 * The normal form (Unicode NFKC) of the part of a text that is read. The text is cut before and after, so that a long
 * one does not keep other customers waiting.
 */
export function normalText(text: string, longest = longestText): string {
  const part = cut(text, longest);
  return isAscii(part) ? part : cut(withoutPiledMarks(part).normalize('NFKC'), mostGrowth * longest);
}

/** Such a text is its own normal form. */
function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are ASCII as well
  return /^[\x00-\x7f]*$/.test(text);
}

/**
 * The normal form of what is understood of a text: all of a short one, both ends of a long one, as two lines. A wish
 * stands at the beginning or, after a long story, at the end.
 */
export function utteranceText(text: string): string {
  if (text.length <= 2 * longestUtterance) return normalText(text);
  const whole = normalText(text);
  const end = whole.slice(-longestUtterance);
  // Not from the middle of a word or a number: what is left of it would be another.
  return `${cut(whole, longestUtterance)}\n${end.replace(/^[\p{L}\p{N}\p{M}]{0,40}(?![\p{L}\p{N}\p{M}])/u, '')}`;
}

/**
 * The text without control characters other than line break and tab. Half surrogate pairs are replaced, since UTF-8
 * cannot store them.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

/**
 * The text without the characters that change the direction of writing. With one a customer could make a line that
 * shows the bank's staff another card, or another order of words, than it holds.
 */
export function withoutDirections(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '');
}

function withoutPiledMarks(text: string): string {
  return text.replace(marksBeyondAnyWriting, '$1');
}

/** Cuts a text, but not within a number: the rest of a cut number could pass for another, shorter one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = longest;
  while (end > longest - longestNumber && !/[a-z]/i.test(text.charAt(end - 1))) end -= 1;
  const isBetweenHalves = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, isBetweenHalves ? end - 1 : end);
}
