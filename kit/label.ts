/** A label as it is known again: a voice that is written down has no commas, and a hand leaves them out. */
export function asLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}
