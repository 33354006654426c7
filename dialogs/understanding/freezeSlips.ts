import { rowsOf } from '../../words/heard.ts';

export const freezeSlips = rowsOf((heard) => heard.freezeSlips.freezeSlips);

/** Whether a plain text may mean a freeze as well as its contrary, by a slip. */
export function slipsAtFreezing(plain: string): boolean {
  return freezeSlips.some(({ when }) => when.test(plain));
}
