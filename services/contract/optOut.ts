import * as z from 'zod';
import { PhoneNumber } from './cardSearch.ts';

/** A telephone has sent STOP, or has taken it back. After STOP the bank sends it nothing unasked. */
export const OptOut = z.object({ phone: PhoneNumber, stopped: z.boolean() });
export type OptOut = z.infer<typeof OptOut>;

export const OptOutAnswer = z.object({ noted: z.literal(true) });
export type OptOutAnswer = z.infer<typeof OptOutAnswer>;
