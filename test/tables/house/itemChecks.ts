import { type ItemCheck, itemChecks as usual } from '../../../services/processor/itemChecks.ts';
import { sameText } from '../../../services/security/sameText.ts';

/** In the place of `services/processor/itemChecks.ts`. */
export const itemChecks: Readonly<Record<string, ItemCheck>> = {
  ...usual,
  registeredPhone: {
    matches: ({ fields }, { value, reserved }) => sameText(fields.index('phone', value), reserved),
  },
};
