import type { ItemRow } from '../../../services/contract/items/itemRow.ts';
import { compact } from '../../../words/numbers/digits.ts';

/** A third item: the number of the telephone that the customer has registered, `+` and digits. */
export const registeredPhone = {
  check(typed) {
    const digits = compact(typed).replace(/^(\+|00)/, '');
    return /^[1-9]\d{6,14}$/.test(digits)
      ? { value: `+${digits}` }
      : { problem: 'notPhone', count: digits.length };
  },
  problems: { empty: 'registeredPhone.empty', notPhone: 'registeredPhone.notPhone' },
  sentences: {
    ask: 'registeredPhone.ask',
    help: 'registeredPhone.help',
    why: 'registeredPhone.why',
    where: 'registeredPhone.where',
    name: 'registeredPhone.name',
    instructions: 'registeredPhone.instructions',
    label: 'registeredPhone.label',
    hint: 'registeredPhone.hint',
  },
  field: { inputMode: 'tel', autoCapitalize: 'none', autoComplete: 'off' },
  lastMayBeX: false,
  isCheckedSlowly: false,
  isSecret: false,
  reservedAs: 'phoneIndex',
} as const satisfies ItemRow<'notPhone'>;
