import { checkIdentityDocument } from '../../services/contract/items/identityDocument.ts';
import type { NumberFound } from '../../words/numbers/numbersIn.ts';

/** One or two letters before digits, as on passports, permits and the identity cards of Hong Kong and Taiwan. */
const lettersBefore = /(?<![A-Za-z])[A-Za-z]{1,2}$/;
/** The capitals before a number, with a gap between them. Small letters there are a word of the sentence. */
const capitalsBefore = /(?<![A-Za-z])[A-Z]{1,2}[\s-]$/;
const lastX = /^(?:[)\s\p{Pd}\p{Cf}.(]|\ufe0f|\u20e3){0,3}[xX×](?![A-Za-z])\)?/u;
const lastA = /^(?:\)|\s?\(?A\)?(?![A-Za-z\d]))/;
const bracket = /^\)/;

/** A number that looks like that of an identity document, with its letters and its position. */
export type DocumentWritten = { written: string; start: number; end: number; isLettered: boolean };

/** Reads a number as on a document: with the letters before it, and the X or the bracket behind it. */
export function documentWritten(normal: string, found: NumberFound): DocumentWritten {
  const { digits, start, end } = found;
  const before = normal.slice(Math.max(0, start - 4), start);
  const [letters = ''] = lettersBefore.exec(before) ?? capitalsBefore.exec(before) ?? [];
  const after = normal.slice(end, end + 6);
  const [last = ''] =
    (digits.length === 17 && letters === '' ? lastX : letters ? lastA : bracket).exec(after) ?? [];
  const written = `${letters.replace(/[\s-]/g, '')}${digits}${/[xX×]/.test(last) ? 'X' : /A/.test(last) ? 'A' : ''}`;
  return { written, start: start - letters.length, end: end + last.length, isLettered: letters !== '' };
}

/** Whether it is, or is meant as, a document number although none was asked for. */
export function isDocument({ written, isLettered }: DocumentWritten): boolean {
  if (isLettered) return /^[A-Za-z]{1,2}\d{6,10}A?$/.test(written);
  if (/^\d{17}X$/.test(written)) return true;
  const { problem, type } = checkIdentityDocument(written);
  return problem === undefined && type === 'residentIdentityCard';
}
