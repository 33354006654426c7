import { EntitySchema } from 'typeorm';
import { count, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * The steady time at its last reading, with the wall clock and the machine's counter at that moment. The counter is
 * null where the machine does not say when it was started. The table has one row.
 */
export type SteadyMoment = { id: number; steady: Instant; wall: Instant; counter: string | null };

export const SteadyMoments = new EntitySchema<SteadyMoment>({
  name: 'steady_moments',
  columns: { id: { ...count, primary: true }, steady: text, wall: text, counter: optionalText },
});
