import { EntitySchema } from 'typeorm';
import { count, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/** The steady time when it was last looked at, and what the clock on the wall showed then. There is one row. */
export type SteadyMoment = { id: number; steady: Instant; wall: Instant };

export const SteadyMoments = new EntitySchema<SteadyMoment>({
  name: 'steady_moments',
  columns: { id: { ...count, primary: true }, steady: text, wall: text },
});
