import { canBeCode, codeLength } from '../contract/enteredCode.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';

/**
 * The code in a receipt, as digits alone: whoever has it can freeze that card again, and nothing else. It follows from the
 * receipt's id under the bank's own key, so that it can be told again, by another way, and is kept nowhere.
 */
export function noticeCode(fields: FieldSealing, receipt: string): string {
  for (let turn = 0; ; turn++) {
    const drawn = Buffer.from(fields.firstIndex('noticeCode', `${receipt}\0${turn}`), 'base64url');
    const digits = String(drawn.readBigUInt64BE() % 10n ** BigInt(codeLength)).padStart(codeLength, '0');
    if (canBeCode(digits)) return digits;
  }
}

/** The stored form of a code, by which its unfreezing is found. */
export function noticeCodeIndex(fields: FieldSealing, code: string): string {
  return fields.index('noticeCodeEntered', code);
}

/** The stored forms under every key that may have been used. */
export function noticeCodeIndexes(fields: FieldSealing, code: string): string[] {
  return fields.indexes('noticeCodeEntered', code);
}
