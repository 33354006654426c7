import * as z from 'zod';
import { Instant } from '../../kit/time.ts';

/**
 * Remote unfreezing has to wait, because the card was frozen, or a phone or password was changed, a short time ago.
 * Whether it was the phone or the password is not said, since a stranger with the card's number hears it too.
 */
export const NotYet = z.object({ until: Instant, because: z.enum(['justFrozen', 'justChanged']) });
export type NotYet = z.infer<typeof NotYet>;
