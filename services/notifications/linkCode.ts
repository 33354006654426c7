import { randomInt } from 'node:crypto';
import { canBeCode, codeLength, shortLength } from '../contract/enteredCode.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';

/** Makes the code of a link that is sent without an address: digits only, another one for each link. */
export function newCode(random: (below: number) => number = randomInt): string {
  for (;;) {
    const digits = String(random(10 ** codeLength)).padStart(codeLength, '0');
    if (canBeCode(digits)) return digits;
  }
}

/** The stored form of a code: a hash with a key, because a code is short enough to be guessed from a plain hash. */
export function codeIndex(fields: FieldSealing, code: string): string {
  return fields.index('linkCode', code);
}

/** The stored forms under every key that may have been used. */
export function codeIndexes(fields: FieldSealing, code: string): string[] {
  return fields.indexes('linkCode', code);
}

/** The stored form of the first digits of one link's code. */
export function shortIndex(fields: FieldSealing, link: string, code: string): string {
  return fields.index('linkCodeShort', `${link}\0${code.slice(0, shortLength)}`);
}

/** Whether these are the first digits of a link's code. */
export function isShortOf(
  fields: FieldSealing,
  { id, shortIndex: kept }: { id: string; shortIndex: string | null },
  code: string,
): boolean {
  const indexes = fields.indexes('linkCodeShort', `${id}\0${code.slice(0, shortLength)}`);
  return kept !== null && indexes.includes(kept);
}
