import { EntitySchema } from 'typeorm';
import { key, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/** A telephone, named by its index, that has sent STOP. */
export type OptOutRow = { phoneIndex: string; at: Instant };

export const OptOutRows = new EntitySchema<OptOutRow>({
  name: 'opt_outs',
  columns: { phoneIndex: key, at: text },
});
