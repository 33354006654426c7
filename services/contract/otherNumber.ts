import { checkCardNumber } from './card.ts';
import type { OtherNumber } from './items/itemRow.ts';
import { hasTelephoneForm } from './telephoneForm.ts';

/** The kind of digits that were typed instead of an item: a telephone's or a card's. */
export function otherNumber(digits: string): OtherNumber | undefined {
  if (hasTelephoneForm(digits)) return 'telephone';
  return checkCardNumber(digits).problem === undefined ? 'cardNumber' : undefined;
}
