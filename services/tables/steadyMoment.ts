import { EntitySchema } from 'typeorm';
import { count, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * The steady time when it was last looked at, and what the clock on the wall and the machine's counter showed then; no
 * counter where the machine does not say when it was started. There is one row.
 */
export type SteadyMoment = { id: number; steady: Instant; wall: Instant; counter: string | null };

export const SteadyMoments = new EntitySchema<SteadyMoment>({
  name: 'steady_moments',
  columns: { id: { ...count, primary: true }, steady: text, wall: text, counter: optionalText },
});
