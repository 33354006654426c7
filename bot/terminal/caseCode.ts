import { createHmac, type KeyObject } from 'node:crypto';
import { canBeCode, codeLength, inGroups } from '../../services/contract/enteredCode.ts';

/**
 * The code number `place` of a case, in groups. It follows from the key, so that it can be told again and is kept nowhere.
 * No code passes the check that every card number passes: none can be taken for one.
 */
export function caseCode(key: KeyObject, caseId: string, place: number): string {
  for (let turn = 0; ; turn++) {
    const drawn = createHmac('sha256', key)
      .update(JSON.stringify(['code', caseId, place, turn]))
      .digest();
    const digits = String(drawn.readBigUInt64BE() % 10n ** BigInt(codeLength)).padStart(codeLength, '0');
    if (canBeCode(digits)) return inGroups(digits);
  }
}
