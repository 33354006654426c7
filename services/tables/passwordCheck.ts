import { EntitySchema } from 'typeorm';
import { key, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * A password check that the embedded card system has counted. It is stored so that the same check is not counted twice.
 */
export type CountedPasswordCheck = { id: string; countedAt: Instant };

export const CountedPasswordChecks = new EntitySchema<CountedPasswordCheck>({
  name: 'counted_password_checks',
  columns: { id: key, countedAt: text },
  indices: [{ name: 'counted_password_checks_counted', columns: ['countedAt'] }],
});
