import { randomInt } from 'node:crypto';
import { canBeCode, codeLength, shortLength } from '../contract/enteredCode.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';

/** A code of its own for each link that goes without an address, as digits alone. */
export function newCode(random: (below: number) => number = randomInt): string {
  for (;;) {
    const digits = String(random(10 ** codeLength)).padStart(codeLength, '0');
    if (canBeCode(digits)) return digits;
  }
}

/** What is kept of a code: it is short, so that a hash without a key would tell it. */
export function codeIndex(fields: FieldSealing, code: string): string {
  return fields.index('linkCode', code);
}

/** The same under every key that it may have been kept under. */
export function codeIndexes(fields: FieldSealing, code: string): string[] {
  return fields.indexes('linkCode', code);
}

/** The same of its first digits, of one link alone. */
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
