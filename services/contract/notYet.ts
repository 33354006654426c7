import * as z from 'zod';
import { Instant } from '../../kit/time.ts';

/**
 * That remote unfreezing has to wait, and why: the card was frozen, or a phone or password changed, a short time ago. Which of
 * the two is not said, since a stranger with the card's number hears it too.
 */
export const NotYet = z.object({ until: Instant, because: z.enum(['justFrozen', 'justChanged']) });
export type NotYet = z.infer<typeof NotYet>;
