/**
 * More than any channel takes in one message, in UTF-16 units. What stands behind it is neither read nor kept: it may
 * hold a secret, and nobody has looked.
 */
export const longestText = 4096;

/** More than what a customer wants takes to say: so much is read where words are understood. */
export const longestUtterance = 500;

/** No writing of people becomes twice as long in its normal form; one sign alone can become eighteen. */
const mostGrowth = 2;

/**
 * Marks on one letter, as many as any writing needs (Unicode Standard Annex #15, stream-safe text format). Normalisation
 * brings them into their order, which takes time that grows with the square of their number.
 */
const marksBeyondAnyWriting = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** Any number of a card or a document, however it is grouped. */
const longestNumber = 64;

/** All that is read of a text, and so all that may be kept of it. */
export function readPart(text: string): string {
  const start = withoutPiledMarks(cut(text, longestText));
  const normal = start.normalize('NFKC');
  return normal.length > mostGrowth * longestText ? cut(normal, longestText) : start;
}

/**
 * The normal form (Unicode NFKC) of what is read of a text. The text is cut before and after, so that no reader keeps other
 * customers waiting.
 */
export function normalText(text: string, longest = longestText): string {
  return cut(withoutPiledMarks(cut(text, longest)).normalize('NFKC'), mostGrowth * longest);
}

/** The text without control characters but line break and tab; a half of a surrogate pair could not be stored as UTF-8. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

/**
 * The text without the controls that change in which direction the signs after them are shown: with one a customer can make
 * a line that people of the bank read show another card, or another order of words, than it holds.
 */
export function withoutDirections(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '');
}

function withoutPiledMarks(text: string): string {
  return text.replace(marksBeyondAnyWriting, '$1');
}

/** A cut goes through no number: what is left of one could pass for another, shorter one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = longest;
  while (end > longest - longestNumber && !/[a-z]/i.test(text.charAt(end - 1))) end -= 1;
  const isBetweenHalves = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, isBetweenHalves ? end - 1 : end);
}
